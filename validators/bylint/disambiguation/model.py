"""The fitted numbers that all judgements go by: a readable file, shipped or written by `bylint calibrate`."""

import math
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal, Self

import numpy
from numpy.typing import NDArray
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from bylint.disambiguation import groups, pairs, profiles
from bylint.errors import UsageError

Floats = NDArray[numpy.float64]

FORMAT = "bylint-model-1"
PAGE_SIZES = (3, 5, 9, 17, 41)
"""Papers at which the next class of page sizes begins: 2, 3 to 4, 5 to 8, 9 to 16, 17 to 40, 41 and more."""
PAGE_FEATURES = ("split", "strongest", "all_groups", "second", "log_papers", "log_groups")
SMALL = 1e-3
"""Added to expected namesakes before the logarithm."""


def _bounded(value: float) -> float:
    if not math.isfinite(value) or abs(value) > 1e4:
        message = f"{value} is no weight"
        raise ValueError(message)
    return value


Weight = Annotated[float, AfterValidator(_bounded)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Linear(_Part):
    """A linear model: evidence in nats is the constant and the weighted sum of the features."""

    constant: Weight
    weights: dict[str, Weight]
    centre: dict[str, Weight] = Field(default_factory=dict)
    """What each feature is among the examples on average: where it stands at that, it says nothing."""
    standardised: dict[str, Weight] = Field(default_factory=dict)
    """The weights of the features at unit variance: how much each one matters."""
    examples: int = 0

    def vector(self, features: tuple[str, ...]) -> Floats:
        """The weights in the order of `features`."""
        return numpy.array([self.weights[feature] for feature in features])

    def by_kind(self, kinds: Mapping[str, tuple[str, ...]], values: Mapping[str, float]) -> dict[str, float]:
        """The nats that the features of each kind add up to; they and the constant make the evidence."""
        return {
            kind: sum((values[name] - self.centre.get(name, 0.0)) * self.weights[name] for name in names)
            for kind, names in kinds.items()
        }


class NullTable(_Part):
    """How much single-person pages of one size look like two people: the upper half of their evidence, rising."""

    pages: int = Field(ge=0)
    step: int = Field(ge=1)
    """Each value stands for so many pages."""
    evidence: list[Weight]


class PagePrior(_Part):
    """Log odds that a page holds two people, before its papers are looked at."""

    constant: Weight
    log_expected: Weight
    log_papers: Weight


class PairPrior(_Part):
    """Log odds that two pages of similar names are one person, before their papers are looked at."""

    relations: dict[str, Weight]
    """For each way in which two names differ."""
    other_relations: Weight
    log_expected_commoner: Weight
    log_expected_rarer: Weight
    log_rivals: Weight
    log_papers_smaller: Weight
    log_odds_of_sharing: Weight = 0.0
    """Taken off where a pair was offered only because it shares a co-author."""


class Model(_Part):
    """All of it."""

    format: Literal["bylint-model-1"] = "bylint-model-1"
    how: str = ""
    """How it was made, in words."""
    papers: int = 0
    """Of the corpus it was fitted on."""
    pair: Linear
    group: Linear
    page: Linear
    null: list[NullTable]
    prior_mixed: PagePrior
    profile: Linear
    prior_duplicate: PairPrior

    @model_validator(mode="after")
    def _whole(self) -> Self:
        for part, features in (
            (self.pair, pairs.FEATURES),
            (self.group, groups.FEATURES),
            (self.page, PAGE_FEATURES),
            (self.profile, profiles.FEATURES),
        ):
            missing = [feature for feature in features if feature not in part.weights]
            if missing:
                message = f"no weight for {', '.join(missing)}"
                raise ValueError(message)
        if len(self.null) != len(PAGE_SIZES) + 1:
            message = f"the null needs {len(PAGE_SIZES) + 1} classes of page sizes"
            raise ValueError(message)
        return self

    def mixed_prior(self, expected: float, papers: int) -> float:
        """Log odds of two people, from how common the name is and how many papers there are."""
        prior = self.prior_mixed
        return (
            prior.constant
            + prior.log_expected * math.log(expected + SMALL)
            + prior.log_papers * math.log(max(1, papers))
        )

    def tail(self, papers: int, evidence: float) -> float:
        """Share of single-person pages of this size with as much evidence, themselves and this one counted."""
        table = self.null[size_class(papers)]
        above = len(table.evidence) - bisect_left(table.evidence, evidence - 1e-9)
        return min(1.0, (above * table.step + 1) / (table.pages + 1))


def size_class(papers: int) -> int:
    """The number of the class of page sizes."""
    return sum(papers >= edge for edge in PAGE_SIZES)


def page_statistics(sizes: list[int], evidence: list[float]) -> Floats:
    """What a page's groups come to, in the order of PAGE_FEATURES.

    `sizes` are those of all groups, the largest first; `evidence` is that of every group but the first.
    """
    papers = math.log(sum(sizes))
    if not evidence:
        return numpy.array([0.0, 0.0, 0.0, 0.0, papers, 0.0])
    ordered = sorted(evidence, reverse=True)
    together = math.log(math.fsum(math.exp(min(20.0, max(-20.0, value))) for value in ordered))
    second = ordered[1] if len(ordered) > 1 else -3.0
    return numpy.array([1.0, ordered[0], together, second, papers, math.log(len(sizes))])


def sigmoid(log_odds: float) -> float:
    """The probability of some log odds."""
    return 1.0 / (1.0 + math.exp(-min(40.0, max(-40.0, log_odds))))


def read_model(text: str, shown: str) -> Model:
    """A model from the text of its file. Raises UsageError."""
    try:
        return Model.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        message = f"{shown}: {where + ': ' if where else ''}{first['msg']}"
        raise UsageError(message, "make a new one with: bylint calibrate") from error


@cache
def shipped() -> Model:
    """The model that comes with bylint."""
    path = files("bylint.disambiguation") / "model.json"
    return read_model(path.read_text(encoding="utf-8"), "model.json")
