"""html-entity-in-name."""

import pytest

from bylint.testing import corpus, paper, run
from bylint_checks.html_entity_in_name import html_entity_in_name
from fixing import fixed
from traditions import EVERYWHERE


@pytest.mark.parametrize(
    "name",
    [
        *EVERYWHERE,
        pytest.param("|AT&T", id="a firm"),
        pytest.param("R&D|Team", id="a department"),
        pytest.param("|Skaarup & Jespersen", id="two partners"),
        pytest.param("|A&nonsense;B", id="a word that HTML does not know"),
        pytest.param("José|Pombal", id="the letter that is meant"),
        pytest.param("Q;A|Liu", id="a semicolon"),
    ],
)
def test_quiet(name):
    """An ampersand is a sign like others."""
    assert run(html_entity_in_name, corpus(paper(name))) == []


@pytest.mark.parametrize(
    ("written", "after"),
    [
        pytest.param("Minarro-Gim&eacute;nez", "Minarro-Giménez", id="a letter by its name"),
        pytest.param("Mar&#237;n", "Marín", id="by its number"),
        pytest.param("Mar&#xED;n", "Marín", id="by its number in hexadecimal"),
        pytest.param("O&apos;Hara", "O'Hara", id="an apostrophe"),
        pytest.param("Jos&amp;eacute;", "José", id="escaped twice"),
        pytest.param("&Uacute;b&eacute;da", "Úbéda", id="two of them"),
        pytest.param("Mart&#xED", None, id="cut at the semicolon"),
        pytest.param("Gim&eacute", None, id="a name cut at the semicolon"),
    ],
)
def test_found(written, after):
    """The suggestion is the letter, and clears the finding; a name that was cut has none."""
    papers = corpus(paper(f"Ana|{written}"))
    (finding,) = run(html_entity_in_name, papers)
    if after is None:
        assert finding.fix is None
        return
    new = fixed(papers, finding)
    assert [name.last for name in new.names] == [after]
    assert run(html_entity_in_name, new) == []


def test_both_fields_are_one_finding():
    """What stands in both fields is changed at once."""
    papers = corpus(paper("Jos&eacute;|Gim&eacute;nez"))
    (finding,) = run(html_entity_in_name, papers)
    assert [str(name) for name in fixed(papers, finding).names] == ["José Giménez"]
