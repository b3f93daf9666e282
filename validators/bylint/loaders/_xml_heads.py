"""What a file of XML is, by its first element."""

import re

from bylint.loaders._text import encoding_of

_PROLOG = r"""(?:\s++|<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?:[^\["'<>]++|"[^"]*+"|'[^']*+'|\[.*?\]\s*(?=>))*+>)*+"""
_ROOT = re.compile(rf"{_PROLOG}<(?:[\w.-]+:)?([\w.-]+)(?=[\s/>])", re.DOTALL)


def root_of(head: bytes) -> str:
    """The name of the root element without its prefix, from a file's first bytes; empty where none begins there."""
    encoding, mark = encoding_of(head)
    found = _ROOT.match(head[mark:].decode(encoding, "replace"))
    return found[1] if found else ""
