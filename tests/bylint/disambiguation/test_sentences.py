"""Evidence in words that a person can check, with the weight that it had."""

from collections.abc import Iterable, Mapping

import numpy
import pytest

import teams
from bylint import Evidence, Paper
from bylint.disambiguation.index import Index
from bylint.disambiguation.namesets import name_set
from bylint.disambiguation.pairs import KINDS, PairEvidence
from bylint.disambiguation.sentences import Closeness, Sentences, listed, namesakes
from bylint.testing import author, corpus, paper


def said(
    left: Paper,
    right: Paper,
    *others: Paper,
    nats: float = 1.0,
    known: bool = True,
    sign: int = 1,
    beside: Iterable[Paper] = (),
    use_ids: bool = True,
) -> Mapping[str, Evidence]:
    """What is said of two papers of Wei Wang, by its kind; every kind with the same weight."""
    found = corpus(left, right, *others, *teams.field(5), beside=beside, use_ids=use_ids)
    index = Index(found)
    page = found.pages["wei-wang/unverified"]
    held = name_set(found, index, page.authorships, page.papers)
    closeness = Closeness(known, dict.fromkeys(KINDS, nats))
    evidence = Sentences(PairEvidence(index), held).between(numpy.array([0]), numpy.array([1]), closeness, sign)
    assert len({item.kind for item in evidence}) == len(evidence)
    return {item.kind or "": item for item in evidence}


def wang(*others: str, at: tuple[str, ...] = (), **fields: object) -> Paper:
    """A paper by Wei Wang with others."""
    return paper(author("Wei Wang", affiliations=at), *others, **fields)


@pytest.mark.parametrize(
    ("left", "right", "nats", "text"),
    [
        (["Ann Kerr"], ["Ann Kerr"], 1.0, "wrote with the same person: Ann Kerr (1 and 1 papers)"),
        (
            ["Ann Kerr", "Bo Hale"],
            ["Bo Hale", "Ann Kerr"],
            1.0,
            "wrote with the same people: Ann Kerr (1 and 1 papers), Bo Hale (1 and 1 papers)",
        ),
        (
            ["Ann Kerr", "Bo Hale"],
            ["Ann Kerr"],
            -1.0,
            "of 2 and 1 co-authors few in common: Ann Kerr (1 and 1 papers)",
        ),
        (
            ["Ann Kerr"],
            ["Bo Hale"],
            -1.0,
            "no co-author in common (1 and 1 co-authors), and none of them wrote with one another",
        ),
        (["Ann Kerr"], ["Bo Hale"], 1.0, "no co-author in common (1 and 1 co-authors), which are few"),
        (
            ["Cy Ott"],
            ["Di Nunn"],
            1.0,
            "no co-author in common (1 and 1 co-authors), but Cy Ott of the one side wrote elsewhere with Di Nunn of the other",
        ),
    ],
)
def test_company(left: list[str], right: list[str], nats: float, text: str) -> None:
    """Who both sides wrote with, or who met elsewhere; the papers show it where there is something to see."""
    one, other = wang(*left, title="one"), wang(*right, title="other")
    found = said(one, other, paper("Cy Ott", "Di Nunn"), nats=nats)["shared-coauthors"]
    assert found.text == text
    assert found.papers == ((one.id, other.id) if ":" in text or "but" in text else ())


@pytest.mark.parametrize(
    ("left", "right", "nats", "text"),
    [
        ("Leeds", "Leeds", 1.0, "the same affiliation: Leeds"),
        ("Leeds", "Leeds", -1.0, "few affiliations in common: Leeds"),
        ("U of Leeds", "Leeds, UK", 1.0, "like affiliations: U of Leeds; Leeds, UK"),
        ("Leeds", "York", -1.0, "different affiliations: Leeds; York"),
    ],
)
def test_affiliations(left: str, right: str, nats: float, text: str) -> None:
    """What is written on both sides, as it is written, in words that go the way of the weight."""
    assert said(wang(at=(left,)), wang(at=(right,)), nats=nats)["affiliations"].text == text


def test_places_topics_venues_and_years() -> None:
    """Words go the way their weights go."""
    one = wang(title="kazoo", venues=("acl", "ws"), year=2000)
    other = wang(title="kazoo", venues=("ws",), year=2004)
    texts = {kind: item.text for kind, item in said(one, other).items()}
    assert texts["places"] == "the co-authors work at the same places"
    assert texts["topics"] == "topics are close: kazoo; kazoo"
    assert texts["venues"] == "venues in common: ws"
    assert texts["years"] == "active 2000 and 2004"
    texts = {kind: item.text for kind, item in said(one, other, nats=-1.0).items()}
    assert texts["places"] == "the co-authors work at different places"
    assert texts["topics"] == "topics are far apart: kazoo; kazoo"
    assert texts["venues"] == "few venues in common: ws"
    assert said(one, wang(venues=("lrec",)))["venues"].text == "no venue in common"


