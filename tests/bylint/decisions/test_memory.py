"""Decisions that the repository keeps: which findings they answer, and what brings a finding back."""

from dataclasses import replace
from typing import Any

import pytest

from bylint import Corpus, Finding, Location, Name, Paper
from bylint.decisions.files import parse_decisions, written
from bylint.decisions.forms import DecisionsForm, ReviewedForm
from bylint.decisions.judging import judged
from bylint.decisions.memory import Memory, read_memory
from bylint.finding import Status, SubjectReference
from bylint.testing import author, paper, person
from decided import seen

ORCID, OTHER = "0000-0002-1825-0097", "0000-0001-5109-3700"
SATO, SANO = "motoki-sato/unverified", "motoki-sano/unverified"
SEEN = (
    paper("Motoki Sato", "Ada Rho", id="p1"),
    paper("Motoki Sato", "Bo Li", id="p2"),
    paper("Motoki Sano", "Cy Tau", id="p3"),
)


def decision(corpus: Corpus, kind: str, pages: list[str], of: Finding | None = None, **more: Any) -> ReviewedForm:
    """A decision about pages as they are in a corpus, as its file holds it."""
    about: dict[str, Any] = {"page": pages[0]} if len(pages) == 1 else {"pages": pages}
    papers = [{**seen(item), "orcid": item.orcid} for page in pages for item in corpus.pages[page].authorships]
    of_finding = {"check": of.check, "fingerprint": of.fingerprint} if of else {}
    content = {"kind": kind, **about, "papers": papers, **of_finding, **more}
    form = DecisionsForm.model_validate({"format": "bylint-decisions-1", "decisions": [content]}).decisions[0]
    assert parse_decisions(written([form]).encode()) == (form,)
    return form  # type: ignore[return-value] - no baseline is made here


def mixed(*groups: tuple[str, ...], page: str = SATO, check: str = "mixed-page") -> Finding:
    """A finding that divides a page."""
    return Finding(
        message="two people",
        check=check,
        fingerprint="0123456789abcdef",
        subject=SubjectReference("page", page),
        groups=groups,
        papers=tuple(paper_id for group in groups for paper_id in group),
        location=Location("x.jsonl", groups[-1][0], "author", 1),
    )


def twice(left: str = SATO, right: str = SANO) -> Finding:
    """A finding that joins two pages."""
    return Finding(
        message="one person",
        discreet_message="two pages look like one person's",
        check="duplicate-name",
        fingerprint="0123456789abcdef",
        subject=SubjectReference("corpus", "corpus"),
        about=" ".join(sorted((left, right))),
        names=(Name("Motoki", "Sato"), Name("Motoki", "Sano")),
        papers=("p3",),
    )


def drift(paper_id: str = "p2") -> Finding:
    """A finding about one paper of a page."""
    return Finding(
        message="far away",
        check="topic-drift",
        fingerprint="fedcba9876543210",
        subject=SubjectReference("page", SATO),
        location=Location("x.jsonl", paper_id, "author", 1),
        papers=("p1", paper_id),
    )


def answered(form: ReviewedForm, finding: Finding, corpus: Corpus) -> Finding:
    """The finding as a report has it."""
    (result,), _, _ = judged([finding], [], [], Memory([form], corpus))
    return result


MIXED, TWICE, DRIFT = mixed(("p1",), ("p2",)), twice(), drift()


