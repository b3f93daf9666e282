"""Plain text from titles and abstracts with markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bylint.loaders._rich_texts import plain_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("where p < .05 & q > 1", "where p < .05 & q > 1", id="signs that are no markup"),
        pytest.param("a<b and c>d", "a<b and c>d", id="a comparison"),
        pytest.param("<i>E. coli</i>", "E. coli", id="a tag of HTML"),
        pytest.param('<span class="nocase">iPhone</span>s', "iPhones", id="a tag with an attribute"),
        pytest.param("H<jats:sub>2</jats:sub>O", "H2O", id="no space for a tag inside a word"),
        pytest.param("<jats:title>Aim</jats:title><jats:p>Of</jats:p>", "Aim Of", id="a space between blocks"),
        pytest.param("Q&amp;A &lt;here&gt; &eacute;", "Q&A <here> é", id="entities"),
        pytest.param(" two\n  lines\t", "two lines", id="white space"),
    ],
)
def test_plain_text(text: str, expected: str) -> None:
    """Tags go, entities are characters."""
    assert plain_text(text) == expected


@given(st.text("<>&;/ a1b\n", max_size=30))
def test_no_white_space_is_left_over(text: str) -> None:
    """There is one space between words and none around them."""
    assert plain_text(text) == " ".join(plain_text(text).split())
