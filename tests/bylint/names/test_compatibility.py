"""How two names differ, where they could be one person's."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies
from bylint.model import Name
from bylint.names import difference
from bylint.names.compatibility import SHORT_FORMS, name_form
from bylint.testing import name


@pytest.mark.parametrize(
    ("left", "right", "how"),
    [
        ("Noah Smith", "noah SMÍTH", "the same name"),
        ("Xiaolei Li", "Xiao-Lei|Li", "the same but for spaces"),
        ("Mausam", "Daniel Mausam", "one has no given name"),
        ("Noah Smith", "Noah A.|Smith", "one has a further given name"),
        ("Noah Smith", "N. A.|Smith", "one has initials only"),
        ("Noah Smith", "N. Smith", "one has initials only"),
        ("Noah Aden|Smith", "Noah A.|Smith", "one has an initial for a given name"),
        ("Aden Smith", "Noah Aden|Smith", "one goes by a later given name"),
        ("Noah Aden|Smith", "Noah Bert|Smith", "other further given names"),
        ("Bob Smith", "Robert Smith", "one has a short form of the given name"),
        ("Alexand Smith", "Alexandre Smith", "one given name begins the other"),
        ("Kristine Smith", "Kristina Smith", "given names one letter apart"),
        ("Mohammed Smith", "Muhammad Smith", "given names two letters apart"),
        ("Katerina Smith", "Katarzyna Smith", "given names spelled alike"),
        ("Wei Smith", "Noah Smith", "other given names"),
        ("Li Smith", "Lu Smith", "other given names"),
        ("Zhong Jiang", "Zho|Ngjiang", "the same letters, divided otherwise"),
        ("Yang Liu", "Liu Yang", "the same words in another order"),
        ("María|García López", "María López", "one has words that the other lacks"),
        ("María|García López", "García López", "one begins with words that the other lacks"),
        ("Ana García-Silva|Costa", "Ana Silva|Costa", "one has a further given name"),
        (
            "Ana María|García Gil",
            "Ana M.|García Paz",
            "one has a part of the other's surname, and one has an initial for a given name",
        ),
        ("Ana|García Gil", "Ana|García Paz", "one has a part of the other's surname"),
        ("Ana|García Gil", "Bea|García Paz", ""),
        ("Noah Aden|Smith", "Noah|Smyth", "surnames one letter apart, and one has a further given name"),
        ("Noah Smith", "N. Smyth", "surnames one letter apart, and one has initials only"),
        ("Noah Johannson", "Noah Johansen", "surnames two letters apart"),
        ("Noah Lee", "Noah Leeman", "one surname begins the other"),
        ("Noah Smith", "Noah Quarrington", "other surnames"),
        ("Wei Li", "Wei Zhang", ""),
        ("Noah Ann|Smith", "Ann Noah|Quarrington", "two words in common"),
        ("Noah Smith", "Ada Lovelace", ""),
        (".", "?", ""),
    ],
)
def test_difference(left: str, right: str, how: str) -> None:
    """Every way in which names of one person differ has its words, whichever comes first; others have none."""
    assert difference(name(left), name(right)) == how
    assert difference(name(right), name(left)) == how


@settings(max_examples=100, deadline=None)
@given(strategies.names, strategies.names)
def test_order_of_names_does_not_matter(left: Name, right: Name) -> None:
    """Any two names differ in one way, both ways round."""
    assert difference(left, right) == difference(right, left)


PARTS = st.text("abAB -.", min_size=1, max_size=9)


@settings(max_examples=300, deadline=None)
@given(st.builds(Name, PARTS, PARTS), st.builds(Name, PARTS, PARTS))
def test_names_that_are_alike(left: Name, right: Name) -> None:
    """Names of few letters, which often meet, differ in one way, both ways round; each is the same as itself."""
    assert difference(left, right) == difference(right, left)
    assert difference(left, left) == ("the same name" if name_form(left).joined else "")


def test_short_forms_go_both_ways() -> None:
    """What stands for a name is stood for by it."""
    assert all(word in SHORT_FORMS[other] for word, forms in SHORT_FORMS.items() for other in forms)


def test_name_form() -> None:
    """The folded words of a name, apart and joined."""
    form = name_form(name("Noah A.|García-López"))
    assert (form.given, form.surname) == (("noah", "a"), ("garcia", "lopez"))
    assert form.joined == "noaha" + "garcialopez"
    assert form.long == {"noah", "garcia", "lopez"}
