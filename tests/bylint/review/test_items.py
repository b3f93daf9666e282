"""What there is to decide, and in which order."""

from dataclasses import replace

import pytest

from bylint import Corpus, Evidence, Finding, Severity
from bylint.finding import Details, SubjectReference
from bylint.model import Location
from bylint.privacy import NOTHING_WITHHELD
from bylint.review.items import of_finding, pages_of, ranked, volumes_of
from bylint.testing import corpus, paper


def written() -> Corpus:
    """Six papers of three people."""
    return corpus(
        *(paper("Wei Liu", id=f"a-{n}") for n in (1, 2, 3)),
        paper("Wei M. Liu", id="b-1"),
        paper("Wei M. Liu", id="b-2"),
        paper("Bo Li", id="c-1"),
    )


def finding(check: str = "some-check", **fields: object) -> Finding:
    """A finding as the engine hands it over."""
    base = Finding(message="something is odd", check=check, severity=Severity.WARNING, fingerprint="0" * 16)
    return replace(base, **fields)


def of_page(page: str, **fields: object) -> Finding:
    """A finding about a page."""
    return finding(subject=SubjectReference("page", page, "Wei Liu"), **fields)


PAIR = "wei-liu/unverified wei-m-liu/unverified"


@pytest.mark.parametrize(
    ("found", "pages", "kinds"),
    [
        pytest.param(finding(), (), ("leave",), id="a record"),
        pytest.param(
            of_page("wei-liu/unverified"), ("wei-liu/unverified",), ("assign", "one-person", "leave"), id="a page"
        ),
        pytest.param(
            finding(subject=SubjectReference("page-pair", PAIR)),
            ("wei-liu/unverified", "wei-m-liu/unverified"),
            ("same", "different", "assign", "leave"),
            id="a pair of pages",
        ),
        pytest.param(
            finding(subject=SubjectReference("corpus", "corpus"), about=" ".join(reversed(PAIR.split()))),
            ("wei-liu/unverified", "wei-m-liu/unverified"),
            ("same", "different", "assign", "leave"),
            id="two pages that a finding is about, the larger first",
        ),
        pytest.param(
            finding(authorships=tuple(written().authorships)[-1:]),
            ("bo-li/unverified",),
            ("assign", "leave"),
            id="an authorship leads to its page",
        ),
        pytest.param(finding(authorships=tuple(written().authorships)), (), ("leave",), id="too many pages"),
        pytest.param(finding(about="10.1/x"), (), ("leave",), id="something that is no page"),
    ],
)
def test_pages_and_answers(found: Finding, pages: tuple[str, ...], kinds: tuple[str, ...]) -> None:
    """A finding stands beside its pages, and offers the answers that fit them."""
    held = written()
    assert pages_of(found, held) == pages
    item = of_finding(found, held, NOTHING_WITHHELD)
    assert (item.pages, item.kinds) == (pages, kinds)


def test_what_to_look_at_first() -> None:
    """People before slips; in steps of sureness; then those that move more papers; then the surer ones."""
    slip = finding(confidence=1.0)
    small = of_page("wei-liu/unverified", confidence=0.97, papers=("a-1",))
    large = of_page("wei-liu/unverified", confidence=0.93, papers=("a-1", "a-2"))
    surer = finding(subject=SubjectReference("page-pair", PAIR), confidence=0.95)
    unsure = of_page("wei-liu/unverified", confidence=0.5)
    split = of_page("wei-liu/unverified", confidence=0.91, groups=(("a-1",), ("a-2", "a-3", "x", "y")))
    assert ranked([slip, unsure, small, large, surer, split], written()) == [split, surer, large, small, unsure, slip]


def test_what_an_item_says() -> None:
    """Its title is a name where there is one; groups are described by the dossier, and not twice."""
    held = written()
    group, fact = Evidence(text="A: 3 papers", kind="group"), Evidence(text="no co-author", weight=0.9)
    item = of_finding(of_page("wei-liu/unverified", evidence=(group, fact)), held, NOTHING_WITHHELD)
    assert (item.title, [told.text for told in item.facts]) == ("Wei Liu", ["no co-author"])
    later = of_page("wei-liu/unverified", details=lambda: Details((fact,)))
    assert [told.text for told in of_finding(later, held, NOTHING_WITHHELD).facts] == ["no co-author"]
    place = Location("data/x.xml", "a-1", "author", 2, "last")
    item = of_finding(finding(location=place, evidence=(group,)), held, NOTHING_WITHHELD)
    assert (item.title, item.place) == ("a-1", "data/x.xml, a-1, author 2, last")
    assert [told.text for told in item.facts] == ["A: 3 papers"]


def test_volumes() -> None:
    """The volumes of papers, each once."""
    assert volumes_of(["a-1", "a-2", "b-1", "x"], {"a-1": "a", "a-2": "a", "b-1": "b"}) == ("a", "b")
