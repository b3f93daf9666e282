"""The HTML file: templates filled, with style and script inside, and a policy that lets nothing else in.

Every text from a record is made printable and escaped by the template engine itself; the parts of the file that are
not escaped are those that lie in `assets`. Whatever the script shows later, it takes from the same templates: each
part of the file stands in a `noscript` element, which a browser with scripts reads as text, and one without as HTML.
"""

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any, NamedTuple

from bylint.errors import UsageError
from bylint.reporters._printable import brief, printable
from bylint.review.content import script_text
from bylint.review.items import Item
from bylint.review.pages import PageView

SCRIPTS = ("decisions", "saving", "identities", "queue", "papers", "form", "review")
"""The parts of the script, in their order."""
_TITLE = 400
"""Characters of a text that are shown."""


class Review(NamedTuple):
    """What the file holds."""

    items: Sequence[Item]
    pages: Mapping[str, PageView]
    content: Mapping[str, Any]
    told: str
    """A line about the corpus and what of it is here."""


def html(review: Review) -> str:
    """The file. Raises UsageError where the template engine is not installed."""
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
        from markupsafe import Markup
    except ImportError as error:
        message = "the review needs a template engine that is not installed"
        raise UsageError(message, "pip install 'bylint[review]'") from error

    environment = Environment(
        loader=PackageLoader("bylint.review", "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: printable(value) if type(value) is str else value,
    )
    environment.filters["brief"] = lambda text, size=_TITLE: brief(text, size)
    environment.filters["tight"] = lambda html: Markup(re.sub(r"\s*\n\s*", "\n", html))  # noqa: S704 - stays escaped
    style, script = asset("review.css"), script_of_page()
    return environment.get_template("review.html").render(
        review=review,
        number={key: place for place, key in enumerate(review.pages)},
        style=Markup(style),  # noqa: S704 - a file of this package
        script=Markup(script),  # noqa: S704 - files of this package
        content=Markup(script_text(review.content)),  # noqa: S704 - holds no sign that HTML knows
        policy=policy(style, script),
    )


def script_of_page() -> str:
    """The script, put together from its parts."""
    parts = "\n".join(asset(f"{name}.js") for name in SCRIPTS)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


def asset(name: str) -> str:
    """A file that lies in `assets`."""
    return files("bylint.review").joinpath("assets", name).read_text(encoding="utf-8")


def policy(style: str, script: str) -> str:
    """What a browser may load and run for the file: this style, this script, and nothing from anywhere."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_hash(script)}'",
            f"style-src '{_hash(style)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types bylint",
        )
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
