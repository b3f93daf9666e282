"""Which scripts a text is written in."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bylint.names import scripts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", set(), id="nothing"),
        pytest.param("- . 3", set(), id="signs and digits"),
        pytest.param("Yang Liu", {"latin"}, id="plain letters"),
        pytest.param("Nguyễn Đức Ọlá", {"latin"}, id="letters with marks"),
        pytest.param("Işın Ærø", {"latin"}, id="letters that do not decompose"),
        pytest.param("Ｙang Mª K", {"latin"}, id="wide letters, ordinals and signs of units"),
        pytest.param("Kaʻohu", {"latin"}, id="an okina is of no script"),
        pytest.param("王素格 々 豈", {"han"}, id="Han, its iteration mark, and a compatible form"),
        pytest.param("ひらがなー", {"hiragana"}, id="the mark of a long vowel belongs to both kana"),
        pytest.param("ﾊﾝｶｸ カタカナー", {"katakana"}, id="narrow and wide Katakana"),
        pytest.param("김철수", {"hangul"}, id="Hangul"),
        pytest.param(unicodedata.normalize("NFD", "김철수"), {"hangul"}, id="Hangul in parts"),
        pytest.param("Ольга", {"cyrillic"}, id="Cyrillic"),
        pytest.param("Βασίλης", {"greek"}, id="Greek"),
        pytest.param("أحمد", {"arabic"}, id="Arabic"),
        pytest.param("דוד", {"hebrew"}, id="Hebrew"),
        pytest.param("क्षिति", {"devanagari"}, id="Devanagari with vowel signs"),
        pytest.param("தமிழ்", {"tamil"}, id="Tamil"),
        pytest.param("สมชาย", {"thai"}, id="Thai"),
        pytest.param("Suming Wang (王素格)", {"latin", "han"}, id="two scripts"),
        pytest.param("Grieβhaber", {"latin", "greek"}, id="a Greek beta in a Latin word"),
        pytest.param("山田はなこ", {"han", "hiragana"}, id="a Japanese name"),
        pytest.param("\ud800\ue000", set(), id="what has no name"),
    ],
)
def test_scripts(text: str, expected: set[str]) -> None:
    """The scripts of a text are those of its letters."""
    assert scripts(text) == expected


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=6), st.text(max_size=6))
def test_scripts_add_up(left: str, right: str) -> None:
    """A text with a space between its halves has the scripts of both."""
    assert scripts(f"{left} {right}") == scripts(left) | scripts(right)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=8))
def test_composition_does_not_matter(form: str, text: str) -> None:
    """However a text is composed, its scripts are the same."""
    assert scripts(unicodedata.normalize(form, text)) == scripts(text)
