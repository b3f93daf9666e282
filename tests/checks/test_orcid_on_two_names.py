"""orcid-on-two-names."""

import pytest

from bylint.testing import author, corpus, paper, person, run
from bylint_checks.orcid_on_two_names import orcid_on_two_names

ORCID = "0000-0002-1825-0097"


def bearers(*names):
    """A paper for each name, all with one ORCID."""
    return [paper(author(name, orcid=ORCID)) for name in names]


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(["Zeerak|Waseem", "Zeerak|Talat"], id="another last name"),
        pytest.param(["Adi|Shalev", "Adi|Bitan"], id="after a marriage"),
        pytest.param(["Ada|Lovelace", "A.|Lovelace"], id="an initial"),
        pytest.param(["Le|Sun", "Sun|Le"], id="swapped"),
        pytest.param(["Xingyu|Han", "XingyuHan|XingyuHan"], id="glued"),
        pytest.param(["Suming|Wang", "素格|王"], id="two scripts"),
        pytest.param(["Dmitry|Ustalov", "Дмитрий|Усталов"], id="a transliteration"),
        pytest.param(["Jiří|Müller", "Jiri|Mueller"], id="accents written out"),
        pytest.param(["Ada|Lovelace", "|."], id="no name at all"),
        pytest.param(["Ada|Lovelace"], id="one name"),
    ],
)
def test_quiet(names):
    """Names that may be one person's are left alone."""
    assert run(orcid_on_two_names, corpus(*bearers(*names))) == []


@pytest.mark.parametrize(
    ("records", "message", "confidence"),
    [
        pytest.param(
            [paper(author("Albert|Lam", orcid=ORCID)), paper(author("Xiao-Ming|Wu", orcid=ORCID), "Albert|Lam")],
            f"Xiao-Ming Wu has the ORCID of Albert Lam, {ORCID}",
            0.95,
            id="the neighbour has it",
        ),
        pytest.param(
            [paper(author("Xiao-Ming|Wu", orcid=ORCID), "Albert|Lam"), paper(author("Albert|Lam", orcid=ORCID))],
            f"Xiao-Ming Wu has the ORCID of Albert Lam, {ORCID}",
            0.95,
            id="the neighbour's paper comes first",
        ),
        pytest.param(
            [*bearers("Els|Lefever", "Els|Lefever"), *bearers("Véronique|Hoste")],
            f"Véronique Hoste has the ORCID of Els Lefever, {ORCID}",
            0.7,
            id="no neighbour: the rarer name, less sure",
        ),
    ],
)
def test_found(records, message, confidence):
    """Names without a word in common are found, the one that has the ORCID by mistake first."""
    (finding,) = run(orcid_on_two_names, corpus(*records))
    assert (finding.message, finding.confidence) == (message, confidence)
    assert finding.location.field == "orcid"


def test_neighbour_is_named_with_a_place():
    """The evidence leads to the co-author who bears the other name."""
    records = [
        paper(author("Joey|Chuang", orcid=ORCID), "Hitomi|Yanaka", id="x"),
        paper(author("Hitomi|Yanaka", orcid=ORCID)),
    ]
    (finding,) = run(orcid_on_two_names, corpus(*records))
    neighbour = finding.evidence[1]
    assert neighbour.text == "Hitomi Yanaka stands in the same byline"
    assert (neighbour.location.record, neighbour.location.position) == ("x", 2)


def test_public_logs_get_no_names():
    """Only the ORCID joins the two names, so the discreet message has neither."""
    (finding,) = run(orcid_on_two_names, corpus(*bearers("Ada|Lovelace", "Bo|Li")))
    assert ORCID in finding.discreet_message
    assert "Ada" not in finding.discreet_message
    assert "Li" not in finding.discreet_message


def test_each_strange_name_is_a_finding():
    """Each name that has nothing in common with the likely owner's is one finding of its own."""
    findings = run(orcid_on_two_names, corpus(*bearers("Ada|Lovelace", "Bo|Li", "Zoe|Quill", "Ada|Lovelace")))
    assert [str(finding.names[0]) for finding in findings] == ["Bo Li", "Zoe Quill"]
    assert len({finding.fingerprint for finding in findings}) == 2


def test_listed_names_are_one_person():
    """Two names of one entry in the people database are left alone, until both stand in one byline."""
    hoste = person("veronique-hoste", "Véronique|Hoste", "Els|Lefever", orcid=ORCID)
    apart = bearers("Véronique|Hoste", "Els|Lefever")
    assert run(orcid_on_two_names, corpus(hoste, *apart)) == []
    (finding,) = run(
        orcid_on_two_names, corpus(hoste, *apart, paper(author("Els|Lefever", orcid=ORCID), "Véronique|Hoste"))
    )
    assert [str(name) for name in finding.names] == ["Els Lefever", "Véronique Hoste"]


def test_owner_is_whom_the_people_database_says():
    """The person of the ORCID is its owner, however few of the papers are theirs."""
    records = [person("bo-li", "Bo|Li", orcid=ORCID), *bearers("Ada|Lovelace", "Ada|Lovelace", "Bo|Li")]
    (finding,) = run(orcid_on_two_names, corpus(*records))
    assert finding.message == f"Ada Lovelace has the ORCID of Bo Li, {ORCID}"
    assert len(finding.authorships) == 2
    assert "the people database gives it to bo-li" in [evidence.text for evidence in finding.evidence]


def test_one_orcid_twice_in_a_byline_is_another_fault():
    """Two bearers in one byline are a repeated ORCID, and are not said twice."""
    assert (
        run(orcid_on_two_names, corpus(paper(author("Ada|Lovelace", orcid=ORCID), author("Bo|Li", orcid=ORCID)))) == []
    )
