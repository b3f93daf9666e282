"""What is opened at once is small, however much the file holds; the clock itself is read by a benchmark."""

import subprocess
import sys

from reviews import TOY

PROGRAM = TOY.parent.parent / "tests" / "benchmarks" / "opening.py"


def test_only_the_open_item_is_built(opened, toy) -> None:
    """Of each item there is a line in the list and a text that waits; elements are made of the one that is open."""
    page = opened(toy).page
    items = page.locator("#list a").count()
    assert page.locator("#all *").count() <= 4 * items
    assert page.locator("*").count() <= 20 * items + 600


def test_benchmark(browser, toy) -> None:
    """The benchmark says how long it took, and with how many elements."""
    command = [sys.executable, str(PROGRAM), str(toy), "--runs", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == [
        "first item",
        "whole file",
        "last item",
        "elements",
    ]
