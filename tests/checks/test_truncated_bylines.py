"""truncated-bylines."""

import pytest

from bylint.testing import corpus, paper, run
from bylint_checks.truncated_bylines import truncated_bylines

NATURAL = {
    1: 20,
    2: 40,
    3: 50,
    4: 42,
    5: 30,
    6: 20,
    7: 14,
    8: 10,
    9: 7,
    10: 5,
    11: 4,
    12: 3,
    13: 2,
    14: 2,
    16: 1,
    20: 1,
}
"""How many papers of a volume have how many authors."""


def volume(lengths, name="v"):
    """A volume with so many papers of each length."""
    return corpus(
        *(
            paper(*(f"A{number}|B" for number in range(length)), volume_id=name)
            for length, papers in lengths.items()
            for _ in range(papers)
        )
    )


def cut(lengths, cap):
    """The same papers, after a tool that takes so many authors and no more."""
    found = {}
    for length, papers in lengths.items():
        found[min(length, cap)] = found.get(min(length, cap), 0) + papers
    return found


@pytest.mark.parametrize(
    "lengths",
    [
        pytest.param({}, id="no paper"),
        pytest.param({0: 12}, id="no author"),
        pytest.param(NATURAL, id="lists of any length"),
        pytest.param({10: 3, 9: 1, 4: 20}, id="real papers of ten authors"),
        pytest.param({4: 6}, id="six papers of four authors, as 2021.cl-2"),
        pytest.param({3: 8, 2: 5, 1: 2}, id="a small volume of short lists, as O03-1"),
        pytest.param({7: 4, 4: 5, 3: 2, 2: 2}, id="four long lists of one length, as 2021.newsum-1"),
        pytest.param(cut(NATURAL, 14), id="a cap that few papers reach"),
        pytest.param({**cut(NATURAL, 10), 11: 1}, id="one list that goes on"),
    ],
)
def test_quiet(lengths):
    """Volumes whose longest list may end where it does are left alone."""
    assert run(truncated_bylines, volume(lengths)) == []


@pytest.mark.parametrize(
    ("lengths", "cap", "at_cap"),
    [
        pytest.param(NATURAL, 10, 18, id="ten authors and no more"),
        pytest.param(NATURAL, 8, 35, id="eight"),
        pytest.param(NATURAL, 5, 99, id="five"),
    ],
)
def test_found(lengths, cap, at_cap):
    """A wall is one finding of the volume, with the papers that reach it."""
    (finding,) = run(truncated_bylines, volume(cut(lengths, cap)))
    assert finding.message == (
        f"the bylines of v stop at {cap} authors: "
        f"{at_cap} papers have so many, {lengths[cap - 1]} have one fewer, none has more"
    )
    assert len(finding.papers) == at_cap
    assert finding.subject.kind == "volume"