def test_unknowns_are_left_out() -> None:
    """Nothing is said of what is not known on both sides."""
    assert not said(wang(title="", year=None), wang("Ann Kerr", at=("Leeds",), title="", year=None), known=False)
    shared = said(wang("Ann Kerr"), wang("Ann Kerr"), nats=0.01)
    assert shared.keys() == {"shared-coauthors"}, "what weighs nothing is said only where papers show it"


def test_weights_go_both_ways() -> None:
    """A weight is for one person, or for two with the other sign."""
    for_one, for_two = (said(wang("Ann Kerr"), wang("Ann Kerr"), nats=1.234, sign=sign) for sign in (1, -1))
    assert {item.weight for item in for_one.values()} == {1.23}
    assert {item.weight for item in for_two.values()} == {-1.23}


def test_listed() -> None:
    """The first three, and how many more there are."""
    assert listed(["a", "b", "c"]) == "a, b, c"
    assert listed(["a", "b", "c", "d"]) == "a, b, c and 1 more"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (0.012, "about 0.01 expected namesakes: rare"),
        (0.1, "about 0.10 expected namesakes: neither rare nor common"),
        (3.456, "about 3.46 expected namesakes: common"),
        (12.3, "about 12 expected namesakes: common"),
    ],
)
def test_commonness(expected: float, text: str) -> None:
    """How common a name is, in a number and in a word."""
    assert namesakes(expected, 1.234) == Evidence(text=text, kind="name", weight=1.23)


ONE, OTHER = "0000-0002-1825-0097", "0000-0001-5109-3700"


def beside(*known: tuple[tuple[str, ...], str | None]) -> list[Paper]:
    """What another source has of two papers: where Wei Wang works, and an ORCID."""
    return [
        paper(author("W. Wang", affiliations=places, orcid=orcid), doi=f"10.1162/{number}", id=f"W{number}")
        for number, (places, orcid) in enumerate(known)
    ]


def two() -> tuple[Paper, Paper]:
    """Two papers of Wei Wang that say no more of him."""
    return wang(doi="10.1162/0"), wang(doi="10.1162/1")


def test_affiliations_of_another_source_name_it() -> None:
    """Where the papers say nothing, another source is asked, and told with its place."""
    found = said(*two(), beside=beside((("Oslo Oslo",), None), (("Oslo Oslo",), None)))["affiliations"]
    assert found.text == "the same affiliation: Oslo Oslo (as beside.jsonl has it)"
    assert found.location is not None
    assert found.location[:5] == ("beside.jsonl", "W0", "author", 1, "affiliation")


def test_affiliations_here_go_first() -> None:
    """What a paper says itself is told as before."""
    papers = wang(doi="10.1162/0", at=("Jena Jena",)), wang(doi="10.1162/1", at=("Jena Jena",))
    found = said(*papers, beside=beside((("Oslo",), None), (("Bergen",), None)))["affiliations"]
    assert (found.text, found.location) == ("the same affiliation: Jena Jena", None)


@pytest.mark.parametrize(
    ("orcids", "sign", "text", "weight"),
    [
        pytest.param((ONE, ONE), 1, f"the same ORCID on both sides, {ONE}", 4.0, id="one"),
        pytest.param((ONE, OTHER), 1, f"different ORCIDs, {ONE} and {OTHER}", -4.0, id="two"),
        pytest.param((ONE, OTHER), -1, f"different ORCIDs, {ONE} and {OTHER}", 4.0, id="two, weighed for two people"),
    ],
)
def test_orcids_of_another_source(orcids: tuple[str, str], sign: int, text: str, weight: float) -> None:
    """They are told with their weight, the source and the place; with ids ignored they are not."""
    known = beside(*(((), orcid) for orcid in orcids))
    found = said(*two(), sign=sign, beside=known)["orcid"]
    assert (found.text, found.weight) == (f"{text} (as beside.jsonl has it)", weight)
    assert found.location is not None
    assert found.location[:5] == ("beside.jsonl", "W0", "author", 1, "orcid")
    assert "orcid" not in said(*two(), beside=known, use_ids=False)
    assert "orcid" not in said(*two(), beside=beside(((), orcids[0]), ((), None)))
