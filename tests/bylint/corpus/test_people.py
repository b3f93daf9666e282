"""Who the repository knows, and the one rule by which an authorship resolves to a person."""

import pytest

from bylint.corpus.people import People, bare_orcid
from bylint.model import Authorship
from bylint.testing import author, name, person

ORCID, OTHER = "0000-0002-1825-0097", "0000-0001-5109-3700"
PEOPLE = [
    person("yang-liu-umich", "Yang Liu"),
    person("yang-liu-ict", "Yang Liu", "Y. Liu", orcid=ORCID),
    person("yang-liu", "Yang Liu", is_verified=False),
    person("wei-li", "Wei Li", "Wéi Li", orcid=f"https://orcid.org/{OTHER}"),
    person("le-sun", "Le Sun", matches_by_name=False),
    person("jun-wang-a", "Jun Wang"),
    person("jun-wang-b", "Jun Wang", matches_by_name=False),
    person("bo-nib", "Bo Nib", other_ids=("b-nib", "wei-li")),
]


@pytest.mark.parametrize(
    ("authorship", "page", "person_id", "by"),
    [
        pytest.param(author("Yang Liu", id="yang-liu-umich"), "yang-liu-umich", "yang-liu-umich", "id", id="the id"),
        pytest.param(
            author("Yang Liu", id="wei-li", orcid=ORCID), "wei-li", "wei-li", "id", id="the id before the ORCID"
        ),
        pytest.param(author("Yang Liu", id="nobody", orcid=ORCID), "nobody", None, "id", id="an id that nobody has"),
        pytest.param(author("Y Liu", id="yang-liu"), "yang-liu/unverified", None, "id", id="the id of anybody else"),
        pytest.param(
            author("Wei Li", orcid=ORCID), "yang-liu-ict", "yang-liu-ict", "orcid", id="the ORCID before the name"
        ),
        pytest.param(
            author("Q Q", orcid=OTHER), "wei-li", "wei-li", "orcid", id="an ORCID that is a URL in the database"
        ),
        pytest.param(
            author("Q Q", orcid=f"http://orcid.org/{ORCID}/"),
            "yang-liu-ict",
            "yang-liu-ict",
            "orcid",
            id="an ORCID that is a URL in the byline",
        ),
        pytest.param(author("Wei Li", orcid="0000"), "wei-li", "wei-li", "name", id="an ORCID that is none"),
        pytest.param(author("Wei Li", orcid="0000-0003-0000-0001"), "wei-li", "wei-li", "name", id="an unknown ORCID"),
        pytest.param(author("wei LÍ"), "wei-li", "wei-li", "name", id="the one who owns the slug"),
        pytest.param(author("Yang Liu"), "yang-liu/unverified", None, "slug", id="two who own the slug"),
        pytest.param(author("Y. Liu"), "yang-liu-ict", "yang-liu-ict", "name", id="one who owns it by another name"),
        pytest.param(author("Le Sun"), "le-sun/unverified", None, "slug", id="one who does not match by name"),
        pytest.param(author("Le Sun", id="le-sun"), "le-sun", "le-sun", "id", id="the same with the id"),
        pytest.param(author("Jun Wang"), "jun-wang/unverified", None, "slug", id="two, of whom one matches by name"),
        pytest.param(author("B. Nib", id="b-nib"), "bo-nib", "bo-nib", "id", id="a further id"),
        pytest.param(author("B. Nib", id="wei-li"), "wei-li", "wei-li", "id", id="a further id that is another's own"),
        pytest.param(author("Ada Lovelace"), "ada-lovelace/unverified", None, "slug", id="nobody"),
        pytest.param(author("Ada Lovelace", id=""), "ada-lovelace/unverified", None, "slug", id="an empty id is none"),
    ],
)
def test_authorships_resolve_in_one_order(authorship: Authorship, page: str, person_id: str | None, by: str) -> None:
    """The explicit id; the ORCID; exactly one verified owner of the slug, if they match by name; the slug."""
    resolution = People(PEOPLE).resolve(authorship)
    assert resolution.page_id == page
    assert (resolution.person.id if resolution.person else None) == person_id
    assert resolution.by == by


@pytest.mark.parametrize(
    ("authorship", "page", "by"),
    [
        (author("Yang Liu", id="yang-liu-umich"), "yang-liu/unverified", "slug"),
        (author("Yang Liu", orcid=ORCID), "yang-liu/unverified", "slug"),
        (author("Wei Li", id="yang-liu-umich", orcid=ORCID), "wei-li", "name"),
    ],
)
def test_ids_can_be_left_out(authorship: Authorship, page: str, by: str) -> None:
    """Without ids, an authorship resolves by its name alone."""
    resolution = People(PEOPLE).resolve(authorship, use_ids=False)
    assert (resolution.page_id, resolution.by) == (page, by)


def test_first_entry_of_an_id_or_orcid_stands() -> None:
    """Of two entries with one id the first counts; of two people with one ORCID the first is found by it."""
    people = People([person("a", "A A", orcid=ORCID), person("a", "B B"), person("c", "C C", orcid=ORCID)])
    assert (len(people), people.ids) == (2, ("a", "c"))
    assert [found.id for found in people] == ["a", "c"]
    assert "a" in people
    assert "b" not in people
    assert people.get("a") == person("a", "A A", orcid=ORCID)
    assert people.get("b") is None
    assert people.with_orcid(ORCID) == people.get("a")
    assert people.with_orcid("x") is None


def test_people_of_a_name_are_the_verified_ones() -> None:
    """An id that stands for anybody else of a name owns no name."""
    assert [found.id for found in People(PEOPLE).named(name("yang liu"))] == ["yang-liu-umich", "yang-liu-ict"]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        (ORCID, ORCID),
        (f" https://orcid.org/{ORCID} ", ORCID),
        (f"HTTPS://WWW.ORCID.ORG/{ORCID}/", ORCID),
        ("0000-0002-1694-233x", "0000-0002-1694-233X"),
        (f"https://evil.example/{ORCID}", None),
        (ORCID.replace("-", ""), None),
        ("٠٠٠٠-0002-1825-0097", None),
        ("", None),
    ],
)
def test_bare_orcid(text: str, bare: str | None) -> None:
    """An ORCID is sixteen signs, bare or behind the one address."""
    assert bare_orcid(text) == bare
