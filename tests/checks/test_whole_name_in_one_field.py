"""whole-name-in-one-field."""

import pytest

from bylint.testing import author, corpus, paper, run
from bylint_checks.whole_name_in_one_field import whole_name_in_one_field
from fixing import fixed
from traditions import EVERYWHERE


@pytest.mark.parametrize(
    "name",
    [
        *EVERYWHERE,
        pytest.param("|Abhimanue", id="a mononym"),
        pytest.param("Mausam|", id="a mononym in the other field, which is another fault"),
        pytest.param("|The LOLITA Group", id="a group"),
        pytest.param("|Architecture Committee", id="a committee"),
        pytest.param("|Cambridge Language Research Unit", id="an institution"),
        pytest.param("|TIPSTER SE/CM", id="a project"),
        pytest.param("|SRA International", id="a firm"),
        pytest.param("|ARC A3", id="an abbreviation"),
        pytest.param("|van Gogh", id="a surname with its particle"),
        pytest.param("|El Haj", id="a surname with an article"),
        pytest.param("|Aung Kyaw", id="a Burmese name"),
        pytest.param("|王", id="a Han name of one word"),
        pytest.param("|A.Görög", id="one word, which is another fault"),
        pytest.param("Amal|Haddad Haddad", id="a double surname beside a first name"),
    ],
)
def test_quiet(name):
    """Mononyms, groups and surnames of several words are left alone."""
    assert run(whole_name_in_one_field, corpus(paper(name))) == []


@pytest.mark.parametrize(
    ("name", "others", "after"),
    [
        pytest.param("|Mahmoud El-Haj", [], "Mahmoud|El-Haj", id="two words"),
        pytest.param("|A. Görög", [], "A.|Görög", id="an initial and a surname"),
        pytest.param("|Su, Keh-Yih", [], "Keh-Yih|Su", id="the last name first"),
        pytest.param("|Helena Moniz", ["Helena|Moniz"], "Helena|Moniz", id="another record has it apart"),
        pytest.param(
            "|Asma Ben Abacha", ["Asma|Ben Abacha"], "Asma|Ben Abacha", id="another record knows the particle"
        ),
        pytest.param(
            "|Noah Adam Smith",
            ["Noah|Adam Smith", "Noah Adam|Smith", "Noah Adam|Smith"],
            "Noah Adam|Smith",
            id="the more frequent of two",
        ),
    ],
)
def test_found(name, others, after):
    """A whole name in one field is found, and is parted as other records part it."""
    before = corpus(paper(name), *map(paper, others))
    (finding,) = run(whole_name_in_one_field, before)
    assert finding.message == f"“{name[1:]}”: the whole name stands in the last name"
    assert [evidence.kind for evidence in finding.evidence] == (["counts"] if others else [])
    assert (finding.confidence == 0.9) == bool(others)
    mended = fixed(before, finding)
    first = next(iter(mended.names))
    assert f"{first.first}|{first.last}" == after
    assert run(whole_name_in_one_field, mended) == []


@pytest.mark.parametrize(
    ("name", "others"),
    [
        pytest.param("|Ada Bo Quill", [], id="three words"),
        pytest.param("|王 素格", [], id="a script whose order is another"),
        pytest.param("|Ada-Bo Quill", ["Ada Bo|Quill"], id="other words in the other record"),
    ],
)
def test_nothing_is_guessed(name, others):
    """Where nobody can tell the boundary, nothing is suggested."""
    (finding,) = run(whole_name_in_one_field, corpus(paper(name), *map(paper, others)))
    assert finding.fix is None


@pytest.mark.parametrize("name", ["Finn Oak", "Karlebo Kommune"])
def test_quiet_on_what_a_record_calls_one_name(name):
    """A name that its records mark as one whole is taken for what it is."""
    marked = author(f"|{name}")._replace(is_literal=True)
    assert run(whole_name_in_one_field, corpus(paper(marked), paper(marked))) == []
    assert run(whole_name_in_one_field, corpus(paper(marked), paper(f"|{name}"))) != []
