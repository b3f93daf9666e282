"""Words that tell a father from a son."""

import pytest

from bylint.names import GENERATIONS, words


@pytest.mark.parametrize(
    ("name", "generation"),
    [
        pytest.param("Edward P. Stabler Jr.", {"jr"}, id="junior"),
        pytest.param("Hal Daumé III", {"iii"}, id="a numeral"),
        pytest.param("Eric H. Nyberg 3rd", {"3rd"}, id="an ordinal"),
        pytest.param("Iva Juniorová", set(), id="a word that begins so"),
    ],
)
def test_words_of_a_name(name, generation):
    """They are the folded words of a name, as `words` gives them."""
    assert GENERATIONS.intersection(words(name)) == generation
