"""several-people-in-one-name."""

import pytest

from bylint.testing import author, corpus, paper, run
from bylint_checks.several_people_in_one_name import several_people_in_one_name
from fixing import fixed
from traditions import EVERYWHERE


@pytest.mark.parametrize(
    "name",
    [
        *EVERYWHERE,
        pytest.param("Jun|Ogata (Institute of Ink and Paper)", id="an affiliation in brackets, which is another fault"),
        pytest.param("Floyd H.|Billings, Jr.", id="a suffix after a comma"),
        pytest.param("Eric H.|Nyberg, 3rd", id="a numeral after a comma"),
        pytest.param("Ada|Quill, PhD", id="a degree after a comma"),
        pytest.param("Ada|Quill, M.D., Ph.D.", id="two degrees"),
        pytest.param("Laks|Lakshmanan, V.S.", id="initials after a comma"),
        pytest.param("Laks|Lakshmanan, V. S.", id="initials with a space"),
        pytest.param("|Su, Keh-Yih", id="one person, the last name first"),
        pytest.param("“He,Ho-Ching”|Yen", id="a comma inside a first name"),
        pytest.param("Sebsibe|H/Mariam", id="a stroke"),
        pytest.param("|IsoQuest, Inc.", id="a firm"),
        pytest.param("R&d|Team", id="a group"),
        pytest.param("|Smith, Brown and Miller Ltd", id="a firm of several"),
        pytest.param("Alexandra|von und zu Stein", id="a German conjunction"),
        pytest.param("Manuel|Montes y Gómez", id="a Spanish conjunction"),
        pytest.param("Lucas Emanuel|Silva e Oliveira", id="a Portuguese conjunction"),
        pytest.param("Leif|Andersen", id="a name that holds and"),
        pytest.param("Anders|Sand", id="a name that ends with and"),
        pytest.param("Et|Alba", id="names that look like et al."),
    ],
)
def test_quiet(name):
    """One person with suffixes, initials or conjunctions of a surname is left alone."""
    assert run(several_people_in_one_name, corpus(paper(name))) == []


@pytest.mark.parametrize(
    ("name", "said", "after"),
    [
        pytest.param("and Keh-Yih|Su", "“and” sticks to the name", "Keh-Yih|Su", id="and before a name"),
        pytest.param("Keh-Yih|Su and", "“and” sticks to the name", "Keh-Yih|Su", id="and behind a name"),
        pytest.param("Keh-Yih|Su et al.", "“et al.” sticks to the name", "Keh-Yih|Su", id="and others"),
        pytest.param("Keh-Yih|Su, et al", "“et al” sticks to the name", "Keh-Yih|Su", id="others after a comma"),
        pytest.param("Ling|Zhou, Guojiang ang Dong", "looks like several people", None, id="a list, with a misprint"),
        pytest.param("Ling|Zhou, Dong", "looks like several people", None, id="a second name after a comma"),
        pytest.param("Ling Zhou and Wei|Dong", "looks like several people", None, id="and between two names"),
        pytest.param("Ling Zhou & Wei|Dong", "looks like several people", None, id="an ampersand"),
        pytest.param("Ling Zhou; Wei|Dong", "looks like several people", None, id="a semicolon"),
        pytest.param("|Ling Zhou, Wei Dong", "looks like several people", None, id="a list in one field"),
        pytest.param("|周凌、董伟", "looks like several people", None, id="a list in Han"),
    ],
)
def test_found(name, said, after):
    """A list of people is found; the word that sticks to a name is taken out."""
    before = corpus(paper(name))
    (finding,) = run(several_people_in_one_name, before)
    assert said in finding.message
    assert (finding.fix is None) == (after is None)
    if after is not None:
        mended = fixed(before, finding)
        (mended_name,) = mended.names
        assert f"{mended_name.first}|{mended_name.last}" == after
        assert run(several_people_in_one_name, mended) == []


def test_no_fix_without_a_name():
    """Where nothing but the word stands in a field, nothing is suggested."""
    (finding,) = run(several_people_in_one_name, corpus(paper("Ada|et al.")))
    assert finding.message == "“et al.” sticks to the name “Ada et al.”"
    assert finding.fix is None


@pytest.mark.parametrize("name", ["Karlebo Kommune, teknisk forvaltning", "Skaarup & Jespersen"])
def test_quiet_on_what_a_record_calls_one_name(name):
    """A name that its records mark as one whole is taken for what it is."""
    marked = author(f"|{name}")._replace(is_literal=True)
    assert run(several_people_in_one_name, corpus(paper(marked), paper(marked))) == []
    assert run(several_people_in_one_name, corpus(paper(marked), paper(f"|{name}"))) != []
