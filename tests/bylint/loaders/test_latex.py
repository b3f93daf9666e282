"""LaTeX as letters, with their places, and letters as LaTeX."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bylint.loaders._latex import in_latex, joined, printed, printed_text
from bylint.names import LATEX_ACCENTS, LATEX_LETTERS


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("Plain - text's", "Plain - text's", id="what prints as it is written"),
        pytest.param(r"M{\"u}ller", "Müller", id="an accent in braces"),
        pytest.param(r"M\"uller", "Müller", id="an accent alone"),
        pytest.param(r"M{\"{u}}ller", "Müller", id="a letter in braces of its own"),
        pytest.param(r"M\" {u}ller", "Müller", id="a space before the letter"),
        pytest.param(r"Mart{\'\i}nez", "Martínez", id="a dotless i under an accent"),
        pytest.param(r"Mart{\'{\i}}nez and {\'\I}", r"Martínez and '\I", id="a letter that is none"),
        pytest.param(r"{\v S}mith {\v{s}} \c{c}\c c", "Šmith š çç", id="accents with names"),
        pytest.param(r"\o stergaard {\O}re {\ss} \l{}o", "østergaard Øre ß ło", id="letters with names"),
        pytest.param(r"\AA ngstr\"om {\aa}", "Ångström å", id="letters with two signs"),
        pytest.param(r"\H{o}\k a\d{s}\b x\r u", "őąṣx̱ů", id="rare accents"),
        pytest.param(r"\~{n}\~n~n", "ññ n", id="a tilde, and a tie"),
        pytest.param(r"R\&D 5\% \#1 a\_b \$ \{x\}", "R&D 5% #1 a_b $ {x}", id="escaped signs"),
        pytest.param(r"a\,b\-c\/d\\e", "a bcd e", id="thin spaces and hints"),
        pytest.param("a--b---c ``d''", "a–b—c “d”", id="dashes and quotation marks"),
        pytest.param("{A} {{BC}}d", "A BCd", id="braces only group"),
        pytest.param(r"\emph{a} {\em b} {\sc c}d", "a b cd", id="commands around a text, switches in a group"),
        pytest.param(r"{\TeX} {\LaTeX} \BibTeX{}", "TeX LaTeX BibTeX", id="names of programs"),
        pytest.param(r"{\relax Ch}ristos", "Christos", id="a command that does nothing"),
        pytest.param(r"\NTG{} x \foo", r"\NTG{} x \foo", id="what nobody knows stays"),
        pytest.param(r"$\alpha_{1}$ x", r"$\alpha_{1}$ x", id="a formula stays"),
        pytest.param(r"a \'{} \^{}", "a ' ^", id="an accent over nothing"),
        pytest.param("a \n\t b~c", "a b c", id="a run of white space is one space"),
        pytest.param("\\", "\\", id="a backslash alone"),
        pytest.param(r"\u\v", r"\u\v", id="accents without a letter"),
    ],
)
def test_printed(written: str, expected: str) -> None:
    """The letters are those that LaTeX prints, with and without their places."""
    assert printed(written, 0, len(written)).text == expected
    assert printed_text(written, 0, len(written)) == expected


def test_places_are_those_of_what_is_written() -> None:
    """Every letter knows what of the file writes it, and in how many braces."""
    text = r"x{\"o}y{Z\ss }"
    letters = printed(text, 1, len(text))
    assert letters.text == "öyZß"
    assert [text[sign.start : sign.end] for sign in letters.signs] == [r"{\"o}", "y", "Z", r"\ss "]
    assert list(letters.depths) == [0, 0, 1, 1]


def test_letters_that_are_written_together() -> None:
    """What writes several letters is the place of the first, and the others take none."""
    assert [(sign.start, sign.end) for sign in printed(r"\TeX", 0, 4).signs] == [(0, 4), (4, 4), (4, 4)]


def test_joined() -> None:
    """Texts behind each other keep their places; nothing adds nothing."""
    text = "ab"
    both = joined([printed(text, 0, 1), printed(text, 1, 1), printed(text, 1, 2)])
    assert (both.text, list(both.starts)) == ("ab", [0, 1])
    assert joined([]).text == ""


LETTER = st.sampled_from(sorted({*LATEX_LETTERS.values(), *"aäéñçőśżūÀŐÑ ABC xyz.&%"} - {"ı", "ȷ"}))


@given(text=st.text(LETTER), in_ascii=st.booleans(), braced_letter=st.booleans())
def test_round_trip(text: str, in_ascii: bool, braced_letter: bool) -> None:
    """What is written as LaTeX prints what was meant, in ASCII where that is asked for; a run of spaces is one."""
    written = in_latex(text, in_ascii=in_ascii, braced_letter=braced_letter)
    assert written is not None
    assert written.isascii() or not in_ascii
    assert printed_text(written, 0, len(written)).split() == text.split()


@pytest.mark.parametrize(
    ("text", "braced_letter", "expected"),
    [
        ("ö", False, r"{\"o}"),
        ("ö", True, r"{\"{o}}"),
        ("š", False, r"{\v s}"),
        ("š", True, r"{\v{s}}"),
        ("ß – “a”", False, "{\\ss} -- ``a''"),
    ],
)
def test_spellings(text: str, braced_letter: bool, expected: str) -> None:
    """Letters stand in braces, as files write them that BibTeX is to sort."""
    assert in_latex(text, in_ascii=True, braced_letter=braced_letter) == expected


@pytest.mark.parametrize("text", ["{", "a}", "\\", "~", "^", "\n", "\t"])
def test_what_cannot_be_written(text: str) -> None:
    """Signs that act have no plain spelling here, so nothing is written."""
    assert in_latex(text, in_ascii=False) is None


@pytest.mark.parametrize("letter", ["王", "ǖ", "Ж"])
def test_letters_without_a_command(letter: str) -> None:
    """A letter that these commands do not have is refused in ASCII, and is itself elsewhere."""
    assert in_latex(letter, in_ascii=True) is None
    assert in_latex(letter, in_ascii=False) == letter


@given(
    parts=st.lists(st.sampled_from([*"ab {}\\\"'`^~=.$-&%\n", *LATEX_ACCENTS, *LATEX_LETTERS, "\\v", "\\textbf", "é"]))
)
def test_any_text_has_places_in_order(parts: list[str]) -> None:
    """Whatever is written: the letters stand in the order of the file, inside of it, and the same without places."""
    text = "".join(parts)
    letters = printed(text, 0, len(text))
    assert letters.text == printed_text(text, 0, len(text))
    assert len(letters.text) == len(letters.starts) == len(letters.ends) == len(letters.depths)
    places = [place for pair in zip(letters.starts, letters.ends, strict=True) for place in pair]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
