"""stray-character."""

import pytest
from bylint_checks.stray_character import stray_character

from bylint.testing import corpus, paper, run


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Sebsibe|H/Mariam", id="a stroke, as in Amharic names"),
        pytest.param("Eric H.|Nyberg 3rd", id="an ordinal"),
        pytest.param("Eric H.|Nyberg, 3rd", id="an ordinal after a comma"),
        pytest.param('Giuseppe "Pino"|Di Fabbrizio', id="a nickname in quotation marks"),
        pytest.param("Nanyun (Violet)|Peng", id="a nickname in parentheses"),
        pytest.param("Drahomíra „johanka“|Spoustová", id="a nickname in Czech quotation marks"),
        pytest.param("|TIPSTER SE/CM", id="a group with a stroke"),
        pytest.param("|ARC A3", id="a group with a number"),
        pytest.param("Chatgpt-4|C-Lara-Instance", id="a model with a number"),
        pytest.param('Paul|R{\\"ottger}', id="LaTeX, which is another fault"),
        pytest.param("Ond?ej|Bojar", id="a lost letter, which is another fault"),
        pytest.param("Mª|Antònia", id="an ordinal sign"),
        pytest.param("Conan|O’Brien", id="a typographic apostrophe"),
        pytest.param("Dinara|Smagulova-Ибраева", id="letters of another script"),
        pytest.param("Ọláyínká|Àjàyí", id="Yoruba marks"),
        pytest.param("Işıl|Şahin", id="Turkish letters"),
        pytest.param("ʻAnela|Kaʻai", id="an ʻokina"),
        pytest.param("素格|王", id="Han"),
        pytest.param("Søren·Å|Ö", id="a middle dot"),
    ],
)
def test_quiet(name):
    """What belongs to a name somewhere is left alone."""
    assert run(stray_character, corpus(paper(name))) == []


@pytest.mark.parametrize(
    ("name", "field", "message"),
    [
        pytest.param("Yuki|Arase†", "last", "“Yuki Arase†” holds “†”", id="a dagger"),
        pytest.param("Lintang|Sutawika*", "last", "“Lintang Sutawika*” holds “*”", id="a star"),
        pytest.param("Mohammed|AlShakhori1", "last", "“Mohammed AlShakhori1” holds “1”", id="the number of a footnote"),
        pytest.param("Bo²|Li", "first", "“Bo² Li” holds “²”", id="a raised number"),
        pytest.param("Alex>|Yanishevsky", "first", "“Alex> Yanishevsky” holds “>”", id="half of a tag"),
        pytest.param("Diana|Malancea_Malac", "last", "“Diana Malancea_Malac” holds “_”", id="an underscore"),
        pytest.param("Bo@|Li", "first", "“Bo@ Li” holds “@”", id="a lone at sign"),
        pytest.param("x.y@example.org|x.y@example.org", "last", "“x.y@example.org” is an e-mail address", id="an address twice"),
        pytest.param("Bo|li@example.org", "last", "“li@example.org” is an e-mail address", id="an address for a surname"),
    ],
)
def test_found(name, field, message):
    """A sign that is no part of a name is found in its field."""
    (finding,) = run(stray_character, corpus(paper(name)))
    assert (finding.location.field, finding.message) == (field, message)
