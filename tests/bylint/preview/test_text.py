"""The preview for a person at a terminal."""

import re

import pytest
from inline_snapshot import snapshot

import reports
from bylint.finding import Status
from bylint.preview.outcomes import Settled
from bylint.preview.text import lines, write
from bylint.reporters._printable import width
from bylint.reporters.text import paint
from previews import event, made, outcomes, put, wrong
from reports import at, finding

MUCH = made(
    put=(put(wrong=wrong()), put("x-2", by="slug", page="wei-liu/unverified", wrong=wrong(0.9, "wei-liu-hk"))),
    pages=(event("merged", "wei-liu wei-lui/unverified", "wei-liu", moves=9), event("made", "", "bo-li/unverified")),
    told=(finding("the authors have changed: “Bo Li” is gone", "changed-byline", location=at(3)),),
    outcomes=outcomes(
        [finding("Wei Liu is listed twice", location=at(7, 3))],
        [Settled(finding("Bo Li is listed twice"), None), Settled(finding("a DOI stands twice"), Status.WAIVED)],
    ),
)
LARGE = made(
    put=tuple(put(f"x-{number}", title="A Title " * 90, wrong=wrong()) for number in range(50)),
    pages=tuple(event(kind, "a" * 90, "b " * 40, moves=40) for kind in ("split", "made") for _ in range(90)),
    outcomes=outcomes([finding("a word " * 200, location=at(1))] * 90),
)


def test_everything() -> None:
    """The sentences first, then what looks wrong with its evidence, pages, bylines and findings."""
    assert write(MUCH) == snapshot("""\
main (000000000000) to the work tree
  This change puts 1 paper on 1 verified page by name alone; it looks wrong.
  It puts 1 paper on 1 page that nobody has verified, by name alone; it looks wrong.
  It makes 1 page and merges 1 page.
  It brings 2 findings (2 fail the review) and settles 2 findings.

Looks wrong  2
  x-2 author 2, Wei Liu: wei-liu/unverified by the name alone, rather wei-liu-hk  0.90
    2024, On Ink
    2 of 2 co-authors on papers of wei-liu-hk
     1.50  no co-author in common
    -0.25  active 2024 and 2023
  x-1 author 2, Wei Liu: wei-liu by the name alone  0.75
    2024, On Ink
     1.50  no co-author in common
    -0.25  active 2024 and 2023

On verified pages by name alone  1
  wei-liu  x-1

Pages  2
  merged   wei-liu 4, wei-lui/unverified 4 → wei-liu 4
           x-0 author 2 Wei Liu; x-1 author 2 Wei Liu; x-2 author 2 Wei Liu; x-3 author 2 Wei Liu; x-4 author 2 Wei Liu; x-5 author 2 Wei Liu and 3 more
  made     bo-li/unverified 4

Bylines  1
  error    the authors have changed: “Bo Li” is gone  [changed-byline]  0.95  papers.jsonl

Findings that it brings  1: repeated-author 1
  error    Wei Liu is listed twice  [repeated-author]  0.95  papers.jsonl

Findings that it settles  2: repeated-author 2
  error    Bo Li is listed twice  [repeated-author]
  error    a DOI stands twice  [repeated-author], now waived
""")


@pytest.mark.parametrize("columns", [48, 80, 200])
def test_fits_the_terminal(columns: int) -> None:
    """No line is wider than the terminal."""
    for preview in (MUCH, LARGE):
        assert max(width(line) for line in write(preview, columns).splitlines()) <= columns


def test_cut_aloud() -> None:
    """Long lists are cut, and say how much is left out."""
    told = write(LARGE, 80)
    for said in ("30 more in --format json", "split    78 more", "made     78 more", "70 more", "and 34 more"):
        assert said in re.sub(r"\n\s+", " ", told) or said in told


def test_colour_changes_no_text() -> None:
    """With colour the same is told, line by line."""
    painted = re.sub(r"\x1b\[[0-9;]*m", "", paint(lines(MUCH, 60)))
    assert [line.rstrip() for line in painted.splitlines()] == write(MUCH, 60).splitlines()


EVIL = "\x1b[31m\u202e\r\n\u2060"


def test_nothing_acts() -> None:
    """Escape codes, direction marks and line ends in records show, and do nothing."""
    hostile = made(
        put=(put(EVIL, name=EVIL, title=EVIL, page=EVIL, wrong=wrong(0.9, EVIL)),),
        pages=(event("split", f"a{EVIL}b", f"c{EVIL}"),),
        outcomes=outcomes([finding(EVIL, location=at(1, path=EVIL))]),
    )
    assert not set(write(hostile)) & {"\x1b", "\u202e", "\r", "\u2060"}
    assert "\\x1b[31m\\u202e" in write(hostile)


def test_a_preview_that_is_not_to_be_trusted() -> None:
    """It says so before anything else."""
    broken = made(after=reports.made(finding("a file cannot be opened", "unreadable-file")))
    assert write(broken).splitlines()[1].startswith("The run is not to be trusted")
    assert broken.exit_code == 3
