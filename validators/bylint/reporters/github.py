from bylint.reporters import Reporter

REPORTER = Reporter(name="github", page="", write=lambda r: "")
