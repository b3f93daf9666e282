"""A real browser for the review: Chromium of the system, driven over files that the command itself has written."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reviews import TOY, record, repository, review

REQUIRED = "BYLINT_BROWSER"
"""The switch that forbids to skip: set where a browser is known to be."""
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="package")
def browser() -> Iterator[object]:
    """Chromium. Where it is not installed the tests skip, and say so; unless the switch forbids it."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        what = f"NO BROWSER TEST IS RUN: none of {', '.join(PROGRAMS)} is installed"
        if os.environ.get(REQUIRED):
            pytest.fail(f"{what}, and {REQUIRED} is set")
        pytest.skip(what)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


class Opened:
    """A page in the browser, with all that it complained of and all that it asked for."""

    def __init__(self, page) -> None:
        self.page = page
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda said: self.errors.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("dialog", lambda dialog: self.errors.append(f"a dialog: {dialog.message}"))

    def go(self, file: Path, place: str = "") -> "Opened":
        """Open a file."""
        self.page.goto(file.as_uri() + place)
        return self

    def export(self, folder: Path) -> dict:
        """The decisions, as the page exports them."""
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name="Export").click()
        target = folder / download.value.suggested_filename
        download.value.save_as(target)
        return json.loads(target.read_text(encoding="utf-8"))

    def assign_to_new(self, degree: str = "", orcid: str = "") -> None:
        """Say that the ticked papers are a new person's."""
        self.page.locator("[data-kind=assign]").click()
        self.page.get_by_label("A new person").check()
        self.page.get_by_label("Institution of the highest degree").fill(degree)
        self.page.get_by_label("ORCID", exact=True).fill(orcid)
        self.page.get_by_role("button", name="Decide").click()


@pytest.fixture
def opened(browser) -> Iterator[Callable[..., Opened]]:
    """Opens files, each in a context of its own, and shows that none of them complained or asked for anything."""
    contexts, pages = [], []

    def open_file(file: Path, place: str = "", context=None, **options: object) -> Opened:
        if context is None:
            context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
            contexts.append(context)
        held = Opened(context.new_page())
        pages.append(held)
        return held.go(file, place)

    yield open_file
    for held in pages:
        assert held.errors == []
        assert [url for url in held.requests if not url.startswith(("file:", "blob:"))] == []
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def toy(tmp_path_factory) -> Path:
    """The review of all findings in the toy anthology."""
    return review(tmp_path_factory.mktemp("toy") / "review.html", str(TOY))


@pytest.fixture(scope="session")
def two_people(tmp_path_factory) -> Path:
    """The review of one page: Wei Liu, four papers with one company and three with another."""
    first = [record(f"a-{n}", "Wei Liu", "Bo Li", "Cy Ma", year=2010 + n) for n in range(1, 5)]
    second = [record(f"b-{n}", "Dee Oh", "Wei Liu", "Eve Po", year=2018 + n) for n in range(1, 4)]
    folder = repository(tmp_path_factory.mktemp("two") / "records", [*first, *second])
    return review(folder.parent / "review.html", str(folder), "--page", "Wei Liu")
