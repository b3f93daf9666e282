"""Authorships as units of judgement, with what is known about them already."""

import numpy
import pytest
from hypothesis import given, settings

import teams
from bylint import Authorship, Corpus
from bylint.corpus.people import People
from bylint.corpus.twins import Twins
from bylint.disambiguation.index import Index
from bylint.disambiguation.linkage import APART, TOGETHER
from bylint.disambiguation.namesets import constraints, name_set, own_id
from bylint.testing import author, corpus, paper, person

ORCID, OTHER = "0000-0002-1825-0097", "0000-0001-5109-3700"
PEOPLE = People([person("wei-wang-mit", "Wei Wang"), person("wei-wang", "Wei Wang", is_verified=False)])


def one(number: int = 0, **fields: str) -> Authorship:
    """An authorship of some paper."""
    return author("Wei Wang", **fields)._replace(paper_id=f"p{number}")


@pytest.mark.parametrize(
    ("left", "right", "known"),
    [
        pytest.param({"id": "a"}, {"id": "a"}, TOGETHER, id="one id"),
        pytest.param({"id": "a"}, {"id": "b"}, APART, id="two ids"),
        pytest.param({"id": "a"}, {}, 0, id="an id and none"),
        pytest.param({"orcid": ORCID}, {"orcid": f"https://orcid.org/{ORCID}"}, TOGETHER, id="one ORCID"),
        pytest.param({"orcid": ORCID}, {"orcid": OTHER}, -4, id="two ORCIDs: some people have two"),
        pytest.param({"orcid": ORCID}, {"orcid": "nonsense"}, 0, id="an ORCID that is none"),
        pytest.param({"id": "a", "orcid": ORCID}, {"id": "b", "orcid": ORCID}, APART, id="ids before ORCIDs"),
        pytest.param({"id": "a", "orcid": ORCID}, {"id": "a", "orcid": OTHER}, TOGETHER, id="one id, two ORCIDs"),
        pytest.param({"id": "wei-wang"}, {"id": "wei-wang"}, 0, id="the id of anybody joins nothing"),
        pytest.param({"id": "wei-wang"}, {"id": "wei-wang-mit"}, 0, id="and parts nothing"),
    ],
)
def test_what_two_authorships_say(left: dict[str, str], right: dict[str, str], known: float) -> None:
    """Ids and ORCIDs join and part, unless the corpus ignores them; with nothing known there is no matrix."""
    both = [one(1, **left), one(2, **right)]
    for pair in (both, both[::-1]):
        found = constraints(PEOPLE, pair, use_ids=True)
        assert (found[0, 1] if found is not None else 0) == known
        assert found is None or (found == found.T).all()
        assert constraints(PEOPLE, pair, use_ids=False) is None


def test_two_names_on_one_paper_are_two_people() -> None:
    """Whatever their ids say, and whether ids count or not."""
    both = [one(1, id="a"), one(1, id="a"), one(2, id="a")]
    found = constraints(PEOPLE, both, use_ids=True)
    assert found is not None
    assert found.tolist() == [[0, APART, TOGETHER], [APART, 0, TOGETHER], [TOGETHER, TOGETHER, 0]]
    plain = constraints(PEOPLE, both, use_ids=False)
    assert plain is not None
    assert plain.tolist() == [[0, APART, 0], [APART, 0, 0], [0, 0, 0]]


def test_own_id() -> None:
    """The id on the authorship, also one that nobody has; none where it stands for anybody of the name."""
    assert [own_id(PEOPLE, one(id=text)) for text in ("wei-wang-mit", "nobody", "wei-wang")] == [
        "wei-wang-mit",
        "nobody",
        None,
    ]
    assert own_id(PEOPLE, one()) is None


def test_editors_join_afterwards() -> None:
    """The unit holds the authors; the pages it is about are theirs and the editors'."""
    record, volume = paper("Wei Wang", "Ann Kerr"), paper("Bo Hale", editors=["Wei Wang"])
    found = corpus(record, volume)
    index = Index(found)
    page = found.pages["wei-wang/unverified"]
    held = name_set(found, index, page.authorships, page.papers)
    assert held.signed == (0,)
    assert held.unit.places.tolist() == [0]
    assert held.unit.owners == {index.page_number[page.id]}
    assert held.unit.constraints is None
    assert name_set(found, index, (), ()).unit.expected == 0


@settings(max_examples=50, deadline=None)
@given(teams.odd_corpora)
def test_any_page_is_a_unit(corpus: Corpus) -> None:
    """Each author of a paper has a place, and what is known is symmetric and silent about itself."""
    index = Index(corpus)
    for page in corpus.pages.values():
        held = name_set(corpus, index, page.authorships, page.papers)
        assert len(held.signed) == len(held.unit.places)
        assert index.page_number[page.id] in held.unit.owners
        known = held.unit.constraints
        if known is not None:
            assert (known == known.T).all()
            assert not known.diagonal().any()
            assert set(numpy.unique(known)) <= {APART, TOGETHER, 0.0, -4.0}


@pytest.mark.parametrize(
    ("here", "there", "known"),
    [
        pytest.param((None, None), (ORCID, ORCID), 4, id="one ORCID there"),
        pytest.param((None, None), (ORCID, OTHER), -4, id="two ORCIDs there"),
        pytest.param((ORCID, None), (OTHER, ORCID), 4, id="one here and the same there, whatever is beside it"),
        pytest.param((ORCID, ORCID), (ORCID, OTHER), TOGETHER, id="one here, two there"),
        pytest.param((None, None), (ORCID, None), 0, id="one ORCID alone"),
        pytest.param((None, None), (ORCID, "nonsense"), 0, id="an ORCID that is none"),
    ],
)
def test_orcids_of_another_source_are_evidence(
    here: tuple[str | None, ...], there: tuple[str | None, ...], known: float
) -> None:
    """They decide nothing by themselves, for an entry of an author may hold two people; what stands here goes before."""
    own = [paper(author("Wei Wang", orcid=orcid), doi=f"10.1162/{number}") for number, orcid in enumerate(here)]
    beside = [paper(author("Wei Wang", orcid=orcid), doi=f"10.1162/{number}") for number, orcid in enumerate(there)]
    found = corpus(*own, beside=beside)
    pair = [held.authorships[0] for held in found.papers]
    told = constraints(PEOPLE, pair, Twins(found), use_ids=True)
    assert (told[0, 1] if told is not None else 0) == known
    assert constraints(PEOPLE, pair, Twins(found), use_ids=False) is None
