"""legacy-twin."""

import pytest

from bylint.testing import corpus, person, run
from bylint_checks.legacy_twin import legacy_twin

LEGACY = person("massih-r-amini", "Massih R.|Amini", "Massih-Reza|Amini")
TWIN = person("massih-r-amini-4233", "Massih R|Amini", orcid="0009-0099-0000-4233")


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([LEGACY], id="alone"),
        pytest.param([LEGACY._replace(orcid="0000-0002-1825-0097"), TWIN], id="an ORCID each: abdul-aziz"),
        pytest.param([LEGACY._replace(similar=(TWIN.id,)), TWIN], id="the older one knows the other"),
        pytest.param([LEGACY, TWIN._replace(similar=(LEGACY.id,))], id="the newer one knows the other"),
        pytest.param([LEGACY, TWIN._replace(orcid=None)], id="no ORCID at all"),
        pytest.param([LEGACY, TWIN._replace(id="massih-r-amini-grenoble")], id="a suffix that is no ORCID's"),
        pytest.param([LEGACY, TWIN._replace(id="massih-r-amini-0097")], id="the end of another ORCID"),
        pytest.param([LEGACY, person("bo-li-4233", "Bo|Li", orcid=TWIN.orcid)], id="another name"),
        pytest.param([LEGACY._replace(is_verified=False), TWIN], id="an id for anybody else of the name"),
        pytest.param(
            [person("yang-liu", "洋|刘"), person("yang-liu-4233", "Yang|Liu", orcid=TWIN.orcid)],
            id="a Han name and a Latin one",
        ),
    ],
)
def test_quiet(entries):
    """Entries that can be told apart are left alone."""
    assert run(legacy_twin, corpus(*entries)) == []


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([LEGACY, TWIN], id="massih-r-amini"),
        pytest.param([TWIN, LEGACY], id="in the other order"),
        pytest.param([LEGACY._replace(orcid="unknown"), TWIN], id="what is no ORCID"),
        pytest.param(
            [
                person("minh-quang-pham", "Minh Quang|Pham"),
                person("minh-quang-pham-481x", "Minh Quang|Pham", orcid="0009-0099-0000-481X"),
            ],
            id="an ORCID that ends in X",
        ),
        pytest.param(
            [
                person("gulsen-eryigit", "Gülşen|Eryiğit"),
                person("gulsen-eryigit-7305", "Gulsen|Eryigit", orcid="0009-0099-0000-7305"),
            ],
            id="with and without accents",
        ),
        pytest.param(
            [LEGACY, person("massih-reza-amini-4233", "Massih-Reza|Amini", orcid=TWIN.orcid)], id="by a second name"
        ),
    ],
)
def test_found(entries):
    """The older entry is found, with the ORCID of the newer one as evidence."""
    older, newer = sorted(entries, key=lambda entry: len(entry.id))
    (finding,) = run(legacy_twin, corpus(*entries))
    assert finding.message == f"{older.id} has no ORCID, and {newer.id} of the same name has one"
    assert finding.location == older.location
    assert [evidence.location for evidence in finding.evidence] == [newer.at("orcid")]
    assert finding.confidence == 0.9


def test_several_twins_are_one_finding():
    """Beside several entries the name is common, and the finding less sure."""
    other = person("massih-r-amini-0097", "Massih R.|Amini", orcid="0000-0002-1825-0097")
    (finding,) = run(legacy_twin, corpus(LEGACY, TWIN, other))
    assert finding.confidence == 0.6
    assert len(finding.evidence) == 2
