"""What a change does, in sentences."""

import pytest

from bylint.preview.model import PaperCounts, Preview, Side
from bylint.preview.sentences import sentences, title
from previews import event, made, outcomes, put, wrong
from reports import finding

COMMIT = "0123456789abcdef0123456789abcdef01234567"
NEW = PaperCounts(3, 0, 0)


@pytest.mark.parametrize(
    ("preview", "expected"),
    [
        pytest.param(made(), ["This change touches no page, no byline and no finding."], id="nothing"),
        pytest.param(
            made(papers=NEW), ["This ingest touches no page, no byline and no finding."], id="papers without authors"
        ),
        pytest.param(
            made(
                papers=NEW,
                put=tuple(
                    put(f"x-{number}", page=f"p-{number % 9}", wrong=wrong() if number < 3 else None)
                    for number in range(14)
                ),
            ),
            ["This ingest puts 14 papers on 9 verified pages by name alone; 3 of them look wrong."],
            id="what an ingest puts on verified pages",
        ),
        pytest.param(
            made(papers=NEW, put=(put(), put(position=3, wrong=wrong()))),
            ["This ingest puts 1 paper on 1 verified page by name alone; it looks wrong."],
            id="a paper is counted once",
        ),
        pytest.param(
            made(put=(put(wrong=wrong()), put("x-2", wrong=wrong()))),
            ["This change puts 2 papers on 1 verified page by name alone; all of them look wrong."],
            id="all of them",
        ),
        pytest.param(
            made(put=(put(wrong=wrong()), put("x-2"))),
            ["This change puts 2 papers on 1 verified page by name alone; 1 of them looks wrong."],
            id="one of them",
        ),
        pytest.param(
            made(put=(put(by="id"), put("x-2", by="orcid", page="bo-li"), put("x-3", by="slug", is_verified=False))),
            [
                "This change puts 2 papers on 2 pages by an id or an ORCID.",
                "It puts 1 paper on 1 page that nobody has verified, by name alone.",
            ],
            id="by each rule",
        ),
        pytest.param(
            made(put=(put(by="slug", is_known=False), put("x-2", by="slug", is_known=False, wrong=wrong(0.9, "w")))),
            ["This change puts 1 paper on new pages, where the evidence points to somebody who is known."],
            id="new pages that look like somebody's",
        ),
        pytest.param(
            made(
                pages=(
                    event("merged", "a b", "a"),
                    event("split", "a", "a b"),
                    event("moved", "a", "b", moves=2),
                    event("moved", "b", "a", moves=2),
                    event("emptied", "c"),
                    event("renamed", "d", "e"),
                    *(event("made", "", "f") for _ in range(2000)),
                )
            ),
            [
                "This change makes 2,000 pages, splits 1 page, merges 1 page, empties 1 page, gives another id to 1 page and moves 2 papers between pages."
            ],
            id="pages",
        ),
        pytest.param(
            made(pages=(event("moved", "a", "b"),), put=(put(came_from="a", by="id", wrong=wrong()),)),
            ["This change moves 1 paper between pages.", "It moves 1 paper to where it looks wrong."],
            id="a move that looks wrong",
        ),
        pytest.param(
            made(papers=PaperCounts(0, 2, 1)),
            ["This change takes away 2 papers and gives another id to 1 paper."],
            id="papers",
        ),
        pytest.param(
            made(told=(finding(),), outcomes=outcomes([finding()], hidden=(2, 3))),
            [
                "This change brings 2 findings (2 fail the review).",
                "It brings 2 and settles 3 that are less sure, which --for review tells.",
            ],
            id="findings",
        ),
    ],
)
def test_sentences(preview: Preview, expected: list[str]) -> None:
    """The first one says what it is, an ingest or another change."""
    assert sentences(preview) == expected


@pytest.mark.parametrize(
    ("base", "head", "expected"),
    [
        (Side("origin/master", COMMIT), Side("", ""), "origin/master (0123456789ab) to the work tree"),
        (Side(COMMIT, COMMIT), Side("v1", COMMIT), "0123456789ab to v1 (0123456789ab)"),
        (Side("0123", COMMIT), Side("HEAD", COMMIT), "0123456789ab to HEAD (0123456789ab)"),
    ],
)
def test_title(base: Side, head: Side, expected: str) -> None:
    """Each state by what it was asked by, and its commit."""
    assert title(made(base=base, head=head)) == expected
