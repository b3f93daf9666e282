"""What the checks say, held against the ids of the repository."""

from collections.abc import Iterator

import pytest

from bylint import Check, Corpus, Disambiguation, Finding, Name, Page, Severity
from bylint.calibration import Band, b3, calibration
from bylint.decisions.forms import BaselineForm, DecisionsForm, ReviewedForm
from bylint.testing import author, corpus, paper, person
from decided import seen


@pytest.mark.parametrize(
    ("people", "groups", "expected"),
    [
        pytest.param("aabb", "xxyy", 1.0, id="as it is"),
        pytest.param("aabb", "xxxx", 2 * 0.5 / 1.5, id="two people in one group: precision a half, recall whole"),
        pytest.param("aaaa", "wxyz", 2 * 0.25 / 1.25, id="one person in four groups"),
        pytest.param("", "", 1.0, id="nobody"),
    ],
)
def test_b3(people: str, groups: str, expected: float) -> None:
    """B-cubed F1, item by item."""
    assert b3(people, groups) == pytest.approx(expected)


def made(check_id: str, function: object) -> Check:
    """A check that asks who wrote what."""
    return Check(
        id=check_id,
        severity=Severity.WARNING,
        page="A page",
        subject="page",
        function=function,  # type: ignore[arg-type] - as made up as the check
        arguments={"disambiguation": Disambiguation},
    )


def mixed(page: Page, disambiguation: Disambiguation) -> Iterator[Finding]:
    """Every page with two papers, with what its papers are."""
    assert disambiguation.partition(page).groups
    if len(page.papers) > 1:
        yield Finding(message="mixed", groups=(("a",), ("b",)), authorships=page.authorships[1:], confidence=0.75)


def looks(page: Page, disambiguation: Disambiguation) -> Iterator[Finding]:
    """Whatever a check could see that says who is who."""
    assert disambiguation is not None
    if any(item.person_id or item.orcid or item.openreview for item in page.authorships) or page.person:
        yield Finding(message="seen")


def joined(page: Page, disambiguation: Disambiguation) -> Iterator[Finding]:
    """The first page, as one person with Wei M. Liu."""
    assert disambiguation is not None
    if page.id == "wei-liu/unverified":
        names = Name("Wei", "Liu"), Name("Wei M.", "Liu")
        yield Finding(message="one", names=names, authorships=page.authorships + OTHER.authorships)


OTHER = paper(author("Wei M.|Liu", id="wei-liu-pku"), id="c")
RECORDS = (
    paper(author("Wei Liu", id="wei-liu-pku"), "Ada Lovelace", id="a"),
    paper(author("Wei Liu", orcid="0000-0002-1825-0097"), "Bo Li", id="b"),
    OTHER,
    paper("Nobody Known", id="d"),
    paper("Nobody Known", id="e"),
    person("wei-liu-pku", "Wei Liu", "Wei M.|Liu"),
)


def test_ids_are_labels_and_no_evidence() -> None:
    """A divided page is right if its ids differ, joined names if they meet; what no id decides is not counted."""
    found = calibration(corpus(*RECORDS), [made("mixed", mixed), made("joined", joined)], {})
    assert [tuple(record)[:4] for record in found.records] == [("mixed", 2, 1, 1), ("joined", 1, 1, 1)]
    assert found.bands == (Band(0.7, 0.8, 1, 0.75, 1.0),)
    assert (found.names, found.papers) == (1, 2)
    assert found.b3_undivided == pytest.approx(2 * 0.5 / 1.5)


def test_blind_is_blind() -> None:
    """No check sees an id, an ORCID, a profile, or the people database."""
    assert calibration(corpus(*RECORDS), [made("looks", looks)], {}).records[0].findings == 0


def test_checks_that_ask_nothing_of_it_do_not_run() -> None:
    """Only checks that ask who wrote what are calibrated."""

    def fails(subject: Page) -> Iterator[Finding]:
        raise AssertionError(subject)

    other = Check(id="other", severity=Severity.NOTE, page="A page", subject="page", function=fails)
    assert calibration(corpus(*RECORDS), [other], {}).records == ()


def test_nothing_known() -> None:
    """Without two people of one name there is nothing to score."""
    found = calibration(Corpus([paper("Ada Lovelace")]), [made("mixed", mixed)], {})
    assert (found.names, found.b3, found.bands) == (0, None, ())
    assert found.records[0].decidable == 0


def decided(kind: str, *pages: str) -> ReviewedForm:
    """A decision about pages of the records."""
    records = corpus(*RECORDS)
    papers = [seen(item) for page in pages for item in records.pages[page].authorships]
    about = {"page": pages[0]} if len(pages) == 1 else {"pages": pages}
    content = {"kind": kind, **about, "papers": papers}
    form = DecisionsForm.model_validate({"format": "bylint-decisions-1", "decisions": [content]}).decisions[0]
    assert not isinstance(form, BaselineForm)
    return form


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        pytest.param([], [("mixed", 2, 1, 1), ("joined", 1, 1, 1)], id="nothing decided"),
        pytest.param(
            [decided("one-person", "nobody-known/unverified")],
            [("mixed", 2, 2, 1), ("joined", 1, 1, 1)],
            id="one person: who divides the page is wrong",
        ),
        pytest.param(
            [decided("leave", "nobody-known/unverified")],
            [("mixed", 2, 1, 1), ("joined", 1, 1, 1)],
            id="left: nothing is known",
        ),
        pytest.param(
            [decided("different", "nobody-known/unverified", "wei-liu-pku")],
            [("mixed", 2, 1, 1), ("joined", 1, 1, 1)],
            id="two people: nothing is said of either page",
        ),
    ],
)
def test_decisions_are_labels(decisions: list[ReviewedForm], expected: list[tuple[str, int, int, int]]) -> None:
    """What reviewers decided is held against the checks, as ids are; an id goes before a decision."""
    found = calibration(corpus(*RECORDS), [made("mixed", mixed), made("joined", joined)], {}, decided=decisions)
    assert [tuple(record)[:4] for record in found.records] == expected


def test_two_people_are_not_joined() -> None:
    """Who joins two pages that are two people's is wrong."""
    records = corpus(paper("Wei Liu", id="a"), paper("Wei M.|Liu", id="c"))
    papers = [seen(item) for item in records.authorships]
    content = {"kind": "different", "pages": ["wei-liu/unverified", "wei-m-liu/unverified"], "papers": papers}
    form = DecisionsForm.model_validate({"format": "bylint-decisions-1", "decisions": [content]}).decisions

    def joins(page: Page, disambiguation: Disambiguation) -> Iterator[Finding]:
        assert disambiguation is not None
        if page.id == "wei-liu/unverified":
            names = Name("Wei", "Liu"), Name("Wei M.", "Liu")
            yield Finding(message="one", names=names, authorships=tuple(records.authorships))

    for decisions, decidable in ((form, 1), ((), 0)):
        (record,) = calibration(records, [made("joins", joins)], {}, decided=decisions).records
        assert (record.decidable, record.right) == (decidable, 0)
