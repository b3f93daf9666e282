"""The file as it is written."""

import base64
import hashlib
import re
import sys
from html.parser import HTMLParser

import pytest

from bylint.errors import UsageError
from bylint.review.writing import SCRIPTS, Review, asset, html, policy, script_of_page

EMPTY = Review((), {}, {"items": []}, "nothing </title><script>alert(1)</script>")


def test_policy_is_of_this_very_style_and_script() -> None:
    """The hashes are those of the two elements, as a browser counts them; nothing else is let in."""
    text = html(EMPTY)
    told = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert told is not None
    for name in ("style", "script"):
        (inside,) = re.findall(rf"<{name}>(.*?)</{name}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{name}-src &#39;sha256-{digest}&#39;" in told[1]
    assert policy("", "").startswith("default-src 'none'; ")
    assert "unsafe" not in told[1]


def test_title_is_escaped() -> None:
    """A line about the corpus is text."""
    assert "<title>bylint review: nothing &lt;/title&gt;&lt;script&gt;" in html(EMPTY)


def test_assets_can_stand_in_their_elements() -> None:
    """No part of style or script ends its element, and every script that lies there is in the page."""
    for text in (script_of_page(), asset("review.css")):
        assert re.search(r"</(?:script|style)|<!--", text, re.IGNORECASE) is None
    assert all(asset(f"{name}.js") in script_of_page() for name in SCRIPTS)


def test_elements_are_closed() -> None:
    """What is opened is closed, in order."""
    void = {"meta", "input", "br", "line", "rect", "circle", "path"}

    class Elements(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.open: list[str] = []

        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag not in void:
                self.open.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    parser = Elements()
    parser.feed(html(EMPTY))
    assert parser.open == []


def test_without_the_template_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has not installed it is told what to install."""
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(UsageError) as refused:
        html(EMPTY)
    assert refused.value.hint == "pip install 'bylint[review]'"
