"""undefined-person."""

import pytest

from bylint.testing import author, corpus, paper, person, run
from bylint_checks.undefined_person import undefined_person

AI = person("wei-ai-umich", "Wei|Ai")


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([AI, paper(author("Wei|Ai", id="wei-ai-umich"))], id="a known id"),
        pytest.param([AI, paper("Wei|Ai")], id="no id"),
        pytest.param([AI, paper(author("Wei|Ai", id=""))], id="an empty id"),
        pytest.param([AI, paper(author("Wei|Ai", id="wei-ai/unverified"))], id="an id that says it is nobody's"),
        pytest.param([paper(author("Wei|Ai", id="wei-ai"))], id="no people database"),
    ],
)
def test_quiet(records):
    """Ids that the database knows are left alone, and where there is no database all of them."""
    assert run(undefined_person, corpus(*records)) == []


@pytest.mark.parametrize(
    ("record", "role"),
    [
        pytest.param(paper(author("Wei|Ai", id="wei-ai")), "author", id="an author"),
        pytest.param(paper(editors=[author("Wei|Ai", id="wei-ai")]), "editor", id="an editor"),
    ],
)
def test_found(record, role):
    """An id that is nobody's is found at its place, with the people of that name."""
    (finding,) = run(undefined_person, corpus(AI, record))
    assert finding.message == "Wei Ai has the id “wei-ai”, which is nobody's; did you mean “wei-ai-umich”?"
    assert (finding.location.byline, finding.location.field) == (role, "id")
    assert [evidence.text for evidence in finding.evidence] == ["wei-ai-umich has this name"]


def test_nothing_near_is_no_guess():
    """An id like no other gets no suggestion."""
    (finding,) = run(undefined_person, corpus(AI, paper(author("Ada|Lovelace", id="ada"))))
    assert finding.message == "Ada Lovelace has the id “ada”, which is nobody's"
    assert finding.evidence == ()
