"""The fitted numbers that all judgements go by."""

import json
import math
from dataclasses import replace
from typing import Any

import numpy
import pytest

from bylint.disambiguation import groups, pairs, profiles
from bylint.disambiguation.model import (
    FORMAT,
    PAGE_FEATURES,
    PAGE_SIZES,
    page_statistics,
    read_model,
    shipped,
    sigmoid,
    size_class,
    text_of,
)
from bylint.errors import UsageError


def changed(**parts: Any) -> str:
    """The text of the shipped model with other parts."""
    return json.dumps({**json.loads(text_of(shipped())), **parts})


def without(part: str, weight: str) -> dict[str, Any]:
    """A part of the shipped model without one of its weights."""
    content = json.loads(text_of(shipped()))[part]
    del content["weights"][weight]
    return {part: content}


def test_the_shipped_model_is_whole() -> None:
    """It has a weight for every feature, and says how it was made."""
    model = shipped()
    assert (model.format, shipped()) == (FORMAT, model)
    assert model.how
    for part, features in (
        (model.pair, pairs.FEATURES),
        (model.group, groups.FEATURES),
        (model.page, PAGE_FEATURES),
        (model.profile, profiles.FEATURES),
    ):
        assert part.weights.keys() == set(features)
        assert numpy.isfinite(part.vector(features)).all()


def test_a_model_comes_back_from_its_file() -> None:
    """What is written is what is read."""
    assert read_model(text_of(shipped()), "model.json") == shipped()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("not JSON", "invalid JSON", id="no JSON"),
        pytest.param("[]", "object", id="a list"),
        pytest.param("{}", "pair: field required", id="nothing in it"),
        pytest.param(changed(format="bylint-model-0"), "format: input should be 'bylint-model-1'", id="another format"),
        pytest.param(changed(**without("pair", "topic")), "no weight for topic", id="a missing weight"),
        pytest.param(changed(null=[]), "the null needs 6 classes of page sizes", id="no null"),
        pytest.param(changed(surplus=1), "surplus", id="an unknown part"),
        pytest.param(changed(page={"constant": "much", "weights": {}}), "page.constant", id="a word for a number"),
        *(
            pytest.param(changed(page={"constant": value, "weights": {}}), "page.constant", id=f"{value}")
            for value in (math.inf, -math.inf, math.nan, 1e300)
        ),
    ],
)
def test_a_broken_file_is_refused(text: str, says: str) -> None:
    """One line names the file and what is wrong with it, and the hint says what to do."""
    with pytest.raises(UsageError) as refused:
        read_model(text, "my.json")
    assert str(refused.value).startswith("my.json: ")
    assert says.lower() in str(refused.value).lower()
    assert "\n" not in str(refused.value)
    assert refused.value.hint == "make a new one with: bylint calibrate"


@pytest.mark.parametrize(("papers", "number"), [(2, 0), (3, 1), (4, 1), (5, 2), (16, 3), (17, 4), (41, 5), (999, 5)])
def test_size_class(papers: int, number: int) -> None:
    """Pages are compared with pages of about their size."""
    assert size_class(papers) == number <= len(PAGE_SIZES)


def test_the_tail_falls_with_the_evidence() -> None:
    """More evidence is rarer among single-person pages; no page is rarer than the number of them allows."""
    model = shipped()
    for papers in (2, 6, 50):
        tails = [model.tail(papers, value) for value in numpy.linspace(-50, 50, 40)]
        assert tails == sorted(tails, reverse=True)
        assert tails[-1] == 1 / (model.null[size_class(papers)].pages + 1)
        assert 0 < tails[0] <= 1
    nothing = replace(model.null[0], pages=0, evidence=[])
    assert replace(model, null=[nothing] * 6).tail(2, 9.0) == 1


def test_common_names_and_large_pages_are_doubted_more() -> None:
    """The odds of two people before any paper is read rise with how common the name is, and with its papers."""
    model = shipped()
    assert model.mixed_prior(0.001, 5) < model.mixed_prior(0.5, 5) < model.mixed_prior(5, 5)
    assert model.mixed_prior(0.5, 2) < model.mixed_prior(0.5, 50)


def test_kinds_add_up_to_the_evidence() -> None:
    """What each kind says, above what is usual, adds up to the weighted sum of the features about their centre."""
    model = shipped().pair
    values = {feature: 0.1 * place for place, feature in enumerate(pairs.FEATURES)}
    nats = model.by_kind(pairs.KINDS, values)
    assert nats.keys() == pairs.KINDS.keys()
    whole = sum((values[f] - model.centre[f]) * model.weights[f] for f in pairs.FEATURES)
    assert sum(nats.values()) == pytest.approx(whole)


def test_page_statistics() -> None:
    """Of one group only the papers count; of more the strongest, all together, and the second."""
    assert page_statistics([4], []).tolist() == pytest.approx([0, 0, 0, 0, math.log(4), 0])
    assert page_statistics([4, 2], [1.0])[:4].tolist() == pytest.approx([1, 1, 1, -3])
    found = page_statistics([4, 2, 1], [0.5, 2.0])
    assert found[:4].tolist() == pytest.approx([1, 2, math.log(math.exp(2) + math.exp(0.5)), 0.5])
    assert numpy.isfinite(page_statistics([4, 2], [1e9])).all()


def test_sigmoid() -> None:
    """Probabilities, whatever the odds."""
    assert [sigmoid(-1e9), sigmoid(0), sigmoid(1e9)] == pytest.approx([0, 0.5, 1])
