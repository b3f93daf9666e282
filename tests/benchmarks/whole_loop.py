"""
The whole loop on a copy of a corpus: find, look, decide in a browser, export, apply, check again.

The first page that a check divides, or the first of a name, is decided: every group but the largest gets a person of
its own, as the review proposes it. Then nothing of it may be found any more.

    python tests/benchmarks/whole_loop.py CORPUS [--name NAME]
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
CHECK = "mixed-page"


def bylint(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command; 0 and 1 are answers."""
    done = subprocess.run([sys.executable, "-m", "bylint", *arguments], capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1}:
        sys.exit(done.stderr)
    return done


def found(corpus: Path) -> dict[str, str]:
    """The pages that are found, by fingerprint."""
    done = bylint("check", str(corpus), "--select", CHECK, "--for", "review", "--format", "json", "--max-findings", "0")
    findings = json.loads(done.stdout)["findings"]
    return {one["fingerprint"]: one["subject"]["id"] for one in findings if one["status"] == "shown"}


def decided(page: Page, name: str | None) -> int:
    """Give every group but the first to a new person; how many there are."""
    if name:
        page.get_by_label("Name", exact=True).first.fill(name)
    page.locator("#list a:visible", has_text=name or "").first.click()
    page.locator("#current .decide").wait_for()
    groups = page.get_by_label("Tick all of group")
    count = groups.count()
    for number in range(1, count):
        groups.nth(number).check()
        page.locator("[data-kind=assign]").click()
        page.get_by_label("A new person").check()
        page.get_by_role("button", name="Decide").click()
    return count - 1


def main() -> None:
    """Go through the loop and print what happened."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--name")
    parsed = parser.parse_args()
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    with tempfile.TemporaryDirectory() as folder:
        corpus, review, decisions = (Path(folder, name) for name in ("corpus", "review.html", "decisions.json"))
        shutil.copytree(parsed.corpus, corpus)
        (corpus / "bylint.toml").touch()
        before = found(corpus)
        if not before:
            sys.exit(f"{CHECK} finds nothing in {parsed.corpus}")
        bylint("review", str(corpus), "--select", CHECK, "--output", str(review))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(review.as_uri(), timeout=300_000)
            people = decided(page, parsed.name)
            with page.expect_download() as download:
                page.get_by_role("button", name="Export").click()
            download.value.save_as(decisions)
            browser.close()
        forms = json.loads(decisions.read_text(encoding="utf-8"))["decisions"]
        asked = {form["fingerprint"] for form in forms}
        applied = bylint("apply", str(decisions), "--corpus", str(corpus))
        again = bylint("apply", str(decisions), "--corpus", str(corpus), "--check")
        after = found(corpus)
    rows = [
        ("pages found, before and after", f"{len(before)}, {len(after)}"),
        ("page decided", ", ".join(before[fingerprint] for fingerprint in sorted(asked))),
        ("new people, papers", f"{people}, {sum(len(form['papers']) for form in forms)}"),
        ("what apply said", " ".join((applied.stderr or applied.stdout).split())),
        ("to be applied again", "nothing" if again.returncode == 0 else "something"),
        ("found again", ", ".join(sorted(asked & set(after))) or "nothing"),
        ("found besides", ", ".join(sorted(after[one] for one in set(after) - set(before))) or "nothing"),
    ]
    print("\n".join(["| step | result |", "| --- | --- |", *(f"| {name} | {value} |" for name, value in rows)]))  # noqa: T201 - a program


if __name__ == "__main__":
    main()
