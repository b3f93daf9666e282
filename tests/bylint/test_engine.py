"""The engine: what checks are put to, how their findings are completed, and what happens when one fails."""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from bylint import (
    Assignment,
    Authorship,
    Check,
    Coauthors,
    Corpus,
    Details,
    Disambiguation,
    Evidence,
    Finding,
    Location,
    Name,
    Names,
    Options,
    Page,
    PagePair,
    Paper,
    Person,
    Severity,
    Topics,
    Volume,
    engine,
)
from bylint.checks import SUBJECTS
from bylint.completion import distinct, told
from bylint.engine import run_checks
from bylint.testing import author, corpus, name, paper, person
from bylint_checks.repeated_author import repeated_author


def made(subject: type, function: Callable[..., object], **more: object) -> Check:
    """A check without a module of its own."""
    return replace(repeated_author, id="made-up", subject=SUBJECTS[subject], function=function, **more)


TOY = corpus(
    paper("Ada Lovelace", "Mausam", id="a", volume_id="v"),
    paper("Ada Lovelace", "Augusta Lovelace", editors=["Bo Li"], id="b"),
    paper(id="f", editors=["Bo Li"], volume_id="v", is_front_matter=True),
    person("ada", "Ada Lovelace"),
)


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        pytest.param(Name, ["Ada Lovelace", "Mausam", "Augusta Lovelace", "Bo Li"], id="distinct names, each once"),
        pytest.param(Authorship, [("a", 1), ("a", 2), ("b", 1), ("b", 2), ("b", 1), ("f", 1)], id="editors too"),
        pytest.param(Paper, ["a", "b", "f"], id="papers with front matter"),
        pytest.param(Volume, ["v"], id="volumes"),
        pytest.param(Page, ["ada", "mausam/unverified", "augusta-lovelace/unverified", "bo-li/unverified"], id="pages"),
        pytest.param(PagePair, ["ada augusta-lovelace/unverified"], id="pairs of pages in one block"),
        pytest.param(Person, ["ada"], id="people"),
        pytest.param(Corpus, [TOY], id="the corpus, once"),
    ],
)
def test_every_subject_is_asked(subject: type, expected: list[object]) -> None:
    """A check is put to every subject of its kind, in the order of the corpus."""
    seen: list[object] = []

    def function(subject: object) -> Iterator[Finding]:
        match subject:
            case Name():
                seen.append(str(subject))
            case Authorship():
                seen.append((subject.paper_id, subject.position))
            case Corpus():
                seen.append(subject)
            case _:
                seen.append(subject.id)  # type: ignore[attr-defined]
        yield from ()

    assert run_checks(TOY, [made(subject, function)]) == []
    assert seen == expected


@pytest.mark.parametrize("subject", list(SUBJECTS), ids=list(SUBJECTS.values()))
def test_finding_without_a_place_stands_where_its_subject_does(subject: type) -> None:
    """The engine completes what a check leaves open: place, papers, subject, confidence, fingerprint."""

    def function(subject: object) -> Iterator[Finding]:
        yield Finding(message="m", authorships=tuple(TOY.authorships)[:1] if isinstance(subject, Corpus) else ())

    findings = run_checks(TOY, [made(subject, function)])
    assert findings
    for finding in findings:
        assert finding.location is not None
        assert finding.location.path
        assert finding.subject.kind == SUBJECTS[subject]
        assert finding.confidence == repeated_author.confidence
        assert finding.severity is Severity.ERROR
    assert len({finding.fingerprint for finding in findings}) == len(findings)


def test_a_name_stands_in_all_its_places() -> None:
    """A finding about a name has every authorship, and its field in the first of them as its place."""
    check = made(
        Name, lambda name: [Finding(message="m", location=Location(field="last"))] if name.first == "Ada" else []
    )
    (finding,) = run_checks(TOY, [check])
    assert [authorship.paper_id for authorship in finding.authorships] == ["a", "b"]
    assert finding.location == TOY.papers[0].authorships[0].at("last")
    assert finding.papers == ("a", "b")
    (elsewhere,) = finding.evidence
    assert (elsewhere.text, elsewhere.papers) == ("also on b", ("b",))
    assert elsewhere.location == TOY.papers[1].authorships[0].at("last")
    assert finding.subject == ("name", "Ada|Lovelace", "Ada Lovelace")


