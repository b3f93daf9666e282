"""
How long a review takes to open in a browser.

Until the list and its first item are there, until the whole file is read, until the last item is shown.

    bylint review CORPUS -o review.html && python tests/benchmarks/opening.py review.html --runs 5
"""

import argparse
import shutil
import statistics
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


def opened(file: Path, *, scripts: bool) -> tuple[float, float, float, int]:
    """Seconds until the first item is there, until all is read, and for the last item; elements in the page."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_context(java_script_enabled=scripts).new_page()
        start = time.perf_counter()
        page.goto(file.absolute().as_uri(), timeout=300_000, wait_until="commit")
        page.locator("#current h2" if scripts else "#list a").first.wait_for()
        first = time.perf_counter() - start
        page.wait_for_load_state("load", timeout=300_000)
        loaded = time.perf_counter() - start
        shown = 0.0
        if scripts:
            start = time.perf_counter()
            page.evaluate("() => { location.hash = 'd' + (document.querySelectorAll('#list a').length - 1); }")
            page.locator("#list li:last-child a[aria-current]").wait_for(state="attached")
            page.locator("#current .decide").wait_for()
            shown = time.perf_counter() - start
        elements = page.locator("*").count()
        browser.close()
    return first, loaded, shown, elements


def main() -> None:
    """Open a file some times and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--without-scripts", action="store_true")
    parsed = parser.parse_args()
    runs = [opened(parsed.file, scripts=not parsed.without_scripts) for _ in range(parsed.runs)]
    for name, values in zip(("first item", "whole file", "last item"), list(zip(*runs, strict=True))[:3], strict=True):
        print(f"{name}: {statistics.median(values):.2f} s ({min(values):.2f} to {max(values):.2f})")  # noqa: T201 - a program
    print(f"elements: {runs[0][3]:,}; {parsed.file.stat().st_size / 1e6:.1f} MB")  # noqa: T201 - a program


if __name__ == "__main__":
    main()
