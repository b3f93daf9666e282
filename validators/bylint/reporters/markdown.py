from bylint.reporters import Reporter

REPORTER = Reporter(name="markdown", page="", write=lambda r: "")