def test_many_other_places_are_counted() -> None:
    """Of many other papers five are named, and programs get them all."""
    records = corpus(*(paper("Ada Lovelace", id=f"p-{number}") for number in range(9)))
    (finding,) = run_checks(records, [made(Name, lambda name: [Finding(message="m")])])
    assert finding.evidence[0].text == "also on p-1, p-2, p-3, p-4, p-5 and 3 more"
    assert len(finding.evidence[0].papers) == 8


def test_fingerprint_outlives_an_ingest() -> None:
    """New papers before and on a page change nothing in the fingerprints of what is found on it."""

    def function(page: Page) -> Iterator[Finding]:
        yield Finding(message=f"{len(page.papers)} papers")

    def prints(records: Corpus) -> dict[str, str]:
        return {finding.subject.id: finding.fingerprint for finding in run_checks(records, [made(Page, function)])}

    before = prints(corpus(paper("Ada Lovelace", id="b")))
    after = prints(corpus(paper("Zoe Zed", id="a"), paper("Ada Lovelace", id="a2"), paper("Ada Lovelace", id="b")))
    assert after["ada-lovelace/unverified"] == before["ada-lovelace/unverified"]


def test_fingerprints_are_pinned() -> None:
    """Baselines in repositories hold these: a change here breaks them."""
    (finding,) = run_checks(corpus(paper("Ada Lovelace", "Ada Lovelace", id="a")), [repeated_author])
    assert finding.fingerprint == "eb2e9c557bd6d9be"


def test_names_decide_the_fingerprint_in_either_order() -> None:
    """A finding that compares two names is the same finding whichever comes first."""

    def both(order: int) -> str:
        names = (name("Ada Lovelace"), name("Augusta Lovelace"))[::order]
        check = made(Corpus, lambda corpus: [Finding(message="m", names=names, location=Location("p", "r"))])
        return run_checks(TOY, [check])[0].fingerprint

    assert both(1) == both(-1)


def test_equal_fingerprints_are_told_apart() -> None:
    """Two findings that are about the same thing get a fingerprint each, the same ones every time."""
    check = made(Paper, lambda paper: [Finding(message="m")] * 3)
    findings = distinct(run_checks(TOY, [check]))
    assert len({finding.fingerprint for finding in findings}) == len(findings) == 9
    assert distinct(run_checks(TOY, [check])) == findings


class Limit(Options):
    """Options of a made-up check."""

    limit: int = 1


def test_views_and_options_are_handed_over() -> None:
    """Parameters after the subject get the view they name, made once a run, or the options of the user."""
    seen: list[tuple[object, ...]] = []

    def function(paper: Paper, *given: object, **named: object) -> Iterator[Finding]:
        seen.append(tuple(named.values()))
        yield from ()

    arguments = {"a": Names, "b": Coauthors, "c": Topics, "d": Assignment, "e": Limit}
    check = made(Paper, function, arguments=arguments, options=Limit)
    run_checks(TOY, [check], {"made-up": Limit(limit=7)})
    assert [type(value) for value in seen[0]] == list(arguments.values())
    assert seen[0][4] == Limit(limit=7)
    assert all(mine is others for mine, others in zip(seen[0], seen[1], strict=True))


def raising(error: BaseException) -> Callable[..., object]:
    """A check that fails on the second paper."""

    def function(paper: Paper) -> Iterator[Finding]:
        if paper.id == "b":
            raise error
        yield Finding(message=f"found {paper.id}")

    return function


@pytest.mark.parametrize(
    "error",
    [ValueError("odd\nvalue"), SystemExit(0), RecursionError(), KeyError("x")],
    ids=lambda error: type(error).__name__,
)
def test_a_check_that_raises_becomes_a_finding(error: BaseException) -> None:
    """What it found besides stays, and every other check still reports."""
    findings = run_checks(TOY, [made(Paper, raising(error)), replace(repeated_author, id="another")])
    assert [finding.message for finding in findings[:2]] == ["found a", "found f"]
    crash = findings[2]
    assert crash.check == "crashed-check"
    assert crash.message.startswith(f"made-up failed on paper b: {type(error).__name__}")
    assert "\n" not in crash.message
    assert "test_engine.py:" in crash.evidence[0].text


