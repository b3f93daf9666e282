"""What a check may ask for beside its subject."""

import pytest
from hypothesis import HealthCheck, given, settings

import strategies
from bylint import Assignment, Coauthors, Corpus, Names, Topics
from bylint.testing import author, corpus, name, paper, person


def test_names() -> None:
    """The names as written: which there are, how often, where, and which share a slug."""
    found = corpus(paper("Yang Liu", "Wei Li"), paper("Yang Líu", editors=["Yang Liu"]))
    names = Names(found)
    assert list(map(str, names)) == ["Yang Liu", "Wei Li", "Yang Líu"]
    assert name("Yang Liu") in names
    assert name("yang liu") not in names
    assert (names.count(name("Yang Liu")), names.count(name("nobody"))) == (2, 0)
    assert names.authorships(name("Wei Li")) == (found.papers[0].authorships[1],)
    assert list(map(str, names.alike(name("yang liu")))) == ["Yang Liu", "Yang Líu"]
    assert names.alike(name("nobody")) == ()


def test_literal_names() -> None:
    """A name is one whole where every record that carries it says so."""
    whole = author("|Oak Society")._replace(is_literal=True)
    names = Names(corpus(paper(whole, "|Elm Society"), paper(whole, author("|Elm Society")._replace(is_literal=True))))
    assert names.is_literal(name("|Oak Society"))
    assert not names.is_literal(name("|Elm Society"))


def test_coauthors() -> None:
    """Who wrote with whom, by papers; editors did not, and nobody with themselves."""
    view = Coauthors(
        corpus(paper("A A", "B B", "B B"), paper("A A", "B B", "C C"), paper("C C", editors=["A A", "D D"]))
    )
    assert view.of(name("A A")) == {name("B B"): 2, name("C C"): 1}
    assert view.of(name("D D")) == {}
    assert view.shared(name("A A"), name("B B")) == (name("C C"),)
    assert view.shared(name("A A"), name("D D")) == ()


def test_topics() -> None:
    """Papers are alike by the rare words that they share."""
    one, two, three = (
        paper(title="The Parsing of Words", abstract="parsing"),
        paper(title="parsing words"),
        paper(title="the"),
    )
    view = Topics(corpus(one, two, three))
    assert view.terms(one) == {"the", "parsing", "words"}
    assert view.rarity("unseen") > view.rarity("parsing") > 0
    assert view.similarity(one, one) == pytest.approx(1)
    assert view.similarity(one, two) == view.similarity(two, one) > view.similarity(one, three) > 0
    assert view.similarity(two, three) == 0
    assert view.similarity(paper(title=""), one) == 0


def test_assignment() -> None:
    """Which page every authorship is on, and why; without ids if the run is without."""
    yang = person("yang-liu", "Yang Liu")
    record = paper(author("Q Q", id="yang-liu"))
    view = Assignment(corpus(record, yang))
    assert view.of(record.authorships[0]) == ("yang-liu", yang, "id")
    page = view.page("yang-liu")
    assert page is not None
    assert page.papers == (record,)
    assert view.page("nobody") is None
    assert view.persons(name("Yang Liu")) == (yang,)
    assert view.people.ids == ("yang-liu",)
    assert Assignment(corpus(record, yang, use_ids=False)).of(record.authorships[0]).by == "slug"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(strategies.corpora)
def test_views_answer_for_any_corpus(corpus: Corpus) -> None:
    """Names are alike to themselves, co-authorship goes both ways, similarity lies between 0 and 1."""
    names, coauthors, topics, assignment = Names(corpus), Coauthors(corpus), Topics(corpus), Assignment(corpus)
    for one in names:
        assert one in names.alike(one)
        for other, count in coauthors.of(one).items():
            assert coauthors.of(other)[one] == count
    for left, right in zip(corpus.papers, corpus.papers[1:], strict=False):
        assert 0 <= topics.similarity(left, right) <= 1
    for authorship in corpus.authorships:
        page = assignment.page(assignment.of(authorship).page_id)
        assert page is not None
        assert authorship in page.authorships
