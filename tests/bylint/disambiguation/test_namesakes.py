"""How common a name is."""

import random

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bylint import Name
from bylint.disambiguation.namesakes import expected_namesakes, given_key
from bylint.testing import name

COMMON = [
    Name(given, surname)
    for given in ("Wei", "Li", "Yang", "Jing", "Min", "Hao")
    for surname in ("Wang", "Li", "Liu", "Chen")
]
RARE = Name("Ottoline", "Quarrington")


def unrelated(count: int) -> list[Name]:
    """Names that share nothing with any other."""
    return [Name(f"Given{number}", f"Family{number}") for number in range(count)]


def test_common_names_are_expected_more_often() -> None:
    """Parts that many others have make a name common, and a part that nobody else has makes it rare."""
    names = [*COMMON, RARE, Name("Wei", "Quarrington")]
    expected = dict(zip(names, expected_namesakes(names).tolist(), strict=True))
    assert min(expected[one] for one in COMMON) > 0.3
    assert expected[RARE] < 0.05
    assert expected[RARE] < expected[Name("Wei", "Quarrington")] < min(expected[one] for one in COMMON)


def test_no_name_at_all() -> None:
    """No names, no numbers; a name that stands alone has no namesakes."""
    assert expected_namesakes([]).tolist() == []
    assert expected_namesakes([RARE]).tolist() == [0]


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 300), st.booleans())
def test_unrelated_names_leave_a_rare_name_rare(count: int, common_too: bool) -> None:
    """However many others there are, who share no part with it, a rare name stays rare."""
    names = [RARE, *unrelated(count), *(COMMON if common_too else [])]
    assert expected_namesakes(names)[0] < 0.05


def test_spellings_of_one_name_count_once() -> None:
    """Capitals, hyphens and middle initials make no further name, and each spelling is given the same number."""
    names = [Name("Xiao-Lei", "Li"), Name("Xiaolei", "LI"), Name("Xiaolei J.", "Li"), *COMMON]
    found = expected_namesakes(names)
    assert found[0] == found[1] == found[2]
    assert found[3:] == pytest.approx(expected_namesakes(names[2:])[1:])


def test_cultures_of_names_are_seen() -> None:
    """Where given names go with some surnames, names are commoner than the counts of their parts would have it."""
    block = [Name(f"G{given}x", f"S{surname}x") for given in range(30) for surname in range(30)]
    names = [*block, *unrelated(1500)]
    found = expected_namesakes(names)
    plain = 30 * 30 / len(names)
    assert found[: len(block)].mean() > 1.5 * plain
    assert found[len(block) :].max() < 0.05


def test_few_names_more_change_little() -> None:
    """Ten people whose names have nothing to do with the others leave the others' estimates where they were."""
    chance = random.Random(5)
    cultures = [
        Name(f"G{given}{culture}x", f"S{surname}{culture}x")
        for culture in range(12)
        for given in range(30)
        for surname in range(30)
        if chance.random() < 0.6
    ]
    names = [*unrelated(1500), *cultures]
    whole, part = expected_namesakes(names)[10:], expected_namesakes(names[10:])
    likely = whole > 0.02
    assert part[likely] == pytest.approx(whole[likely], rel=0.02)


@settings(deadline=None)
@given(st.lists(st.builds(Name, st.none() | st.text(max_size=4), st.text(max_size=4)), max_size=20))
def test_any_names_have_a_number(names: list[Name]) -> None:
    """Numbers are finite and none is below 0, whatever is written."""
    found = expected_namesakes(names)
    assert len(found) == len(names)
    assert numpy.isfinite(found).all()
    assert (found >= 0).all()


@pytest.mark.parametrize(
    ("text", "key"),
    [("Wei J.|Wang", "wei"), ("Xiao-Lei|Li", "xiaolei"), ("J. K.|Li", "jk"), ("Mausam", ""), ("Émile|Zola", "emile")],
)
def test_given_key(text: str, key: str) -> None:
    """Middle initials are left out, unless there is nothing else."""
    assert given_key(name(text)) == key
