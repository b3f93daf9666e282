"""Names that are one text: where they part, and that nothing of them is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bylint import Name
from bylint.loaders._whole_names import parted, whole_name


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param("Mausam", None, "Mausam", id="one word is the last name"),
        pytest.param("王伟", None, "王伟", id="so is a name without spaces"),
        pytest.param("Yang Liu", "Yang", "Liu", id="two words"),
        pytest.param("J. R. R. Tolkien", "J. R. R.", "Tolkien", id="initials"),
        pytest.param("Vincent van Gogh", "Vincent", "van Gogh", id="a particle in lower case"),
        pytest.param("Maria de la Cruz", "Maria", "de la Cruz", id="two particles"),
        pytest.param("Bernard De Baets", "Bernard", "De Baets", id="a particle with a capital"),
        pytest.param("Thi Van Nguyen", "Thi Van", "Nguyen", id="one that is a given name elsewhere"),
        pytest.param("De Wang", "De", "Wang", id="one that is the only given name"),
        pytest.param("van Gogh", "van", "Gogh", id="something is left for the first name"),
        pytest.param("Jan Hajič, jr.", "Jan", "Hajič, jr.", id="a comma before a generation"),
        pytest.param("Sammy Davis Jr.", "Sammy", "Davis Jr.", id="a generation"),
        pytest.param("Gogh, Vincent van", "Vincent van", "Gogh", id="turned round"),
        pytest.param("Liu,Yang", "Yang", "Liu", id="turned round without a space"),
        pytest.param("Liu, Yang, Wei", "Liu, Yang,", "Wei", id="two commas turn nothing round"),
        pytest.param(", Yang Liu", ", Yang", "Liu", id="a comma with nothing before it"),
        pytest.param("Yang  Liu", "Yang ", "Liu", id="a space too many stays"),
        pytest.param(" Yang Liu ", " Yang", "Liu ", id="spaces around it stay"),
        pytest.param("Yang\u00a0Liu", "Yang\u00a0", "Liu", id="another space stays"),
        pytest.param("Wei Liu (刘伟)", "Wei", "Liu (刘伟)", id="what is in brackets belongs to the last name"),
        pytest.param("Wei Liu (of the (same) name)", "Wei", "Liu (of the (same) name)", id="all of it"),
        pytest.param("Wei (David) Liu", "Wei (David)", "Liu", id="but not in the middle"),
        pytest.param("Wei (David)", "Wei", "(David)", id="nor behind a single word"),
    ],
)
def test_whole_name(text: str, first: str | None, last: str) -> None:
    """The last word is the last name, but for particles, generations and a comma."""
    assert whole_name(text) == Name(first, last)


@given(st.text(st.characters(exclude_characters=",", exclude_categories=["Cc", "Zl", "Zp", "Zs"]) | st.just(" ")))
def test_nothing_is_lost_without_a_comma(text: str) -> None:
    """Printed, a name whose words stand apart by spaces is the text it was read from."""
    assert str(whole_name(text)) == text


@given(st.text("ab, .\u00a0jr"))
def test_parts_do_not_overlap(text: str) -> None:
    """The first and the last name are two stretches of the text, and a name is never empty in both."""
    first, last = parted(text)
    assert first[1] <= last[0] or last[1] <= first[0] or first == (0, 0)
    assert 0 <= first[0] <= first[1] <= len(text)
    assert 0 <= last[0] <= last[1] <= len(text)
    assert last[0] < last[1] or not text.strip()
