"""What the engine does with a proposed fix: refuses nonsense, completes places, and takes back what is not safe."""

from collections.abc import Iterator
from typing import Any

import pytest

from bylint import Applicability, Change, Check, Corpus, Finding, Fix, Location, Name, Severity
from bylint.engine import run_checks
from bylint.testing import author, corpus, paper, person

SAFE, SUGGEST = Applicability.SAFE, Applicability.SUGGEST
DAGGER = Fix(changes=(Change(Location(field="last"), "Li†", "Li"),), applicability=SAFE)


def found(records: Corpus, fix: Any, fixes: Applicability | None = SAFE) -> Finding:
    """What becomes of a fix that a check of names proposes for every name with a dagger."""

    def look(name: Name) -> Iterator[Finding]:
        if "†" in name.last:
            yield Finding(message="a dagger", location=Location(field="last"), fix=fix)

    check = Check(id="made", severity=Severity.NOTE, page="P.", subject="name", fixes=fixes, function=look)
    (finding,) = run_checks(records, [check])
    return finding


def test_relative_change_is_made_at_every_authorship_with_the_old_text() -> None:
    """A change of a name's field is one of each of its authorships; any other is one of the finding's place."""
    records = corpus(paper("Bo|Li†", id="a"), paper("X Y", "Bo|Li†", id="b", editors=["Bo|Li†"]))
    fix = found(records, DAGGER).fix
    assert fix is not None
    assert fix.applicability is SAFE
    places = [(change.location.record, change.location.byline, change.location.position) for change in fix.changes]
    assert places == [("a", "author", 1), ("b", "author", 2), ("b", "editor", 1)]
    fix = found(records, Fix(changes=(Change(Location(field="orcid"), "", "0"),))).fix
    assert fix is not None
    assert [change.location for change in fix.changes] == [Location("papers.jsonl", "a", "author", 1, "orcid")]
    absolute = Change(Location("x.xml", "r", field="doi"), "1", "2")
    fix = found(records, Fix(changes=(absolute,))).fix
    assert fix is not None
    assert fix.changes == (absolute,)


@pytest.mark.parametrize(
    ("records", "new", "expected"),
    [
        pytest.param(corpus(paper("Bo|Li†")), "Li", SAFE, id="a sign that no slug has"),
        pytest.param(corpus(paper("Bo|Li†")), "Lin", SUGGEST, id="another slug: the paper would move"),
        pytest.param(corpus(paper(author("Bo|Li†", id="bo-li"))), "Li", SUGGEST, id="a tag with an id"),
        pytest.param(corpus(paper("Bo|Li†"), person("bo-li", "Bo|Li†")), "Li", SUGGEST, id="a name that is listed"),
        pytest.param(corpus(paper("Bo|Li†", "Bo|Li")), "Li", SUGGEST, id="a name that stands in the byline already"),
        pytest.param(corpus(paper("Bo|Li†", editors=["Bo|Li"])), "Li", SUGGEST, id="or among the editors"),
        pytest.param(corpus(paper("Bo|Li†"), paper("Bo|Li")), "Li", SAFE, id="another paper has the name"),
        pytest.param(corpus(paper("Bo|Li†", id="a"), paper("X", id="a")), "Li", SUGGEST, id="two papers of one id"),
        pytest.param(Corpus([paper("Bo|Li†")], knows_people=False), "Li", SUGGEST, id="who is listed is not known"),
    ],
)
def test_change_of_a_name_is_safe_where_nothing_else_changes(
    records: Corpus, new: str, expected: Applicability
) -> None:
    """No page, no listed name and no byline may become another one by a safe change."""
    change = Change(Location(field="last"), "Li†", new)
    fix = found(records, Fix(changes=(change,), applicability=SAFE)).fix
    assert fix is not None
    assert fix.applicability is expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param(Location(field="title"), SAFE, id="a title says nothing of who somebody is"),
        pytest.param(Location(field="id"), SUGGEST, id="an id does"),
        pytest.param(Location(field="orcid"), SUGGEST, id="an ORCID does"),
        pytest.param(Location(field="openreview"), SUGGEST, id="so does a profile"),
        pytest.param(Location("people.yaml", "bo-li", field="degree"), SUGGEST, id="a field of the people database"),
        pytest.param(Location("people.yaml", "bo-li", "names", 1, "last"), SUGGEST, id="a name that is listed"),
        pytest.param(Location("papers.jsonl", "twice", field="doi"), SUGGEST, id="which of two papers, nobody knows"),
        pytest.param(Location("papers.jsonl", "a", "author", 1, "last"), SUGGEST, id="a name the finding is not about"),
    ],
)
def test_change_of_who_somebody_is_is_never_safe(place: Location, expected: Applicability) -> None:
    """Whatever a check says."""
    entry = person("bo-li", "Bo|Li")._replace(path="people.yaml")
    papers = paper("Bo|Li†", id="x"), paper("Ad|Xu", id="a"), paper("Z", id="twice"), paper("Z", id="twice")
    fix = found(corpus(*papers, entry), Fix(changes=(Change(place, "a", "b"),), applicability=SAFE)).fix
    assert fix is not None
    assert fix.applicability is expected


@pytest.mark.parametrize(
    ("fix", "fixes", "message"),
    [
        pytest.param("Li", SAFE, "no Fix", id="a text"),
        pytest.param(Fix(changes=()), SAFE, "no Fix", id="no change"),
        pytest.param(Fix(changes=("Li",)), SAFE, "no Change", id="a change that is none"),  # type: ignore[arg-type]
        pytest.param(Fix(changes=(Change(Location(), 1, "a"),)), SAFE, "no str", id="a number"),  # type: ignore[arg-type]
        pytest.param(Fix(changes=(Change(Location(), "a", "a"),)), SAFE, "changes nothing", id="nothing new"),
        pytest.param(
            Fix(changes=(Change(Location(field="last"), "Xu", "Li"),)),
            SAFE,
            "none of its authorships",
            id="no such name",
        ),
        pytest.param(
            Fix(changes=(*DAGGER.changes, Change(Location(field="last"), "Li†", "Lin"))),
            SAFE,
            "two texts of one",
            id="two names for one",
        ),
        pytest.param(DAGGER, None, "does not say", id="a check that did not say so"),
        pytest.param(DAGGER, SUGGEST, "only suggests", id="a safe fix of a check that only suggests"),
    ],
)
def test_what_is_no_fix_or_was_not_declared_is_refused(fix: object, fixes: Applicability | None, message: str) -> None:
    """A check that yields such a thing has crashed."""
    finding = found(corpus(paper("Bo|Li†")), fix, fixes)
    assert finding.check == "crashed-check"
    assert message in finding.message
