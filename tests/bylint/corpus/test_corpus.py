"""All papers of a run and the ways across them."""

from hypothesis import HealthCheck, given, settings

import strategies
from bylint import Corpus
from bylint.testing import author, corpus, name, paper, person


def test_names_are_in_the_order_of_first_use() -> None:
    """Every distinct name leads to its authorships, those of editors among them."""
    found = corpus(paper("B B", "A A"), paper("A A", editors=["C C", "B B"]))
    assert list(map(str, found.names)) == ["B B", "A A", "C C"]
    assert [(a.paper_id, a.role) for a in found.names[name("B B")]] == [
        (found.papers[0].id, "author"),
        (found.papers[1].id, "editor"),
    ]


def test_volumes_hold_papers_and_front_matter() -> None:
    """The papers that name one volume are one, its front matter apart; a paper without volume is in none."""
    front = paper(id="v-0", volume_id="v", is_front_matter=True)
    again = paper(id="v-00", volume_id="v", is_front_matter=True)
    first, second, other, alone = paper(volume_id="v"), paper(volume_id="v"), paper(volume_id="w"), paper()
    volumes = corpus(first, front, other, again, second, alone).volumes
    assert [(volume.id, volume.papers, volume.front_matter) for volume in volumes] == [
        ("v", (first, second), front),
        ("w", (other,), None),
    ]


def test_pages_hold_what_resolves_to_them() -> None:
    """A page has its authorships and, side by side, their papers."""
    yang, wei = person("yang-liu", "Yang Liu"), person("wei-li", "Wei Li")
    one, two = paper("Yang Liu", "Wei Li", "Wei Li"), paper(author("Q Q", id="yang-liu"), editors=["wei lí", "Ada L"])
    pages = corpus(one, two, yang, wei).pages
    assert list(pages) == ["yang-liu", "wei-li", "ada-l/unverified"]
    assert [(page.person, page.papers) for page in pages.values()] == [
        (yang, (one, two)),
        (wei, (one, one, two)),
        (None, (two,)),
    ]
    assert pages["yang-liu"].authorships == (one.authorships[0], two.authorships[0])


def test_ids_can_be_left_out_of_pages() -> None:
    """Without ids, pages are by name."""
    records = (paper(author("Q Q", id="yang-liu")), person("yang-liu", "Yang Liu"))
    assert list(corpus(*records).pages) == ["yang-liu"]
    assert list(corpus(*records, use_ids=False).pages) == ["q-q/unverified"]


def test_pairs_are_pages_that_a_block_holds_together() -> None:
    """Two pages whose names could be one person's are a pair, once, ids in order."""
    found = corpus(paper("Yang Liu"), paper("Y. Liu"), paper("Ada Lovelace"), paper("Liu Yang"))
    assert [pair.id for pair in found.page_pairs()] == [
        "liu-yang/unverified y-liu/unverified",
        "liu-yang/unverified yang-liu/unverified",
        "y-liu/unverified yang-liu/unverified",
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(strategies.corpora)
def test_every_authorship_is_on_one_page_and_under_one_name(corpus: Corpus) -> None:
    """Pages and names each share out all authorships; a page's id is what each of its authorships resolves to."""
    everything = sorted(corpus.authorships, key=repr)
    assert sorted((a for held in corpus.names.values() for a in held), key=repr) == everything
    assert sorted((a for page in corpus.pages.values() for a in page.authorships), key=repr) == everything
    for page_id, page in corpus.pages.items():
        assert page.id == page_id
        for authorship, record in zip(page.authorships, page.papers, strict=True):
            assert corpus.people.resolve(authorship, use_ids=corpus.use_ids)[:2] == (page_id, page.person)
            assert authorship in (*record.authorships, *record.editors)
    assert sum(len(volume.papers) for volume in corpus.volumes) <= len(corpus.papers)
