"""The ids that bylines have to say: every decision holds, and nothing else moves."""

from collections import Counter

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bylint import Authorship, Corpus, Paper, Person
from bylint.applying.directory import Directory, RefusedError
from bylint.applying.wanted import Wanted, settle
from bylint.corpus.people import UNVERIFIED
from bylint.decisions.forms import TargetForm
from bylint.privacy import NOTHING_WITHHELD
from bylint.testing import author, name, paper, person

NAMES = ("Yang Liu", "Yáng Liu", "Y. Liu", "Bo Li")
IDS = ("yang-liu", "yang-liu-ict", "bo-li", "anybody")
ORCID = "0000-0002-1825-0097"

_AUTHORS = st.builds(
    author, st.sampled_from(NAMES), id=st.none() | st.sampled_from(IDS), orcid=st.none() | st.just(ORCID)
)
_PEOPLE = st.builds(
    lambda own, names, *, is_verified, matches: person(own, *names, is_verified=is_verified, matches_by_name=matches),
    st.sampled_from(IDS),
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=2, unique=True),
    is_verified=st.booleans(),
    matches=st.booleans(),
)


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    """Papers of four names, and people who own some of them."""
    authors = draw(st.lists(_AUTHORS, min_size=1, max_size=10))
    papers: list[Paper] = [paper(one, id=f"p{number}") for number, one in enumerate(authors)]
    people: list[Person] = draw(st.lists(_PEOPLE, max_size=3, unique_by=lambda one: one.id))
    return Corpus(papers, people)


def page_of(corpus: Corpus, directory: Directory, wanted: Wanted, authorship: Authorship) -> str:
    """Where an authorship would be."""
    said = authorship._replace(person_id=wanted.ids.get(authorship, authorship.person_id))
    return directory.people.resolve(said).page_id


@settings(deadline=None, max_examples=300)
@given(corpora(), st.data(), st.booleans())
def test_nothing_else_moves(corpus: Corpus, data: st.DataObject, asks_for_ids: bool) -> None:
    """Whoever gets whichever authorships: they are theirs, and all others stay on their page, or follow an ORCID."""
    authorships = list(corpus.authorships)
    chosen = data.draw(st.lists(st.sampled_from(authorships), min_size=1, unique=True))
    known = [one.id for one in corpus.people if one.is_verified]
    target = data.draw(st.sampled_from([*known, "somebody-new"]))
    used = Counter(item.person_id for item in authorships if item.person_id)
    directory = Directory(corpus.people, "people.json", used, NOTHING_WITHHELD)
    wanted = Wanted(
        targets=dict.fromkeys(chosen, target), ids={item: target for item in chosen if item.person_id != target}
    )
    try:
        directory.receive(TargetForm(id=target, new=target == "somebody-new"), chosen, is_made=False)
        settle(wanted, directory, corpus, asks_for_ids=asks_for_ids)
    except RefusedError:
        assume(False)
    for authorship in authorships:
        page = page_of(corpus, directory, wanted, authorship)
        if authorship in wanted.targets:
            assert page == target
        elif authorship.orcid is None:
            assert page == corpus.people.resolve(authorship).page_id
    written = [item for item in wanted.ids if item not in wanted.targets]
    assert all(corpus.people.resolve(item).by in {"name", "slug"} for item in written)


def settled(corpus: Corpus, target: TargetForm, *papers: str, asks_for_ids: bool = True) -> tuple[Wanted, Directory]:
    """What gives papers to somebody."""
    chosen = [item for item in corpus.authorships if item.paper_id in papers]
    directory = Directory(corpus.people, "people.json", {}, NOTHING_WITHHELD)
    wanted = Wanted(targets=dict.fromkeys(chosen, target.id), ids=dict.fromkeys(chosen, target.id))
    directory.receive(target, chosen, is_made=False)
    settle(wanted, directory, corpus, asks_for_ids=asks_for_ids)
    return wanted, directory


TWO = (paper("Yang Liu", id="a"), paper("Yang Liu", id="b"))
NEW = TargetForm(id="yang-liu-pku", new=True)


def test_new_person_of_a_name_that_others_have() -> None:
    """Who is new asks for ids, so that the papers of nobody in particular stay with nobody."""
    wanted, directory = settled(Corpus(TWO), NEW, "a")
    assert [change.new for change in directory.changes] == [person("yang-liu-pku", "Yang Liu", matches_by_name=False)]
    assert (len(wanted.ids), wanted.pinned) == (1, 0)


def test_database_that_cannot_ask_for_ids() -> None:
    """There the papers of nobody in particular get the id that stands for anybody else of the name."""
    wanted, directory = settled(Corpus(TWO), NEW, "a", asks_for_ids=False)
    assert [change.new for change in directory.changes] == [
        person("yang-liu-pku", "Yang Liu"),
        person("yang-liu", "Yang Liu", is_verified=False),
    ]
    assert {item.paper_id: own for item, own in wanted.ids.items()} == {"a": "yang-liu-pku", "b": "yang-liu"}
    assert wanted.pinned == 1


def test_whole_page() -> None:
    """Where nobody is left of the name, nobody has to be kept apart."""
    wanted, directory = settled(Corpus(TWO), NEW, "a", "b", asks_for_ids=False)
    assert [change.new for change in directory.changes] == [person("yang-liu-pku", "Yang Liu")]
    assert wanted.pinned == 0


def test_another_name_of_a_known_person() -> None:
    """A name that a known person gets draws nobody else's papers: theirs say the id from now on, and it is asked for."""
    corpus = Corpus([*TWO, paper("Y. Liu", id="c"), paper("Y. Liu", id="d")], [person("yang-liu-ict", "Yang Liu")])
    wanted, directory = settled(corpus, TargetForm(id="yang-liu-ict"), "c")
    assert directory.get("yang-liu-ict") == person("yang-liu-ict", "Yang Liu", "Y. Liu", matches_by_name=False)
    assert {item.paper_id for item in wanted.ids} == {"a", "b", "c"}
    assert page_of(corpus, directory, wanted, next(iter(corpus.names[name("Y. Liu")][1:]))) == f"y-liu{UNVERIFIED}"


def test_no_id_is_left_for_anybody_else() -> None:
    """Where a known person has the id that would stand for anybody else, the rest has to be decided, too."""
    with pytest.raises(RefusedError) as refused:
        settled(Corpus(TWO), TargetForm(id="yang-liu", new=True), "a", asks_for_ids=False)
    assert str(refused.value) == (
        "author 1 of b would go to yang-liu by name, and no id is left for anybody else of the name; decide it, too"
    )
