"""The papers as they were."""

from bylint import Before
from bylint.testing import corpus, paper


def test_without_a_base() -> None:
    """Where nothing is known of before, nothing is told of it."""
    view = Before(corpus(paper("Ada Lovelace", id="a")))
    assert (view.is_known, view.paper("a"), view.gone) == (False, None, ())


def test_papers_as_they_were() -> None:
    """A paper is known by its id; what stood there twice tells nothing; what nobody has any more is gone."""
    was, twice, gone = paper("Ada Lovelace", id="a"), paper("Bo Li", id="b"), paper(id="c")
    view = Before(corpus(paper("Cy Young", id="a"), twice, before=[was, twice, twice, gone]))
    assert view.is_known
    assert (view.paper("a"), view.paper("b"), view.paper("nobody")) == (was, None, None)
    assert view.gone == (gone,)


def test_an_empty_base_is_known() -> None:
    """A base at which there was no paper is a base."""
    assert Before(corpus(paper(), before=[])).is_known


def test_the_same_records_with_a_base() -> None:
    """A corpus that gets a base is otherwise the same, and the first one stays without."""
    plain = corpus(paper(id="a"), use_ids=False)
    based = plain.since([paper(id="b")])
    assert (plain.before, based.papers, based.use_ids) == (None, plain.papers, False)
    assert [one.id for one in Before(based).gone] == ["b"]
