"""example/name-as-affiliation."""

import pytest
from bylint.testing import author, corpus, examples, paper, run

from bylint_example.name_as_affiliation import name_as_affiliation


@pytest.mark.parametrize(
    "affiliations",
    [
        pytest.param([], id="none"),
        pytest.param(["University of London"], id="a place"),
        pytest.param(["Grace Hopper"], id="a name that nobody here has"),
        pytest.param(["Acme"], id="one word, though an author is called so"),
        pytest.param([""], id="an empty one"),
    ],
)
def test_quiet(affiliations: list[str]) -> None:
    """An affiliation that is no author's name is left alone."""
    records = corpus(paper(author("Ada Lovelace", affiliations=affiliations), "Acme"))
    assert run(name_as_affiliation, records) == []


@pytest.mark.parametrize(
    "affiliation",
    [
        pytest.param("Ada Lovelace", id="one's own name"),
        pytest.param("Vincent van Gogh", id="a co-author's name, wherever its boundary is"),
        pytest.param(" Ada  Lovelace ", id="with odd spaces"),
    ],
)
def test_found(affiliation: str) -> None:
    """An affiliation that is an author's name is found, with the place where the name stands."""
    records = corpus(paper(author("Ada Lovelace", affiliations=[affiliation]), "Vincent|van Gogh"))
    (finding,) = run(name_as_affiliation, records)
    assert finding.location is not None
    assert finding.location.field == "affiliation"
    assert finding.evidence[0].text.endswith("signs here, 1 × in all")
    assert finding.evidence[0].location is not None


def test_examples() -> None:
    """What the page shows is found."""
    shown = examples(name_as_affiliation)
    assert shown
    assert all(run(name_as_affiliation, records) for records in shown)
