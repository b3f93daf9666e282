from bylint.reporters import Reporter

REPORTER = Reporter(name="sarif", page="", write=lambda r: "")
