"""mojibake."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bylint import Applicability, Name
from bylint.testing import author, corpus, paper, person, run
from bylint_checks.mojibake import mojibake
from fixing import fixed
from traditions import EVERYWHERE


@pytest.mark.parametrize(
    "name",
    [
        *EVERYWHERE,
        pytest.param("José Mª|Garcia-Miguel", id="an ordinal sign behind"),
        pytest.param("Ọ\u0300láyínká|Àjàyí", id="Yoruba marks without an NFC form"),
        pytest.param("Ẹ\u0301bùn|Adé", id="another"),
        pytest.param("M\u0327ejaj|N\u0304o", id="Marshallese letters"),
        pytest.param("G\u0303uyra|M\u0303e", id="Guarani letters"),
        pytest.param("İnci|Işıl", id="Turkish capitals"),
        pytest.param("Jonas|D‘Alessandro", id="an apostrophe the wrong way round"),
        pytest.param("Pat|O´Brien", id="an acute for an apostrophe"),
        pytest.param("Josep·lluís|Vall", id="a middle dot"),
        pytest.param("Drahomíra „johanka“|Spoustová", id="quotation marks"),
        pytest.param("‘Ōiwi|Parker Jones", id="a quotation mark for an okina"),
        pytest.param("Ãngelo|Ñandú", id="capitals that wrong encodings begin with"),
        pytest.param("Weiß’s|Groß", id="signs that could be bytes"),
        pytest.param("Íšová|Úžas", id="letters that could be bytes of another script"),
        pytest.param("Smagulova-Ибраева|Dinara", id="two alphabets in two words"),
        pytest.param("Suming|Wang (王素格)", id="Han beside Latin, which is another fault"),
        pytest.param("田中ゆり|キム", id="three scripts of one language"),
        pytest.param("隆|\ufa10本", id="Han in an older form"),
        pytest.param("|Who?", id="a group with a question mark"),
        pytest.param("|AT&T", id="a group with an ampersand"),
        pytest.param('Paul|R{\\"ottger}', id="LaTeX, which is another fault"),
        pytest.param("Yuki|Arase†", id="a dagger, which is another fault"),
    ],
)
def test_quiet(name):
    """Letters of every language are left alone."""
    assert run(mojibake, corpus(paper(name))) == []


@pytest.mark.parametrize(
    ("written", "said", "after"),
    [
        pytest.param("JosÃ©", "holds “Ã©”, which is “é”", "José", id="UTF-8 read as Latin-1"),
        pytest.param("GroÃŸe", "which is “ß”", "Große", id="UTF-8 read as Windows-1252"),
        pytest.param("Ã…sa", "which is “Å”", "Åsa", id="at the beginning"),
        pytest.param("Josipović JosipoviÄ‡", "which is “ć”", "Josipović Josipović", id="beside a right letter"),
        pytest.param("Nguyá»…n", "which is “ễ”", "Nguyễn", id="three bytes"),
        pytest.param("Ã\x81lvarez", "which is “Á”", "Álvarez", id="a byte that Windows-1252 lacks"),
        pytest.param("Ð˜Ð²Ð°Ð½", "which is “И”", "Иван", id="a whole name in another script"),
        pytest.param("Ren√©", "which is “é”", "René", id="UTF-8 read as Mac Roman"),
        pytest.param("Jos&eacute;", "holds “&eacute;”, which is “é” in HTML", "José", id="HTML"),
        pytest.param("Jos&#233;", "holds “&#233;”", "José", id="HTML by number"),
        pytest.param("Bene\x9a", "cannot be printed", "Beneš", id="Windows-1252 read as Latin-1"),
        pytest.param("Bene\x85", "cannot be printed", None, id="a control character that was no letter"),
        pytest.param("Bene\ue001", "cannot be printed", None, id="a letter of somebody's own"),
        pytest.param("Gonҫalves", "holds the Cyrillic letter “ҫ” in a Latin word", "Gonçalves", id="a Cyrillic letter"),
        pytest.param("Grieβhaber", "holds the Greek letter “β” in a Latin word", "Grießhaber", id="a Greek beta"),
        pytest.param("Ивaнов", "holds the Latin letter “a” in a Cyrillic word", "Иванов", id="a Latin letter"),
        pytest.param("Иvanov", "holds the Cyrillic letter “И” in a Latin word", None, id="a letter like no other"),
        pytest.param("Moll \u0301a", "an accent that stands on no letter", "Mollá", id="an accent before its letter"),
        pytest.param("Gr \u0308¦goire", "holds “¦” in the place of a letter", None, id="an accent and a sign"),
        pytest.param("Garc´ıa", "holds “´”, an accent that stands on no letter", "García", id="a loose accent"),
        pytest.param("Rene´", "an accent that stands on no letter", None, id="a loose accent at the end"),
        pytest.param("Ben\u0306us\u0306", "holds “n\u0306”, which no name has", "Beňuš", id="breves for carons"),
        pytest.param("Skadin\u0328a", "holds “n\u0328”, which no name has", "Skadiņa", id="an ogonek for a cedilla"),
        pytest.param("Hüseyi\u0307n", "holds “i\u0307”, which no name has", "Hüseyin", id="a dot on a dot"),
        pytest.param("Gu\u0307lçehre", "holds “u\u0307”, which no name has", None, id="a dot for two"),
        pytest.param("ﬁlip", "holds “ﬁ”, a form of “fi”", "filip", id="a ligature"),
        pytest.param("Ｗang", "holds “Ｗ”, a form of “W”", "Wang", id="a wide letter"),
        pytest.param("M¨uller", "holds “¨”, an accent that stands on no letter", "Müller", id="a loose diaeresis"),
        pytest.param("M¸ller", "an accent that stands on no letter", None, id="a loose cedilla"),
        pytest.param("M©ller", "holds “©” in the place of a letter", None, id="a sign"),
        pytest.param("Bojar?", "holds “?” in the place of a letter", None, id="a question mark"),
        pytest.param("Glava\ufffd", "holds “\ufffd” in the place of a letter", None, id="a sign for a lost letter"),
    ],
)
def test_found(written, said, after):
    """A wrong letter is found, and the suggestion, where there is one, clears it."""
    papers = corpus(paper(f"Ada|{written}"))
    (finding,) = run(mojibake, papers)
    assert finding.location.field == "last"
    assert said in finding.message
    assert (finding.fix is None) == (after is None)
    if after is not None:
        assert finding.fix.applicability is Applicability.SUGGEST
        fixed_papers = fixed(papers, finding)
        assert next(iter(fixed_papers.names)).last == after
        assert run(mojibake, fixed_papers) == []


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Jose\u0301|Fortes Ga\u0301lvez", id="acutes in both fields"),
        pytest.param("S\u0327tefan|Andrei", id="a cedilla"),
        pytest.param("O\u0300\u0323láyínká|Àjàyí", id="marks in another order"),
        pytest.param("\u1112\u1161\u11ab|김", id="Hangul in parts"),
        pytest.param("A\u0301|\ufa10本", id="beside Han in an older form, which stays"),
    ],
)
def test_composing_is_safe(name):
    """Accents that stand apart from their letters are joined safely."""
    papers = corpus(paper(name))
    (finding,) = run(mojibake, papers)
    assert "accents apart from their letters" in finding.message
    assert finding.fix.applicability is Applicability.SAFE
    fixed_papers = fixed(papers, finding)
    assert run(mojibake, fixed_papers) == []
    assert "\ufa10" not in name or next(iter(fixed_papers.names)) == Name("Á", "\ufa10本")


def test_composing_is_a_suggestion_beside_an_id():
    """Where an id or the people database holds the name, a person must look."""
    for papers in (
        corpus(paper(author("Jose\u0301|Li", id="jose-li"))),
        corpus(paper("Jose\u0301|Li"), person("jose-li", "Jose\u0301|Li")),
    ):
        (finding,) = run(mojibake, papers)
        assert finding.fix.applicability is Applicability.SUGGEST


@pytest.mark.parametrize("written", ["Ond?ej|Bojar", "Ond\ufffdej|Bojar", "Ondřej|Boj?r"])
def test_one_other_name_tells_the_letter(written):
    """Where one name of the corpus fits, it is what is suggested."""
    papers = corpus(paper(written), paper("Ondřej|Bojár", "Ondrej|Bojar"), paper("Ondřej|Bojar"))
    (finding,) = run(mojibake, papers)
    if "|Bojar" in written:
        assert [change.new for change in finding.fix.changes] == ["Ondřej"]
        assert finding.evidence[0].text == f"“Ondřej Bojar” stands on 1 paper, “{written.replace('|', ' ')}” on 1"
    else:
        assert [change.new for change in finding.fix.changes] == ["Bojár"]
    assert run(mojibake, fixed(papers, finding)) == []


def test_two_names_tell_nothing():
    """Where two names fit, nothing is suggested."""
    (finding,) = run(mojibake, corpus(paper("J?n|Li"), paper("Jān|Li", "Jón|Li")))
    assert finding.fix is None


@settings(max_examples=300, deadline=None)
@example("\x83ª")
@given(st.text(min_size=1, max_size=12))
def test_a_fix_is_final(text):
    """Whatever the name, a fix clears its finding and leaves NFC."""
    papers = corpus(paper(f"Ada|{text}"))
    for finding in run(mojibake, papers):
        if finding.fix is not None:
            after = fixed(papers, finding)
            assert run(mojibake, after) == []
            assert unicodedata.is_normalized("NFC", str(next(iter(after.names))).translate(_OLDER_FORMS))


_OLDER_FORMS = dict.fromkeys([*range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)])
