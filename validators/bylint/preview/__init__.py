"""The preview of a proposed change: what it does to pages, bylines and findings.

Both states of a repository are read whole, each with its own settings, and judged as `bylint check` would; what differs
is the preview.
"""
