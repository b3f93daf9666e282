"""stray-character."""

import pytest

from bylint import Applicability
from bylint.testing import corpus, paper, run
from bylint_checks.stray_character import stray_character
from fixing import fixed
from traditions import EVERYWHERE


@pytest.mark.parametrize(
    "name",
    [
        *EVERYWHERE,
        pytest.param("Eric H.|Nyberg, 3rd", id="an ordinal after a comma"),
        pytest.param('Giuseppe "Pino"|Di Fabbrizio', id="a nickname in quotation marks"),
        pytest.param("Nanyun (Violet)|Peng", id="a nickname in parentheses"),
        pytest.param("Drahomíra „johanka“|Spoustová", id="a nickname in Czech quotation marks"),
        pytest.param("|TIPSTER SE/CM", id="a group with a stroke"),
        pytest.param("|ARC A3", id="a group with a number"),
        pytest.param("Chatgpt-4|C-Lara-Instance", id="a model with a number"),
        pytest.param("|Translated.net", id="a group with a full stop"),
        pytest.param("|Llama Team, AI @ Meta", id="a group with an at sign between its words"),
        pytest.param("|SemEval2024 Organisers", id="a group with a year"),
        pytest.param("Eric H.|Nyberg3rd", id="an ordinal without a space, which is another fault"),
        pytest.param("??|Bojar", id="a first name that an encoding lost, which is another fault"),
        pytest.param("GPT4|OpenAI", id="a number after capitals"),
        pytest.param("Jennifer 8.|Lee", id="a number that is a name"),
        pytest.param("Nawal|El-", id="a hyphen at the end"),
        pytest.param("Stefania|Degaetano-Ortlieb", id="a hyphen between names"),
        pytest.param("R. R.|Ill", id="a surname that looks like a numeral"),
        pytest.param("Ulrich|Germann Ⅷ", id="a numeral of one sign"),
        pytest.param("Yan‘gen|Luo", id="an apostrophe the wrong way round"),
        pytest.param('Paul|R{\\"ottger}', id="LaTeX, which is another fault"),
        pytest.param("Jos~e|Garc^ia", id="accents of LaTeX, which are another fault"),
        pytest.param("Jos&#233;|Pombal", id="an entity, which is another fault"),
        pytest.param("JosÃ©|JosipoviÄ‡", id="a wrong encoding that ends with a dagger, which is another fault"),
        pytest.param("JÃ¼rgen|GroÃ§e", id="a wrong encoding with a section sign, which is another fault"),
        pytest.param("Goran|Glava\ufffd", id="a sign for a lost letter, which is another fault"),
        pytest.param("Mausam|†", id="a surname of one sign, which is another fault"),
        pytest.param("Ond?ej|Bojar", id="a lost letter, which is another fault"),
        pytest.param("Mª|Antònia", id="an ordinal sign"),
        pytest.param("Conan|O’Brien", id="a typographic apostrophe"),
        pytest.param("Dinara|Smagulova-Ибраева", id="letters of another script"),
        pytest.param("Işıl|Şahin", id="Turkish letters"),
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
        pytest.param("Wei1,2|Li", "first", "“Wei1,2 Li” holds “1”", id="the numbers of two footnotes"),
        pytest.param("Wei♠|Li", "first", "“Wei♠ Li” holds “♠”", id="a symbol of a footnote"),
        pytest.param("André†|Martins", "first", "“André† Martins” holds “†”", id="a dagger after an accent"),
        pytest.param(
            ".|Chandrahas", "first", "“. Chandrahas”: the first name is “.”", id="a full stop for a first name"
        ),
        pytest.param("|Tilde*", "last", "“Tilde*” holds “*”", id="a star on a mononym"),
        pytest.param("Bo@|Li", "first", "“Bo@ Li” holds “@”", id="a lone at sign"),
        pytest.param(
            "x.y@example.org|x.y@example.org", "last", "“x.y@example.org” is an e-mail address", id="an address twice"
        ),
        pytest.param(
            "Bo|li@example.org", "last", "“li@example.org” is an e-mail address", id="an address for a surname"
        ),
    ],
)
def test_found(name, field, message):
    """A sign that is no part of a name is found in its field."""
    (finding,) = run(stray_character, corpus(paper(name)))
    assert (finding.location.field, finding.message) == (field, message)


@pytest.mark.parametrize(
    ("name", "expected", "applicability"),
    [
        pytest.param("Yuki|Arase†", "Yuki|Arase", Applicability.SAFE, id="a dagger"),
        pytest.param("Lintang|Sutawika *", "Lintang|Sutawika", Applicability.SAFE, id="a star behind a space"),
        pytest.param(
            "Lintang†*|Sutawika", "Lintang|Sutawika", Applicability.SAFE, id="two marks at the end of the first name"
        ),
        pytest.param("Bo|Li¹", "Bo|Li", Applicability.SUGGEST, id="a raised digit, which is part of the slug"),
        pytest.param(
            "Mohammed|AlShakhori1",
            "Mohammed|AlShakhori",
            Applicability.SUGGEST,
            id="a digit, which is part of the slug",
        ),
        pytest.param("Alex>|Yanishevsky", "Alex|Yanishevsky", Applicability.SUGGEST, id="an arrow"),
        pytest.param("*Lintang|Sutawika", "Lintang|Sutawika", Applicability.SUGGEST, id="a star in front"),
        pytest.param("Bo|Li§", "Bo|Li", Applicability.SUGGEST, id="a sign of a section"),
        pytest.param("Bo|Li1,*", "Bo|Li", Applicability.SUGGEST, id="a comma between marks"),
        pytest.param("Diana|Malancea_Malac", "Diana|Malancea Malac", Applicability.SUGGEST, id="a low line"),
        pytest.param(".|Chandrahas", "|Chandrahas", Applicability.SUGGEST, id="a full stop for a first name"),
    ],
)
def test_fixed(name, expected, applicability):
    """Without the sign nothing is found any more; a mark that leads to a footnote is taken off unasked."""
    papers = corpus(paper(name))
    (finding,) = run(stray_character, papers)
    assert finding.fix.applicability is applicability
    after = fixed(papers, finding)
    assert [f"{name.first or ''}|{name.last}" for name in after.names] == [expected]
    assert run(stray_character, after) == []


@pytest.mark.parametrize("name", ["Bo|li@example.org", "<b>Bo</b>|Li"])
def test_found_without_a_fix(name):
    """The name is not known from an address, and markup is for somebody to look at."""
    (finding,) = run(stray_character, corpus(paper(name)))
    assert finding.fix is None
