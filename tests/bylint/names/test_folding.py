"""Forms under which differently written names meet."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bylint.model import Name
from bylint.names import fold, slug, transliterate, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Yang LIU", "yang liu", id="capitals"),
        pytest.param("Işın Demirşahin", "isin demirsahin", id="accents and the dotless i"),
        pytest.param("İnci", "inci", id="the capital i with a dot"),
        pytest.param("Aßenmacher Rystrøm Łukasz", "assenmacher rystrom lukasz", id="letters that do not decompose"),
        pytest.param("Nguyê\u0303n", "nguyen", id="accents written apart"),
        pytest.param("™ Ⅷ ª", "tm viii a", id="signs that stand for capitals"),
        pytest.param("王小明", "王小明", id="Han"),
        pytest.param("がギ", "がギ", id="the voicing of kana is no accent"),
        pytest.param("김철수", "김철수", id="Hangul"),
        pytest.param("क्ष", "क्ष", id="the virama is no accent"),
        pytest.param("O’Brien", "o’brien", id="apostrophes stay"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_fold(text: str, expected: str) -> None:
    """Capitals and accents go, letters of other scripts stay."""
    assert fold(text) == expected


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=8))
def test_folding_is_done_once(text: str) -> None:
    """Folding what is folded changes nothing, and the form that a text is composed in does not matter."""
    assert fold(fold(text)) == fold(text)
    for form in ("NFC", "NFD"):
        assert fold(unicodedata.normalize(form, text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M. Ángel García-López", ("m", "angel", "garcia", "lopez")),
        ("El_Haj", ("el", "haj")),
        ("王 小明", ("王", "小明")),
        (" .*", ()),
    ],
)
def test_words(text: str, expected: tuple[str, ...]) -> None:
    """A word is a run of letters and digits."""
    assert words(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("Éa", "ea"), ("Ольга", "ol'ga"), ("abc", "abc")])
def test_transliterate(text: str, expected: str) -> None:
    """Every script comes out in ASCII."""
    assert transliterate(text) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param(Name("Yang", "Liu"), "yang-liu", id="two words"),
        pytest.param(Name(None, "Mausam"), "mausam", id="a mononym"),
        pytest.param(Name("Ahmed", "AbuRa’ed"), "ahmed-aburaed", id="a typographic apostrophe is dropped"),
        pytest.param(Name("Sean", "O'Brien"), "sean-o-brien", id="a plain one parts words"),
        pytest.param(Name("José", "García-López"), "jose-garcia-lopez", id="accents and a hyphen"),
        pytest.param(Name("Ольга", "Ким"), "olga-kim", id="another script"),
        pytest.param(Name(None, "*"), "*", id="no letter at all"),
    ],
)
def test_slug(name: Name, expected: str) -> None:
    """A slug is the name as a part of an address."""
    assert slug(name) == expected


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=6), st.text(min_size=1, max_size=6))
def test_slugs_do_not_see_accents_and_capitals(first: str, last: str) -> None:
    """Names that fold alike share a slug, unless they hold no letter."""
    name, folded = Name(first or None, last), Name(fold(first) or None, fold(last))
    if slug(name).isascii() and slug(folded) != str(folded):
        assert slug(folded) == slug(name)
    assert slug(name)
