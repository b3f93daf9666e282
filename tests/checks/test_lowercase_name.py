"""lowercase-name."""

import pytest

from bylint.testing import corpus, paper, run
from bylint_checks.lowercase_name import lowercase_name
from fixing import fixed
from traditions import EVERYWHERE


@pytest.mark.parametrize(
    "names",
    [
        *(pytest.param(case.values, id=case.id) for case in EVERYWHERE),
        pytest.param(["danah|boyd"], id="somebody who writes the whole name small"),
        pytest.param(["danah|boyd", "Danah|Boyd"], id="and whom others correct"),
        pytest.param(["Hugo|Van hamme"] * 3, id="somebody who writes one part small"),
        pytest.param(["Ewald|Van der westhuizen"] * 3 + ["Ewald|van der Westhuizen"], id="more often than not"),
        pytest.param(["d’Armond|Speers"], id="an elided particle in a first name"),
        pytest.param(["Christophe|d'Alessandro"], id="an elided particle"),
        pytest.param(["Umair|ul Hassan"], id="an Urdu particle"),
        pytest.param(["Rafael|del-Hoyo-Alonso"], id="a particle before a hyphen"),
        pytest.param(["Peter V.|deSouza"], id="a particle glued to the name"),
        pytest.param(["Joseph|vanGenabith"], id="a Dutch one"),
        pytest.param(["Brian|na gCopaleen"], id="Irish, with another"),
        pytest.param(["Walther|v. Hahn"], id="an abbreviated particle"),
        pytest.param(["Jan|Hajič jr."], id="a suffix"),
        pytest.param(["Anton|ml. Vahčič"], id="a Slovene suffix"),
        pytest.param(["Mark o.|Riedl"], id="an initial, which is another fault"),
        pytest.param(["Rayeheh|Hosseini pour"], id="a Persian ending"),
        pytest.param(["Fatemeh|Pesaran zadeh"], id="another"),
        pytest.param(["Ling|Zhou, Guojiang ang Dong"], id="several people, which is another fault"),
        pytest.param(["and Keh-Yih|Su"], id="an and before the name, which is another fault"),
        pytest.param(["Bo|li@example.org"], id="an e-mail address"),
        pytest.param(["Thibault|Batextasciitilde neras Roux"], id="LaTeX, which is another fault"),
        pytest.param(["Drahomíra “johanka”|Spoustová"], id="a nickname"),
        pytest.param(["|the LOLITA Group"], id="a group"),
        pytest.param(["for the Inks|Collaboration"], id="a group that is cut in two, which is another fault"),
        pytest.param(["Ada Nib for the|Inks collaborations"], id="and that somebody speaks for"),
        pytest.param(["Ada|Nib (University of Inks)"], id="an affiliation, which is another fault"),
        pytest.param(["Mª|Antònia"], id="an ordinal sign"),
    ],
)
def test_quiet(names):
    """Particles, one's own way, and what is another fault are left alone."""
    assert run(lowercase_name, corpus(*map(paper, names))) == []


@pytest.mark.parametrize(
    ("name", "field", "confidence", "after"),
    [
        pytest.param("Eric|horvitz", "last", 0.92, "Eric|Horvitz", id="a surname"),
        pytest.param("Wenjun|ye", "last", 0.92, "Wenjun|Ye", id="a short one"),
        pytest.param("hari Krishna|Vydana", "first", 0.92, "Hari Krishna|Vydana", id="a first name"),
        pytest.param("François|Le moal", "last", 0.8, "François|Le Moal", id="behind a particle with a capital"),
        pytest.param("Niels|Da vitoria lobo", "last", 0.8, "Niels|Da Vitoria Lobo", id="two words"),
        pytest.param("Chang gyun|Seo", "first", 0.4, "Chang Gyun|Seo", id="a second given name"),
        pytest.param("Игорь|мельчук", "last", 0.92, "Игорь|Мельчук", id="Cyrillic"),
        pytest.param("Bo|mcdonald", "last", 0.92, "Bo|McDonald", id="a Scottish name"),
    ],
)
def test_found(name, field, confidence, after):
    """A small first letter is found, and the suggestion clears it."""
    papers = corpus(paper(name))
    (finding,) = run(lowercase_name, papers)
    assert (finding.location.field, finding.confidence) == (field, confidence)
    fixed_papers = fixed(papers, finding)
    assert ["|".join(map(str, name)) for name in fixed_papers.names] == [after]
    assert run(lowercase_name, fixed_papers) == []


def test_a_stray_letter_is_no_case():
    """A letter too many is found, and not made a capital."""
    (finding,) = run(lowercase_name, corpus(paper("sMurray E.|Sherry")))
    assert finding.fix is None


def test_the_dot_of_an_i_is_not_guessed():
    """Where the capital would be a guess, nothing is suggested."""
    (finding,) = run(lowercase_name, corpus(paper("Ada|işıl")))
    assert finding.fix is None


def test_other_tags_decide():
    """Where the same name has its capitals elsewhere, it is surest, and they are what is suggested."""
    papers = corpus(
        paper("Marie-Catherine|De marneffe"), paper("Marie-Catherine|de Marneffe"), paper("Marie-Catherine|de Marneffe")
    )
    (finding,) = run(lowercase_name, papers)
    assert finding.confidence == 0.97
    assert (
        finding.evidence[0].text
        == "“Marie-Catherine de Marneffe” stands on 2 papers, “Marie-Catherine De marneffe” on 1"
    )
    assert finding.fix.changes[0].new == "de Marneffe"


def test_fields_with_other_boundaries_keep_their_text():
    """A name that is divided otherwise says nothing of what belongs into a field."""
    (finding,) = run(lowercase_name, corpus(paper("Anil kumar|Singh"), paper("Anil|Kumar Singh")))
    assert [change.new for change in finding.fix.changes] == ["Anil Kumar"]
