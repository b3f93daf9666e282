"""Capitals and small letters as names have them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bylint.names import fold, name_case


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Thierno Ibrahima DIOP", id="capitals and small letters"),
        pytest.param("McDonald", id="a capital inside"),
        pytest.param("danah Boyd", id="a word in small letters beside another"),
        pytest.param("P S V", id="initials"),
        pytest.param("J.-P.", id="initials with full stops"),
        pytest.param("JP", id="initials in a row"),
        pytest.param("GSK", id="initials that are a surname"),
        pytest.param("ışıl", id="a small i without a dot"),
        pytest.param("İNCİ", id="a capital i with a dot"),
        pytest.param("IŞIL", id="a capital i without a dot, beside a Turkish letter"),
        pytest.param("inci şahin", id="a small i with a dot, beside a Turkish letter"),
        pytest.param("王小明", id="Han"),
        pytest.param("김철수", id="Hangul"),
        pytest.param("がギ", id="kana"),
        pytest.param("نور", id="Arabic"),
        pytest.param("גיא", id="Hebrew"),
        pytest.param("प्रिया", id="Devanagari"),
        pytest.param("ნინო", id="Georgian, whose letters have a capital that no name uses"),
        pytest.param("3.ª", id="no letter with a capital"),
        pytest.param("", id="nothing"),
    ],
)
def test_stays(text: str) -> None:
    """What is right, or cannot be known, comes back as it is."""
    assert name_case(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("THIERNO IBRAHIMA DIOP", "Thierno Ibrahima Diop", id="three words"),
        pytest.param("MBOUP", "Mboup", id="a surname"),
        pytest.param("LI", "Li", id="two letters"),
        pytest.param("NG", "Ng", id="a surname without a vowel"),
        pytest.param("JEAN-PIERRE", "Jean-Pierre", id="a hyphen"),
        pytest.param("JEAN‐PIERRE", "Jean‐Pierre", id="a typographic hyphen"),
        pytest.param("MCDONALD", "McDonald", id="a Scottish name"),
        pytest.param("MACIEJ", "Maciej", id="Mac may be anything"),
        pytest.param("O'BRIEN", "O'Brien", id="an Irish name"),
        pytest.param("O’RIORDAN", "O’Riordan", id="a typographic apostrophe"),
        pytest.param("D'ALESSANDRO", "D'Alessandro", id="an elided particle"),
        pytest.param("DELL’ORLETTA", "Dell’Orletta", id="an Italian one"),
        pytest.param("M’HAMDI", "M’hamdi", id="Moroccan"),
        pytest.param("JUN’ICHI", "Jun’ichi", id="Japanese"),
        pytest.param("SIMA’AN", "Sima’an", id="a glottal stop"),
        pytest.param("TING-HAO 'KENNETH'", "Ting-Hao 'Kenneth'", id="a nickname"),
        pytest.param("NANYUN (VIOLET)", "Nanyun (Violet)", id="a nickname in parentheses"),
        pytest.param("VAN DER BERG", "van der Berg", id="Dutch particles"),
        pytest.param("VILLEMONTE DE LA CLERGERIE", "Villemonte de La Clergerie", id="only what is mostly small"),
        pytest.param("SCHULTE IM WALDE", "Schulte im Walde", id="a particle after a word"),
        pytest.param("DI BUONO", "Di Buono", id="a particle that is mostly a capital"),
        pytest.param("VAN", "Van", id="a particle and nothing else"),
        pytest.param("di buono", "di Buono", id="small particles stay"),
        pytest.param("ul hassan", "ul Hassan", id="an Urdu particle"),
        pytest.param("danah boyd", "Danah Boyd", id="small letters"),
        pytest.param("o'brien-mcdonald", "O'Brien-McDonald", id="all at once"),
        pytest.param("STABLER JR.", "Stabler Jr.", id="a suffix"),
        pytest.param("NYBERG III", "Nyberg III", id="a numeral"),
        pytest.param("ÁNGEL MUÑOZ", "Ángel Muñoz", id="accents"),
        pytest.param("YILMAZ", "Yilmaz", id="nothing says that it is Turkish"),
        pytest.param("ŞAHAN", "Şahan", id="Turkish without an i"),
        pytest.param("ИВАНОВ", "Иванов", id="Cyrillic"),
        pytest.param("ΓΕΩΡΓΙΟΣ", "Γεωργιος", id="Greek, with a final sigma"),
        pytest.param("ỌLÁYÍNKÁ", "Ọláyínká", id="Yoruba marks"),
        pytest.param("O\u0323\u0300LA\u0301", "O\u0323\u0300la\u0301", id="marks apart from their letters"),
        pytest.param("NGUYỄN VĂN", "Nguyễn Văn", id="Vietnamese"),
        pytest.param("A. DE SOUZA", "A. de Souza", id="an initial before a particle"),
    ],
)
def test_name_case(text: str, expected: str) -> None:
    """A name in capitals or in small letters gets both."""
    assert name_case(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("VAN ANH", "Van Anh", id="a Vietnamese given name"),
        pytest.param("MARIA DOS ANJOS", "Maria dos Anjos", id="a particle between words"),
        pytest.param("JAN VAN", "Jan Van", id="at the end it may be a name"),
    ],
)
def test_given_names(text: str, expected: str) -> None:
    """A given name begins with no particle."""
    assert name_case(text, is_given=True) == expected


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=10), st.booleans())
def test_nothing_but_case_changes(text: str, is_given: bool) -> None:
    """The folded text stays, and what has been done is not done again."""
    result = name_case(text, is_given=is_given)
    assert fold(result) == fold(text)
    assert name_case(result, is_given=is_given) == result
