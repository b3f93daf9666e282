"""misplaced-boundary."""

import pytest

from bylint.testing import corpus, paper, person, run
from bylint_checks.misplaced_boundary import misplaced_boundary
from fixing import fixed
from traditions import EVERYWHERE


def times(*names: tuple[str, int]):
    """Papers by names, so many by each."""
    return [paper(name) for name, count in names for _ in range(count)]


SURNAMES = times(("Ada|Fernández", 1), ("Bo|Fernández", 1), ("Wei|Fernández", 1))
"""From these the corpus knows Fernández as a last name."""


@pytest.mark.parametrize(
    "records",
    [
        *(pytest.param(times((*case.values, 2)), id=case.id) for case in EVERYWHERE),
        pytest.param(times(("Tin Van|Huynh", 2), ("Tin|Van Huynh", 1)), id="Vietnamese: the middle goes either way"),
        pytest.param(times(("Anh Tuan|Nguyen", 5), ("Anh|Tuan Nguyen", 1)), id="Vietnamese, one way far more frequent"),
        pytest.param(times(("Minh Le|Nguyen", 5), ("Huong Le|Thanh", 1)), id="Vietnamese: no French article"),
        pytest.param(times(("Phu Mon|Htut", 9), ("Phu|Mon Htut", 1)), id="Burmese"),
        pytest.param(times(("Win Pa|Pa", 7), ("Win|Pa Pa", 1)), id="Burmese, of words that others use"),
        pytest.param(
            times(("Anna|Björk Nikulásdóttir", 5), ("Anna Björk|Nikulásdóttir", 1)), id="Icelandic: no family name"
        ),
        pytest.param(times(("Anne Sågvall|Hein", 9), ("Anne|Sågvall Hein", 9)), id="a tie"),
        pytest.param(times(("Carla|Parra Escartín", 10), ("Carla Parra|Escartín", 8)), id="nearly a tie"),
        pytest.param(
            [*SURNAMES, *times(("Elisa Fernández|Rei", 2), ("Elisa|Fernández Rei", 1))],
            id="Spanish: more frequent, but it makes a given name of a surname",
        ),
        pytest.param(
            times(("Begoña Villada|Moirón", 3), ("Begoña|Villada Moirón", 1)),
            id="Spanish: more frequent, but nobody knows what the word is",
        ),
        pytest.param(
            times(("Magali Sanches|Duran", 10), ("Magali|Sanches Duran", 5)), id="Portuguese: nobody knows the word"
        ),
        pytest.param(
            times(("Marcello|de Paiva Braga", 4), ("Marcello de Paiva|Braga", 3)), id="Portuguese: nearly a tie"
        ),
        pytest.param(times(("Bhadran V.|K", 2), ("Bhadran|V K", 1)), id="South Indian initials behind the name"),
        pytest.param(times(("Jyoti|D. Pawar", 4), ("Jyoti D.|Pawar", 2)), id="an initial before the surname, mostly"),
        pytest.param(times(("José G.|C. de Souza", 20), ("José G.C.|de Souza", 9)), id="an abbreviated surname"),
        pytest.param(times(("Christopher D.|Manning", 2)), id="an initial like a particle"),
        pytest.param(times(("Sujatha Das|Gollapalli", 1)), id="a surname like a particle"),
        pytest.param(times(("Henry Li|Xinyuan", 1), ("Henry|Li Xinyuan", 1)), id="a Chinese surname like a particle"),
        pytest.param(times(("Xiao Di|Wang", 1)), id="a Chinese syllable like a particle"),
        pytest.param(times(("Md Sultan Al|Nahian", 1)), id="an article that nobody else has so"),
        pytest.param(times(("Md. Altaf ur|Rahman", 1)), id="an Urdu link"),
        pytest.param(times(("Haris Bin|Zia", 2)), id="a patronymic that nobody else has so"),
        pytest.param(times(("Md.|Rafiul Biswas", 6), ("Md. Rafiul|Biswas", 2)), id="an abbreviated Mohammed alone"),
        pytest.param(times(("Ron Daniel|Jr.", 1), ("Ron|Daniel Jr.", 3)), id="a suffix, which is another fault"),
        pytest.param(times(("|Helena Moniz", 1), ("Helena|Moniz", 9)), id="a whole name, which is another fault"),
        pytest.param(times(("for the DES|Collaboration", 1)), id="a group, which is another fault"),
        pytest.param(times(("Mausam|-", 1), ("|Mausam", 9)), id="a placeholder, which is another fault"),
        pytest.param(
            [*times(("Vera Van|Smith", 1)), *times(("Ada|Smith", 1), ("Bo|Smith", 1), ("Wei|Smith", 1))],
            id="a particle before a surname that others have alone",
        ),
        pytest.param(
            [
                person("jean-fox-tree", "Jean|Fox Tree", "Jean Fox|Tree"),
                *times(("Jean Fox|Tree", 1), ("Jean|Fox Tree", 5)),
            ],
            id="listed for a person",
        ),
        pytest.param([person("mauro", "Mauro Di|Manzo"), *times(("Mauro Di|Manzo", 1))], id="listed with a particle"),
        pytest.param(times(("De|Santo", 1), ("van|Noord", 1)), id="a first name that is nothing but a particle"),
    ],
)
def test_quiet(records):
    """What goes either way in a tradition, and what nobody can say, is left alone."""
    assert run(misplaced_boundary, corpus(*records)) == []


