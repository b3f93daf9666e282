"""The ML Anthology: papers of a venue and a year, or one."""

import pytest

from bylint import Name
from forms import named, names, paper_of, papers_and_findings

PAPER = {
    "bibtex_key": "liu2020icml-deep",
    "title": "T",
    "authors": [{"given": "Yang", "family": "Liu", "slug": "liu-yang"}],
    "year": "2020",
    "venue": "icml",
    "venue_type": "conference",
    "doi": "",
}


@pytest.mark.parametrize(
    ("tree", "volume"),
    [
        pytest.param({"venue": "icml", "year": "2020", "papers": [PAPER]}, "icml-2020", id="a venue and a year"),
        pytest.param(PAPER, "icml-2020", id="one paper"),
        pytest.param({**PAPER, "venue": "misc", "venue_type": "misc"}, None, id="what came out alone"),
    ],
)
def test_papers(tree: object, volume: str | None) -> None:
    """The file itself is no paper; what came out together is a volume."""
    paper = paper_of("mlanthology", tree)
    assert (paper.id, paper.key, paper.volume_id) == ("liu2020icml-deep", "liu2020icml-deep", volume)
    assert (names(paper), paper.doi) == ([Name("Yang", "Liu")], None)
    assert paper.authorships[0].person_id is None


def test_markup_is_found() -> None:
    """The format has no markup of its own, so LaTeX outside of formulas is found."""
    text = '{"papers": [{"bibtex_key": "k", "title": "\\\\emph{T} in $O(n)$", "abstract": "of $\\\\alpha$"}]}'
    papers, findings = papers_and_findings(named("mlanthology"), "x.json", text.encode())
    assert [finding.check for finding in findings] == ["bad-markup"]
    assert len(papers) == 1
