"""lowercase-initial."""

import pytest
from bylint_checks.lowercase_initial import lowercase_initial

from bylint.testing import corpus, paper, run


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Jimmy T.H.|Smith", id="capital initials"),
        pytest.param("Walther|v. Hahn", id="an abbreviated particle before a surname"),
        pytest.param("danah|boyd", id="a name that is all lower case"),
        pytest.param("Sabine|Schulte im Walde", id="particles written out"),
        pytest.param("P S V|N", id="initials without full stops"),
        pytest.param("Edward|Stabler Jr.", id="an abbreviated suffix"),
        pytest.param("St.|Anne", id="an abbreviated word"),
        pytest.param("Mª|Antònia", id="an ordinal sign"),
        pytest.param("王.|李", id="a script without case"),
        pytest.param("Ж. И.|Иванов", id="Cyrillic capitals"),
        pytest.param("Ọ. Ọ.|Àjàyí", id="capitals with Yoruba marks"),
        pytest.param("|Mausam", id="a mononym"),
        pytest.param("Fulano|.", id="a full stop for a surname"),
    ],
)
def test_quiet(name):
    """Names whose initials are capitals, or that have none, are left alone."""
    assert run(lowercase_initial, corpus(paper(name))) == []


@pytest.mark.parametrize(
    ("name", "field", "message"),
    [
        pytest.param(
            "Jimmy T.h.|Smith", "first", "“Jimmy T.h. Smith”: the initial “h” is in lower case", id="the second initial"
        ),
        pytest.param(
            "|Mirnalinee T.t.", "last", "“Mirnalinee T.t.”: the initial “t” is in lower case", id="initials after the name"
        ),
        pytest.param("Mark o.|Riedl", "first", "“Mark o. Riedl”: the initial “o” is in lower case", id="a middle initial"),
        pytest.param(
            "Santosh|T.y.s.s.",
            "last",
            "“Santosh T.y.s.s.”: the initials “y”, “s”, “s” are in lower case",
            id="several at once",
        ),
        pytest.param("v.|Hahn", "first", "“v. Hahn”: the initial “v” is in lower case", id="no particle: the first name"),
        pytest.param("ж.|Иванов", "first", "“ж. Иванов”: the initial “ж” is in lower case", id="Cyrillic"),
    ],
)
def test_found(name, field, message):
    """An initial in lower case is found in its field."""
    (finding,) = run(lowercase_initial, corpus(paper(name)))
    assert (finding.location.field, finding.message) == (field, message)


def test_all_places_are_one_finding():
    """A name is one finding with all its authorships."""
    (finding,) = run(lowercase_initial, corpus(paper("T.h.|Smith", id="a"), paper("T.h.|Smith", id="b")))
    assert [authorship.paper_id for authorship in finding.authorships] == ["a", "b"]
