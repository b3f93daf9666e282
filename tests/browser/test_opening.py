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


def test_open_as_soon_as_all_is_read(browser, toy) -> None:
    """Keys pressed right after the file has loaded meet the item: it waits for no clock."""
    context = browser.new_context()
    context.add_init_script("window.setTimeout = () => 0")
    page = context.new_page()
    page.goto(toy.as_uri())
    assert page.locator("#current .paper input").count() > 0
    context.close()


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
