"""Text from strangers, made safe."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bylint.reporters._printable import brief, fitting, printable, width

HOSTILE = st.text(
    st.sampled_from("a王é📝 :#[\x00\x1b\r\n\t\x9b\xad\u200b\u200d\u200e\u202e\u2066\ufeff\u3164\U000e0041\ud800")
)
ORDERS = ("FSI", "LRE", "LRI", "LRO", "PDF", "PDI", "RLE", "RLI", "RLO")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("José Núñez, Đặng Thị Hoa, Işın Noktalı", id="accents"),
        pytest.param("e\u0301", id="an accent of its own"),
        pytest.param("王素格 (Suge Wang)", id="Han letters"),
        pytest.param("می\u200cخواهم", id="the joiner that Persian needs"),
        pytest.param("👩\u200d🔬 and 📝", id="emoji with a joiner"),
        pytest.param("a: b :: c # d [e]", id="signs that do nothing inside a line"),
    ],
)
def test_ordinary_text_stays(text: str) -> None:
    """Letters of every script, and the joiners that they need, are printed as they are."""
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a\x1b[31mb", r"a\x1b[31mb", id="an escape code"),
        pytest.param("a\x9b31mb", r"a\x9b31mb", id="an escape code of one byte"),
        pytest.param("a\r\nb\tc", r"a\x0d\x0ab\x09c", id="line ends and tabs"),
        pytest.param("a\u202eb\u2066c", r"a\u202eb\u2066c", id="direction marks"),
        pytest.param("a\u200bb\ufeffc\u3164", r"a\u200bb\ufeffc\u3164", id="invisible signs"),
        pytest.param("a\U000e0041", r"a\U000e0041", id="an invisible tag"),
        pytest.param("a\ud800", r"a\ud800", id="half of a character"),
        pytest.param("::error::x", r"\x3a:error::x", id="a workflow command"),
        pytest.param("  ::error::x", r"  \x3a:error::x", id="a workflow command after spaces"),
        pytest.param("a ##[add-mask]b", r"a #\x23[add-mask]b", id="a command of the older form"),
        pytest.param("a ##vso[task]b", r"a #\x23vso[task]b", id="a command of another service"),
    ],
)
def test_what_acts_is_spelt_out(text: str, shown: str) -> None:
    """What would act on a terminal or in a log comes out as text."""
    assert printable(text) == shown


@settings(deadline=None)
@given(text=HOSTILE)
def test_printable_text_does_nothing(text: str) -> None:
    """Printable text is one line without control characters and direction marks, and printing it again is the same."""
    shown = printable(text)
    assert printable(shown) == shown
    assert not any(unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} for character in shown)
    assert not any(unicodedata.bidirectional(character) in ORDERS for character in shown)
    assert not re.match(r"\s*::", shown)
    assert "##[" not in shown


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("abc", 3, id="ASCII"),
        pytest.param("é", 1, id="a letter with its accent"),
        pytest.param("e\u0301", 1, id="a letter and its accent"),
        pytest.param("王素格", 6, id="Han letters"),
        pytest.param("ｶ", 1, id="a narrow katakana"),
        pytest.param("📝", 2, id="an emoji"),
        pytest.param("กำ", 2, id="a Thai vowel that takes a cell"),
        pytest.param("กิ", 1, id="a Thai vowel that takes none"),
        pytest.param("a\u200db", 2, id="a joiner"),
    ],
)
def test_width(text: str, cells: int) -> None:
    """The width of a text is counted in the cells of a terminal."""
    assert width(text) == cells


@settings(deadline=None)
@given(text=HOSTILE, size=st.integers(1, 40))
def test_brief_text_is_brief(text: str, size: int) -> None:
    """A text is cut where it would be longer than allowed once it is printable, and never otherwise."""
    shown = brief(text, size)
    assert len(shown) <= size
    assert shown == printable(text) or shown.endswith("…")
    assert len(printable(text)) > size or shown == printable(text)


@settings(deadline=None)
@given(text=HOSTILE, cells=st.integers(0, 40))
def test_fitting_text_fits(text: str, cells: int) -> None:
    """What fits is a beginning of the text, and no longer one would."""
    beginning = fitting(text, cells)
    assert text.startswith(beginning)
    assert sum(width(printable(character)) for character in beginning) <= cells
    if beginning != text and len(beginning) < 4 * cells:
        assert sum(width(printable(character)) for character in text[: len(beginning) + 1]) > cells


def test_accents_without_end_fit_nowhere() -> None:
    """Signs that take no cell count too, so that a text which fits is never without end."""
    assert len(fitting("e" + "\u0301" * 10_000, 10)) == 40
