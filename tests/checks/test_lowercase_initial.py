"""lowercase-initial."""

import pytest

from bylint import Applicability
from bylint.testing import corpus, paper, run
from bylint_checks.lowercase_initial import lowercase_initial
from fixing import fixed
from traditions import EVERYWHERE


@pytest.mark.parametrize(
    "name",
    [
        *EVERYWHERE,
        pytest.param("Jimmy T.H.|Smith", id="capital initials"),
        pytest.param("Walther|v. Hahn", id="an abbreviated particle before a surname"),
        pytest.param("Mareike v. d.|Berg", id="two particles after a first name"),
        pytest.param("Mareike|v.d. Berg", id="two particles without a space"),
        pytest.param("A.v.d.|Berg", id="particles that hang on an initial"),
        pytest.param("danah|boyd", id="a name that is all lower case"),
        pytest.param("Lucas Emanuel Silva e|Oliveira", id="a Portuguese conjunction"),
        pytest.param("Lucas E. Silva e|Oliveira", id="a conjunction beside an initial"),
        pytest.param("Noor e|Hira", id="an Urdu link"),
        pytest.param("Tzu-i|Wu", id="a Taiwanese syllable of one letter"),
        pytest.param("K.-w.|Chang", id="an initial after a hyphen, as Taiwanese names are written"),
        pytest.param("Christophe|d'Alessandro", id="an elided particle"),
        pytest.param("C.d’|Alessandro", id="an elided particle after an initial"),
        pytest.param("J.van|Eijck", id="a particle that hangs on an initial"),
        pytest.param("M.a Antònia|Martí", id="María, abbreviated in plain letters"),
        pytest.param("M.ª Antònia|Martí", id="María, abbreviated with an ordinal sign"),
        pytest.param("Ada|Lovelace Ph.d.", id="a degree, which is another fault"),
        pytest.param("|Verein für Namen e.V.", id="the legal form of a group"),
        pytest.param("Edward|Stabler Jr.", id="an abbreviated suffix"),
        pytest.param("St.|Anne", id="an abbreviated word"),
        pytest.param("Mª|Antònia", id="an ordinal sign"),
        pytest.param("王.|李", id="a script without case"),
        pytest.param("Ж. И.|Иванов", id="Cyrillic capitals"),
        pytest.param("Ọ. Ọ.|Àjàyí", id="capitals with Yoruba marks"),
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
            "|Mirnalinee T.t.",
            "last",
            "“Mirnalinee T.t.”: the initial “t” is in lower case",
            id="initials after the name",
        ),
        pytest.param(
            "Mark o.|Riedl", "first", "“Mark o. Riedl”: the initial “o” is in lower case", id="a middle initial"
        ),
        pytest.param(
            "Santosh|T.y.s.s.",
            "last",
            "“Santosh T.y.s.s.”: the initials “y”, “s”, “s” are in lower case",
            id="several at once",
        ),
        pytest.param(
            "H.l|Shashirekha", "first", "“H.l Shashirekha”: the initial “l” is in lower case", id="no last full stop"
        ),
        pytest.param(
            "S.m Towhidul Islam|Tonmoy",
            "first",
            "“S.m Towhidul Islam Tonmoy”: the initial “m” is in lower case",
            id="initials before a name",
        ),
        pytest.param(
            "Hariprasath|.s.b", "last", "“Hariprasath .s.b”: the initials “s”, “b” are in lower case", id="all of them"
        ),
        pytest.param(
            "Laks|Lakshmanan, V.s.",
            "last",
            "“Laks Lakshmanan, V.s.”: the initial “s” is in lower case",
            id="initials after a comma",
        ),
        pytest.param(
            "v.|Hahn", "first", "“v. Hahn”: the initial “v” is in lower case", id="no particle: the first name"
        ),
        pytest.param("ж.|Иванов", "first", "“ж. Иванов”: the initial “ж” is in lower case", id="Cyrillic"),
    ],
)
def test_found(name, field, message):
    """An initial in lower case is found in its field."""
    (finding,) = run(lowercase_initial, corpus(paper(name)))
    assert (finding.location.field, finding.message) == (field, message)


def test_each_field_is_a_finding():
    """Initials in both fields are two findings."""
    findings = run(lowercase_initial, corpus(paper("C.v.|Jawahar K.t.")))
    assert [finding.location.field for finding in findings] == ["first", "last"]


def test_all_places_are_one_finding():
    """A name is one finding with all its authorships."""
    (finding,) = run(lowercase_initial, corpus(paper("T.h.|Smith", id="a"), paper("T.h.|Smith", id="b")))
    assert [authorship.paper_id for authorship in finding.authorships] == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "expected", "applicability"),
    [
        pytest.param("Jimmy T.h.|Smith", "Jimmy T.H.|Smith", Applicability.SAFE, id="the real one"),
        pytest.param("Santosh|T.y.s.s", "Santosh|T.Y.S.S", Applicability.SAFE, id="four of them"),
        pytest.param("Laks|Lakshmanan, V.s.", "Laks|Lakshmanan, V.S.", Applicability.SAFE, id="after a comma"),
        pytest.param("ж.|Иванов", "Ж.|Иванов", Applicability.SAFE, id="Cyrillic"),
        pytest.param(
            "i. Ethel|Voynich", "I. Ethel|Voynich", Applicability.SAFE, id="an i in a name that is not Turkish"
        ),
    ],
)
def test_fixed(name, expected, applicability):
    """The initials are written as capitals, and nothing is found any more."""
    papers = corpus(paper(name))
    (finding,) = run(lowercase_initial, papers)
    assert finding.fix.applicability is applicability
    after = fixed(papers, finding)
    assert [f"{name.first or ''}|{name.last}" for name in after.names] == [expected]
    assert run(lowercase_initial, after) == []


@pytest.mark.parametrize("name", ["i.|Şahin", "ŉ.|Nel"])
def test_found_without_a_fix(name):
    """A dotted capital may be meant, or there is none."""
    (finding,) = run(lowercase_initial, corpus(paper(name)))
    assert finding.fix is None
