"""The preview for a comment on a pull request."""

import pytest
from inline_snapshot import snapshot
from markdown_it import MarkdownIt

import reports
from bylint.finding import Status
from bylint.preview.markdown import write
from bylint.preview.model import Side
from bylint.preview.outcomes import Settled
from previews import event, made, outcomes, put, wrong
from reports import at, finding

LIMIT = 65_536
"""Characters of a comment on GitHub."""
MUCH = made(
    put=(put(wrong=wrong()), put("x-2", by="slug", page="wei-liu/unverified", wrong=wrong(0.9, "wei-liu-hk"))),
    pages=(event("merged", "wei-liu wei-lui/unverified", "wei-liu", moves=9), event("made", "", "bo-li/unverified")),
    told=(finding("the authors have changed: “Bo Li” is gone", "changed-byline", location=at(3)),),
    outcomes=outcomes(
        [finding("Wei Liu is listed twice", location=at(7, 3))],
        [Settled(finding("Bo Li is listed twice"), None), Settled(finding("a DOI stands twice"), Status.WAIVED)],
    ),
)


def test_everything() -> None:
    """The sentences first, then what looks wrong, what it brings, pages, bylines, and what it settles."""
    assert write(MUCH) == snapshot("""\
### bylint: `main (000000000000) to the work tree`

- This change puts 1 paper on 1 verified page by name alone; it looks wrong.
- It puts 1 paper on 1 page that nobody has verified, by name alone; it looks wrong.
- It makes 1 page and merges 1 page.
- It brings 2 findings (2 fail the review) and settles 2 findings.

#### Looks wrong: 2 authorships

- 0.90 `x-2` author 2, `Wei Liu` on `wei-liu/unverified` by the name alone, rather `wei-liu-hk`
  - `2 of 2 co-authors on papers of wei-liu-hk`
  - `no co-author in common`
  - `active 2024 and 2023`
- 0.75 `x-1` author 2, `Wei Liu` on `wei-liu` by the name alone
  - `no co-author in common`
  - `active 2024 and 2023`

#### Brings 1 finding

`repeated-author 1`

- error 0.95 `repeated-author` `Wei Liu is listed twice` at `papers.jsonl`

<details><summary>On verified pages by name alone: 1 page</summary>

- `wei-liu`: `x-1`

</details>

#### Pages merged: 1

- `wei-liu` 4, `wei-lui/unverified` 4 → `wei-liu` 4: `x-0`, `x-1`, `x-2`, `x-3`, `x-4` and 4 more

<details><summary>Pages made: 1</summary>

- `bo-li/unverified` 4: `x-0`

</details>

#### Bylines: 1 finding

- error 0.95 `changed-byline` `the authors have changed: “Bo Li” is gone` at `papers.jsonl`

<details><summary>Settles 2 findings</summary>

`repeated-author 2`

- error 0.95 `repeated-author` `Bo Li is listed twice`
- error 0.95 `repeated-author` `a DOI stands twice` (now waived)

</details>

""")


def test_nothing_changes() -> None:
    """A change without effect is told in a sentence."""
    assert write(made()) == snapshot("""\
### bylint: `main (000000000000) to the work tree`

- This change touches no page, no byline and no finding.

""")


@pytest.mark.parametrize("size", [1, 30, 3000])
def test_fits_a_comment(size: int) -> None:
    """However much there is, it fits; what is left out is counted, and the most important comes first."""
    title = "A Very Long Title " * 40
    large = made(
        put=tuple(put(f"x-{number}", name=title, wrong=wrong()) for number in range(size)),
        pages=tuple(event(kind, "a", "b " * 12, 9) for kind in ("split", "renamed", "made") for _ in range(size)),
        told=(finding("文" * 500, location=at(1)),) * size,
        outcomes=outcomes([finding(title, location=at(2))] * size, [Settled(finding(title), None)] * size),
    )
    told = write(large)
    assert len(told) < LIMIT
    assert ("more; `--format json` has all" in told) is (size > 1)
    assert told.count("<details>") == told.count("</details>")
    parts = ("#### Looks wrong", "#### Brings", "#### Pages split", "Pages made", "#### Bylines", "Settles")
    found = [told.index(part) for part in parts]
    assert found == sorted(found)
    for what in ("Looks wrong", "Brings", "Pages split", "Pages made", "Settles"):
        assert f"{what}" in told


EVIL = "</details><script>`x` @everyone [a](b) ![i](u) #12\n# <b> **c**"


def test_nothing_acts() -> None:
    """Markup, links, mentions and line ends in records stand in code, and end neither it nor the list."""
    hostile = made(
        base=Side(EVIL, "0" * 40),
        put=(put(EVIL, name=EVIL, page=EVIL, wrong=wrong(0.9, EVIL)),),
        pages=(event("split", EVIL.replace(" ", ""), EVIL.replace(" ", "")), event("made", "", EVIL.replace(" ", ""))),
        told=(finding(EVIL, location=at(1, path=EVIL)),),
        outcomes=outcomes([finding(EVIL, check=EVIL)], [Settled(finding(EVIL), None)]),
    )
    shown = MarkdownIt("commonmark", {"html": True}).render(write(hostile))
    for tag in ("<script", "<b>", "<strong", "<a ", "<img"):
        assert tag not in shown
    assert shown.count("</details>") == write(hostile).count("\n</details>") == 3
    assert shown.count("<h4>") == 4


def test_old_names_are_not_told() -> None:
    """A page under a name that somebody may have given up is not named, nor a name that only an id joins."""
    told = write(
        made(
            pages=(event("merged", "wei-liu max-liu/unverified", "wei-liu", is_private=True),),
            put=(put(by="id", name="Max Liu", wrong=wrong()),),
        )
    )
    assert "max" not in told.casefold()
    assert "- a page 4, a page 4 → `wei-liu` 4: `x-0`" in told
    discreet = finding("Max Liu is now Wei Liu", discreet_message="1 author has another name")
    assert "Max" not in write(made(told=(discreet,), outcomes=outcomes([discreet], [Settled(discreet, None)])))


def test_a_preview_that_is_not_to_be_trusted() -> None:
    """It says so before anything else."""
    broken = reports.made(finding("a file cannot be opened", "unreadable-file"))
    assert "\n\n**The run is not to be trusted" in write(made(before=broken))