@pytest.mark.parametrize(
    ("kind", "pages", "of", "finding", "more"),
    [
        pytest.param("one-person", [SATO], MIXED, MIXED, (), id="one person"),
        pytest.param("one-person", [SATO], None, MIXED, (), id="a page that was opened by name"),
        pytest.param(
            "one-person",
            [SATO],
            MIXED,
            replace(mixed(("p1", "p9"), ("p2",)), fingerprint="f" * 16),
            (paper("Motoki Sato", "Ada Rho", id="p9"),),
            id="a paper more, which fits, and another fingerprint",
        ),
        pytest.param(
            "one-person", [SATO], DRIFT, mixed(("p1",), ("p2",), check="other-page"), (), id="whatever check asks it"
        ),
        pytest.param(
            "one-person",
            [SATO],
            MIXED,
            MIXED,
            (paper(author("Motoki Sato", orcid=ORCID), "Ada Rho", id="p9"),),
            id="one new ORCID, the first of the page",
        ),
        pytest.param("different", [SATO, SANO], TWICE, TWICE, (), id="two people"),
        pytest.param("different", [SANO, SATO], None, TWICE, (), id="two pages that were opened by name"),
        pytest.param(
            "different",
            [SATO, SANO],
            TWICE,
            TWICE,
            (paper("Motoki Sano", "Motoki Sato", id="p9"), paper("Motoki Sano", "Eve Phi", id="p8")),
            id="new papers that join nothing",
        ),
        pytest.param("leave", [SATO], DRIFT, DRIFT, (), id="left as it is"),
        pytest.param(
            "leave", [SATO], DRIFT, DRIFT, (paper("Motoki Sato", id="p9"),), id="left, and a paper that is not meant"
        ),
        pytest.param(
            "leave", [SATO], DRIFT, DRIFT, (paper("Motoki Sato", "Ada Rho", id="p9"),), id="left, and one more"
        ),
        pytest.param("leave", [SATO, SANO], TWICE, replace(TWICE, fingerprint="f" * 16), (), id="two pages left"),
        pytest.param("leave", [SATO], None, MIXED, (), id="a page left that was opened by name"),
    ],
)
def test_answered(kind: str, pages: list[str], of: Finding | None, finding: Finding, more: tuple[Paper, ...]) -> None:
    """A finding that a reviewer has answered is silenced, with the answer as its reason."""
    form = decision(Corpus(SEEN), kind, pages, of, note="looked", reviewer="Ada")
    result = answered(form, finding, Corpus([*SEEN, *more]))
    assert result.status is Status.DECIDED, result.message
    assert result.reason.startswith("decided by Ada: ")
    assert result.reason.endswith(" (looked)")


@pytest.mark.parametrize(
    ("kind", "pages", "of", "finding", "more", "new"),
    [
        pytest.param(
            "one-person",
            [SATO],
            MIXED,
            mixed(("p1", "p2"), ("p9",)),
            (paper("Motoki Sato", "Eve Phi", id="p9"),),
            "p9 does not fit the others",
            id="a new paper that does not fit",
        ),
        pytest.param(
            "one-person",
            [SATO],
            MIXED,
            mixed(("p1", "p2"), ("p8", "p9")),
            (paper("Motoki Sato", id="p8"), paper("Motoki Sato", id="p9")),
            "p8 and p9 do not fit the others",
            id="two new papers that do not fit",
        ),
        pytest.param(
            "one-person",
            [SATO],
            MIXED,
            MIXED,
            (
                paper(author("Motoki Sato", orcid=ORCID), id="p8"),
                paper(author("Motoki Sato", orcid=OTHER), id="p9"),
            ),
            f"p9 has the ORCID {OTHER}",
            id="two new ORCIDs",
        ),
        pytest.param(
            "different",
            [SATO, SANO],
            TWICE,
            TWICE,
            (
                paper(author("Motoki Sato", orcid=ORCID), id="p8"),
                paper(author("Motoki Sano", orcid=ORCID), id="p9"),
            ),
            f"p9 and p8 share the ORCID {ORCID}",
            id="one ORCID on both pages",
        ),
        pytest.param(
            "different",
            [SATO, SANO],
            TWICE,
            TWICE,
            (paper("Motoki Sano", "Ada Rho", id="p9"),),
            "p9 makes Ada Rho a co-author of both",
            id="a co-author of both",
        ),
        pytest.param(
            "leave",
            [SATO],
            DRIFT,
            drift("p9"),
            (paper("Motoki Sato", id="p9"),),
            "p9 was not there",
            id="another paper than the one that was left",
        ),
        pytest.param(
            "leave",
            [SATO],
            DRIFT,
            DRIFT,
            (
                paper(author("Motoki Sato", orcid=ORCID), id="p8"),
                paper(author("Motoki Sato", orcid=OTHER), id="p9"),
            ),
            f"p9 has the ORCID {OTHER}",
            id="left, and two new ORCIDs",
        ),
    ],
)
def test_new_evidence(
    kind: str, pages: list[str], of: Finding, finding: Finding, more: tuple[Paper, ...], new: str
) -> None:
    """What was not there to be seen and speaks against the decision brings the finding back, and is told."""
    result = answered(decision(Corpus(SEEN), kind, pages, of), finding, Corpus([*SEEN, *more]))
    assert result.status is Status.SHOWN
    assert result.message == f"{finding.message}; decided before, but something is new: {new}"
    assert result.evidence[0].text == f"new since it was decided: {new}"
    if finding.discreet_message:
        assert result.discreet_message == f"{finding.discreet_message}; decided before, but something is new"