@pytest.mark.parametrize(
    ("records", "found", "after"),
    [
        pytest.param(
            times(("Asma Ben|Abacha", 1), ("Asma|Ben Abacha", 20)), "Asma Ben|Abacha", "Asma|Ben Abacha", id="one of 21"
        ),
        pytest.param(times(("Mauro Di|Manzo", 1)), "Mauro Di|Manzo", "Mauro|Di Manzo", id="a particle left behind"),
        pytest.param(
            times(("Joachim Van|den Bogaert", 1), ("Joachim|Van den Bogaert", 15)),
            "Joachim Van|den Bogaert",
            "Joachim|Van den Bogaert",
            id="the first of two particles left behind",
        ),
        pytest.param(
            times(("Gertjan van|Noord", 1)), "Gertjan van|Noord", "Gertjan|van Noord", id="a particle in small letters"
        ),
        pytest.param(
            times(("Titus Von Der|Malsburg", 1)),
            "Titus Von Der|Malsburg",
            "Titus|Von Der Malsburg",
            id="two particles left behind",
        ),
        pytest.param(
            times(("Mirella De|Sisto", 5), ("Mirella|De Sisto", 3)),
            "Mirella De|Sisto",
            "Mirella|De Sisto",
            id="a particle left behind on more papers than not",
        ),
        pytest.param(
            times(("Samer Al|Moubayed", 1), ("Zoe|Al Moubayed", 1)),
            "Samer Al|Moubayed",
            "Samer|Al Moubayed",
            id="another person has the surname with its article",
        ),
        pytest.param(
            times(("Ailbhe Ní|Chasaide", 1), ("Ailbhe|Ní Chasaide", 6)),
            "Ailbhe Ní|Chasaide",
            "Ailbhe|Ní Chasaide",
            id="Irish",
        ),
        pytest.param(
            times(("Carla Parra|Escartín", 2), ("Carla|Parra Escartín", 8)),
            "Carla Parra|Escartín",
            "Carla|Parra Escartín",
            id="Spanish: a double surname",
        ),
        pytest.param(
            times(("Patricio Martinez|Barco", 1), ("Patricio|Martínez-Barco", 9)),
            "Patricio Martinez|Barco",
            "Patricio|Martínez-Barco",
            id="the other records have accents and a hyphen",
        ),
        pytest.param(
            times(("Marta|R. Costa-jussà", 1), ("Marta R.|Costa-Jussa", 9)),
            "Marta|R. Costa-jussà",
            "Marta R.|Costa-jussà",
            id="the other records have no accents",
        ),
        pytest.param(
            times(("Christopher|D. Manning", 1), ("Christopher D.|Manning", 9)),
            "Christopher|D. Manning",
            "Christopher D.|Manning",
            id="an initial before the surname",
        ),
        pytest.param(
            times(("Wei|Emma Zhang", 1), ("Wei Emma|Zhang", 2), ("Emma|Li", 1), ("Emma|Wu", 1)),
            "Wei|Emma Zhang",
            "Wei Emma|Zhang",
            id="a given name before the surname",
        ),
        pytest.param(
            times(("Gary|Geunbae Lee", 1), ("Gary Geunbae|Lee", 9)),
            "Gary|Geunbae Lee",
            "Gary Geunbae|Lee",
            id="an unknown word, far more frequent in the first name",
        ),
    ],
)
def test_found(records, found, after):
    """A boundary in the wrong place is found, and the suggestion clears it."""
    before = corpus(*records)
    (finding,) = run(misplaced_boundary, before)
    assert finding.message == f"“{found}” is probably “{after}”"
    mended = fixed(before, finding)
    first = next(iter(mended.names))
    assert f"{first.first}|{first.last}" == after
    assert run(misplaced_boundary, mended) == []


def test_three_boundaries_end_in_one():
    """What is moved to a place that is itself wrong is moved to the end at once, and nothing is left to find."""
    records = times(("Sabine Schulte im|Walde", 1), ("Sabine Schulte|im Walde", 1), ("Sabine|Schulte im Walde", 9))
    before = corpus(*records)
    findings = run(misplaced_boundary, before)
    assert {finding.message.partition(" is probably ")[2] for finding in findings} == {"“Sabine|Schulte im Walde”"}
    for finding in findings:
        before = fixed(before, finding)
    assert run(misplaced_boundary, before) == []
    assert [name.first for name in before.names] == ["Sabine"]


def test_evidence_says_how_often():
    """A maintainer reads how many papers have it either way, or who else has the surname."""
    (contested,) = run(misplaced_boundary, corpus(*times(("Asma Ben|Abacha", 1), ("Asma|Ben Abacha", 20))))
    (alone,) = run(misplaced_boundary, corpus(*times(("Mauro Di|Manzo", 1))))
    assert contested.evidence[0].text == "“Asma|Ben Abacha” stands on 20 papers, “Asma Ben|Abacha” on 1"
    assert alone.evidence[0].text == "no other name has “Di Manzo” as last name"