def test_a_failure_is_counted_not_repeated() -> None:
    """A check that fails on every subject is one finding."""

    def function(paper: Paper) -> Iterator[Finding]:
        raise ValueError(paper.id)

    (finding,) = run_checks(TOY, [made(Paper, function)])
    assert "failed on paper a, 3 times in all: ValueError: a" in finding.message


def test_an_interrupt_is_no_failure() -> None:
    """Ctrl-C ends the run, whatever a check does."""
    with pytest.raises(KeyboardInterrupt):
        run_checks(TOY, [made(Paper, raising(KeyboardInterrupt()))])


GOOD = Finding(message="m")


@pytest.mark.parametrize(
    "nonsense",
    [
        pytest.param(None, id="None for a list"),
        pytest.param(7, id="a number for a list"),
        pytest.param(["text"], id="text for a finding"),
        pytest.param([replace(GOOD, message="")], id="no message"),
        pytest.param([replace(GOOD, message=None)], id="None for a message"),
        pytest.param([replace(GOOD, confidence=1.5)], id="a confidence above 1"),
        pytest.param([replace(GOOD, confidence=float("nan"))], id="a confidence that is no number"),
        pytest.param([replace(GOOD, confidence="high")], id="a word for a confidence"),
        pytest.param([replace(GOOD, location="x:1")], id="text for a place"),
        pytest.param([replace(GOOD, evidence=("because",))], id="text for evidence"),
        pytest.param([replace(GOOD, evidence=None)], id="None for evidence"),
        pytest.param([replace(GOOD, names=("Ada",))], id="text for a name"),
        pytest.param([replace(GOOD, authorships=(1,))], id="a number for an authorship"),
        pytest.param([replace(GOOD, papers=(1,))], id="a number for a paper"),
        pytest.param([replace(GOOD, groups=(("a",), (1,)))], id="a number in a group"),
        pytest.param([replace(GOOD, groups=("ab",))], id="text for a group"),
        pytest.param([replace(GOOD, about=1)], id="a number for what it is about"),
        pytest.param([replace(GOOD, evidence=(Evidence(text=1),))], id="a number for evidence"),
        pytest.param([replace(GOOD, details=Details())], id="details that are no function"),
    ],
)
def test_nonsense_becomes_a_finding(nonsense: object) -> None:
    """A check that yields what is no finding is reported, and nothing else is lost."""
    findings = run_checks(TOY, [made(Corpus, lambda corpus: nonsense), replace(repeated_author, id="another")])
    assert [finding.check for finding in findings] == ["crashed-check"]


class Impossible(Options):
    """Options whose default breaks their own rule."""

    limit: int = 0

    def __post_init__(self) -> None:
        if not self.limit:
            raise ValueError("no limit")


def test_options_with_impossible_defaults_become_a_finding() -> None:
    """A plugin's own mistake in its options does not end the run."""
    check = made(Paper, lambda paper, options: [], arguments={"options": Impossible}, options=Impossible)
    (finding,) = run_checks(TOY, [check])
    assert finding.message.startswith("made-up failed on its options")


def test_details_wait_for_a_reader() -> None:
    """Details are found out when somebody asks for them, and come before what the engine adds."""
    asked: list[str] = []

    def details() -> Details:
        asked.append("details")
        return Details((Evidence(text="later"),), "discreet")

    (pending,) = run_checks(
        TOY, [made(Name, lambda name: [Finding(message="m", details=details)][: name.first == "Ada"])]
    )
    assert not asked
    assert [evidence.text for evidence in pending.evidence] == ["also on b"]
    finding = told(pending)
    assert [evidence.text for evidence in finding.evidence] == ["later", "also on b"]
    assert (finding.discreet_message, finding.details, asked) == ("discreet", None, ["details"])
    assert replace(finding, evidence=pending.evidence, discreet_message="", details=details) == pending
    assert told(finding) is finding


