"""Decisions that cannot all be so: none is overlooked, and many about one person are not held against each other."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bylint.applying import contradictions as module
from bylint.applying.contradictions import Numbered, contradictions
from bylint.decisions.forms import BaselineForm, DecisionsForm, ReviewedForm

PAGES = ("ada-rho", "ada-r", "bo-li")


def form(content: dict[str, object]) -> ReviewedForm:
    """A decision as a file would hold it."""
    (made,) = DecisionsForm.model_validate({"format": "bylint-decisions-1", "decisions": [content]}).decisions
    assert not isinstance(made, BaselineForm)
    return made


def papers(*numbers: int) -> list[dict[str, object]]:
    """First authors of some papers."""
    return [{"paper": f"p{number}", "byline": "authors", "position": 1, "name": "Ada Rho"} for number in numbers]


_PAPERS = st.sets(st.integers(0, 3), min_size=1, max_size=2).map(lambda numbers: papers(*sorted(numbers)))
_PERSON = st.builds(
    lambda own, degree: {"id": own, "new": True, "degree": degree},
    st.sampled_from(PAGES),
    st.none() | st.sampled_from(["Ink", "Paper"]),
)
_PAGE = st.sampled_from(PAGES)
_TWO = st.lists(_PAGE, min_size=2, max_size=3, unique=True)
_DECISIONS = st.one_of(
    st.fixed_dictionaries({"kind": st.just("assign"), "page": _PAGE, "papers": _PAPERS, "person": _PERSON}),
    st.fixed_dictionaries({"kind": st.just("same"), "pages": _TWO, "papers": _PAPERS, "person": _PERSON}),
    st.fixed_dictionaries({"kind": st.just("different"), "pages": _TWO, "papers": _PAPERS}),
    st.fixed_dictionaries({"kind": st.just("one-person"), "page": _PAGE, "papers": _PAPERS}),
)


@settings(deadline=None, max_examples=400)
@given(st.lists(_DECISIONS, max_size=6))
def test_none_is_overlooked(contents: list[dict[str, object]]) -> None:
    """Where any two contradict each other, something is said; where none do, nothing is."""
    decisions = [Numbered(number, form(content)) for number, content in enumerate(contents, 1)]
    any_two = any(module._why(one.form, other.form) for one, other in combinations(decisions, 2))
    assert bool(list(contradictions(decisions, (), "kept"))) == any_two


def test_many_about_one_person(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred papers that go to one person, each by a decision of its own, are no ten thousand questions."""
    asked: list[object] = []
    monkeypatch.setattr(module, "_why", lambda *pair: asked.append(pair) or "")
    person = {"id": "ada-rho"}
    contents = [
        {"kind": "assign", "page": "ada-r", "papers": papers(number), "person": person} for number in range(100)
    ]
    assert not list(contradictions([Numbered(n, form(one)) for n, one in enumerate(contents, 1)], (), "kept"))
    assert len(asked) <= 100
