"""What the script knows."""

import json

from hypothesis import given
from hypothesis import strategies as st

from bylint.review.content import content, repository_key, script_text
from bylint.testing import author, corpus, paper
from dossiers import dossier


@given(st.recursive(st.text() | st.integers() | st.none(), st.lists))
def test_json_stays_inside_its_element(value: object) -> None:
    """Whatever the data is, no sign of it ends the element or begins markup; it reads back as it was."""
    text = script_text(value)
    assert not set(text) & set("<>&")
    assert json.loads(text) == value


def test_paper_of_a_page() -> None:
    """A paper is what a decision says of it, with its group and what an id could take of it."""
    wei = author("Wei Liu", orcid="0000-0002-1825-0097", affiliations=["Wuhan University"])
    held = corpus(paper(wei, "Bo Li", id="a-1"))
    known = content([], {"Wei Liu": dossier(held, "Wei Liu")}, held, {"bo-li"}, [])
    (page,) = known["pages"]
    assert page["slug"] == "wei-liu"
    (row,) = page["papers"]
    assert page["usual"] | row == {
        "paper": "a-1",
        "byline": "authors",
        "position": 1,
        "name": "Wei Liu",
        "page": "wei-liu/unverified",
        "id": None,
        "orcid": "0000-0002-1825-0097",
        "group": 1,
        "suffixes": ["wuhan", "0097"],
    }
    assert row.keys() == {"paper", "position", "orcid", "group", "suffixes"}
    assert known["ids"] == ["bo-li"]


def test_repository_is_known_again() -> None:
    """New papers at the end change nothing; another repository has another key."""
    papers = [paper("Wei Liu", id=f"x-{n}") for n in range(30)]
    assert repository_key(corpus(*papers)) == repository_key(corpus(*papers[:25]))
    assert repository_key(corpus(*papers)) != repository_key(corpus(*papers[1:]))