@pytest.mark.parametrize(
    ("details", "said"),
    [
        pytest.param(tuple, "details that are tuple, no Details", id="no details"),
        pytest.param(lambda: Details((1,)), "evidence that are no tuple of Evidence", id="a number for evidence"),
        pytest.param(lambda: 1 / 0, "ZeroDivisionError: division by zero", id="an error"),
    ],
)
def test_details_that_fail_leave_the_finding(details: Callable[[], Details], said: str) -> None:
    """What a check found stands, and it is said that there is no more of it."""
    (pending,) = run_checks(TOY, [made(Corpus, lambda corpus: [replace(GOOD, details=details)])])
    finding = told(pending)
    assert (finding.message, finding.details) == (GOOD.message, None)
    (failed,) = finding.evidence
    assert failed.text.startswith("made-up failed to tell more: ")
    assert said in failed.text


def test_checks_cannot_forge_what_the_engine_says() -> None:
    """Check id, severity, subject and fingerprint are the engine's, whatever a check writes there."""
    forged = Finding(message="m", check="other", severity=Severity.NOTE, fingerprint="0" * 16, reason="because")
    finding = run_checks(TOY, [made(Paper, lambda paper: [forged])])[0]
    assert (finding.check, finding.severity, finding.reason) == ("made-up", Severity.ERROR, "")
    assert finding.fingerprint != "0" * 16


def test_progress_is_told_of_every_check() -> None:
    """Whoever asks is told before each check."""
    told: list[str] = []
    run_checks(
        TOY, [made(Paper, lambda paper: []), replace(repeated_author, id="b")], on_check=lambda c: told.append(c.id)
    )
    assert told == ["made-up", "b"]


def test_author_of_an_explicit_id_is_a_subject_too() -> None:
    """An authorship subject is called by paper, role and position."""
    records = corpus(paper(author("Bo Li", id="bo"), id="a"))
    (finding,) = run_checks(records, [made(Authorship, lambda authorship: [GOOD])])
    assert finding.subject == ("authorship", "a author 1", "Bo Li")


def test_checks_of_the_whole_run_beside_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """In two processes the findings are the same, in the same order, and all checks are told."""
    monkeypatch.setattr(engine, "_WORTH_A_PROCESS", 1)
    process = os.getpid()

    def told(subject: object) -> Iterator[Finding]:
        del subject
        yield Finding(message=f"{os.getpid() == process}")

    def asks(subject: Corpus, disambiguation: Disambiguation) -> Iterator[Finding]:
        yield Finding(message=f"{[disambiguation.expected(name) for name in subject.names]}")

    whole = replace(made(Corpus, asks), id="b", arguments={"disambiguation": Disambiguation})

    def of_page(page: Page, disambiguation: Disambiguation) -> Iterator[Finding]:
        yield Finding(message=f"{os.getpid() == process} {len(disambiguation.partition(page).groups)}")

    pages = replace(made(Page, of_page), id="e", arguments={"disambiguation": Disambiguation})
    checks = [made(Paper, told), whole, replace(made(Name, told), id="c"), pages]
    seen: list[str] = []
    found = run_checks(TOY, checks, on_check=lambda check: seen.append(check.id), jobs=2)
    assert [finding.check for finding in found] == [c.check for c in run_checks(TOY, checks, jobs=1)]
    by_check = {finding.check: finding.message for finding in found}
    assert by_check["c"] == str(sys.platform != "linux")
    assert by_check["e"] == "True 1"
    assert run_checks(TOY, [whole], jobs=2) == run_checks(TOY, [whole], jobs=1)
    assert {"b", "e"} <= set(seen)


def test_checks_of_records_beside_those_of_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where none asks who wrote what, papers and authorships are looked at in another process; findings are the same."""
    monkeypatch.setattr(engine, "_WORTH_A_PROCESS", 1)
    process = os.getpid()

    def told(subject: object) -> Iterator[Finding]:
        yield Finding(message=f"{type(subject).__name__} {os.getpid() == process}", details=Details)

    checks = [replace(made(kind, told), id=f"c-{kind.__name__.lower()}") for kind in (Paper, Name, Authorship, Corpus)]
    found = run_checks(TOY, checks, jobs=2)
    here = sys.platform != "linux"
    assert {finding.message for finding in found} == {
        "Name True",
        "Corpus True",
        f"Paper {here}",
        f"Authorship {here}",
    }
    alone = run_checks(TOY, checks, jobs=1)
    assert [one.fingerprint for one in found] == [one.fingerprint for one in alone]
    assert run_checks(TOY, checks[:1], jobs=2)[0].message == f"Paper {here}"