@pytest.mark.parametrize(
    ("kind", "pages", "of", "finding"),
    [
        pytest.param("one-person", [SATO], MIXED, replace(mixed(("p3",), page=SANO), fingerprint="f" * 16), id="page"),
        pytest.param("one-person", [SATO], None, DRIFT, id="no question of who is who"),
        pytest.param("one-person", [SATO], None, TWICE, id="the other question"),
        pytest.param("different", [SATO, SANO], TWICE, replace(MIXED, fingerprint="f" * 16), id="a divided page"),
        pytest.param("leave", [SATO], DRIFT, MIXED, id="another check"),
    ],
)
def test_not_answered(kind: str, pages: list[str], of: Finding | None, finding: Finding) -> None:
    """A decision is silent about everything that nobody asked."""
    corpus = Corpus(SEEN)
    assert answered(decision(corpus, kind, pages, of), finding, corpus) == finding


def test_page_that_got_an_id() -> None:
    """A decision holds when the page has another id since then, because the person was listed."""
    form = decision(Corpus(SEEN), "different", [SATO, SANO], TWICE)
    corpus = Corpus(SEEN, [person("motoki-sato", "Motoki Sato")])
    finding = replace(twice("motoki-sato"), fingerprint="f" * 16)
    assert answered(form, finding, corpus).status is Status.DECIDED


def test_paper_that_went_to_somebody() -> None:
    """Where a paper that was seen says now that it is somebody else's, the page is asked about again."""
    form = decision(Corpus(SEEN), "one-person", [SATO], MIXED)
    moved = paper(author("Motoki Sato", id="motoki-sato-x"), "Ada Rho", id="p1")
    corpus = Corpus([moved, *SEEN[1:]], [person("motoki-sato-x", "Motoki Sato", matches_by_name=False)])
    result = answered(form, mixed(("p1",), ("p2",)), corpus)
    assert result.message.endswith("something is new: p1 has the id motoki-sato-x")


def test_decision_that_nothing_speaks_against_counts() -> None:
    """Of two decisions about one finding, the one that saw more is the answer."""
    more = (*SEEN, paper("Motoki Sato", "Eve Phi", id="p9"))
    old, new = (decision(Corpus(seen_then), "one-person", [SATO], MIXED) for seen_then in (SEEN, more))
    (result,), _, _ = judged([mixed(("p1", "p2"), ("p9",))], [], [], Memory([old, new], Corpus(more)))
    assert result.status is Status.DECIDED


@pytest.mark.parametrize("status", [Status.WAIVED, Status.HIDDEN, Status.BASELINE])
def test_silenced_findings_stay_as_they_are(status: Status) -> None:
    """Whatever else silences a finding goes before a decision."""
    corpus = Corpus(SEEN)
    finding = replace(MIXED, status=status, reason="so")
    assert answered(decision(corpus, "one-person", [SATO], MIXED), finding, corpus) == finding


def test_memory_is_without_the_baseline(tmp_path) -> None:
    """One file may hold both; each is read by who asks for it."""
    corpus = Corpus(SEEN)
    form = decision(corpus, "one-person", [SATO], MIXED)
    path = tmp_path / "decisions.json"
    entry = {"kind": "baseline", "check": "x", "fingerprint": "0" * 16}
    both = DecisionsForm.model_validate({"format": "bylint-decisions-1", "decisions": [entry]})
    path.write_text(written([*both.decisions, form]))
    assert read_memory(path) == (form,)
    assert read_memory(tmp_path / "none.json") == ()


def test_finding_that_is_left_without_a_paper() -> None:
    """Of a decision that saw no paper nothing can be new."""
    corpus = Corpus(SEEN)
    form = decision(corpus, "leave", [SATO], MIXED, papers=[])
    assert answered(form, MIXED, corpus).status is Status.DECIDED
