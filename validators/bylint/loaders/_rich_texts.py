"""Titles and abstracts in which markup is allowed, as plain text."""

import re

_NAMES = "i|b|u|em|strong|su[bp]|inf|span|tt|sc|scp|small|p|br|div|h[1-6]|[uo]l|li|a|italic|bold|title|sec"
_ATTRIBUTE = r"""\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*')"""
_TAG = re.compile(rf"</?(?:[a-z]+:[a-z-]+|{_NAMES})(?:{_ATTRIBUTE})*\s*/?>", re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:[a-z]+:)?(?:p|title|sec|br|list-item)\b[^<>]*>", re.IGNORECASE)


def plain_text(text: str) -> str:
    r"""A text without its tags, with characters for entities, and with one space for all white space in a row.

    >>> plain_text("<jats:p>Of <i>E.\n coli</i> &amp; H<sub>2</sub>O where p &lt; .05</jats:p>")
    'Of E. coli & H2O where p < .05'
    """
    if "<" in text:
        text = _TAG.sub("", _BLOCK.sub(" ", text))
    if "&" in text:
        from html import unescape  # a table of two thousand entities

        text = unescape(text)
    return " ".join(text.split())
