"""The fitted numbers that all judgements go by: a readable file, shipped or written by `bylint calibrate`."""

import json
import math
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.resources import files
from typing import Annotated, Final, Literal

import numpy
from numpy.typing import NDArray

from bylint.disambiguation import groups, pairs, profiles
from bylint.errors import UsageError
from bylint.options import Bound

Floats = NDArray[numpy.float64]

FORMAT = "bylint-model-1"
PAGE_SIZES = (3, 5, 9, 17, 41)
"""Papers at which the next class of page sizes begins: 2, 3 to 4, 5 to 8, 9 to 16, 17 to 40, 41 and more."""
PAGE_FEATURES = ("split", "strongest", "all_groups", "second", "log_papers", "log_groups")
SMALL = 1e-3
"""Added to expected namesakes before the logarithm."""


_LARGEST = 1e4
Weight = Annotated[float, Bound({"ge": -_LARGEST, "le": _LARGEST, "allow_inf_nan": False})]
_Number = Annotated[int, Bound({"ge": 0})]
_FORBID: Final = {"extra": "forbid"}


@dataclass(frozen=True, kw_only=True)
class Linear:
    """A linear model: evidence in nats is the constant and the weighted sum of the features."""

    __pydantic_config__ = _FORBID
    constant: Weight
    weights: dict[str, Weight]
    centre: dict[str, Weight] = field(default_factory=dict)
    """What each feature is among the examples on average: where it stands at that, it says nothing."""
    standardised: dict[str, Weight] = field(default_factory=dict)
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


@dataclass(frozen=True, kw_only=True)
class NullTable:
    """How much single-person pages of one size look like two people: the upper half of their evidence, rising."""

    __pydantic_config__ = _FORBID
    pages: _Number
    step: Annotated[int, Bound({"ge": 1})]
    """Each value stands for so many pages."""
    evidence: list[Weight]


@dataclass(frozen=True, kw_only=True)
class PagePrior:
    """Log odds that a page holds two people, before its papers are looked at."""

    __pydantic_config__ = _FORBID
    constant: Weight
    log_expected: Weight
    log_papers: Weight


@dataclass(frozen=True, kw_only=True)
class PairPrior:
    """Log odds that two pages of similar names are one person, before their papers are looked at."""

    __pydantic_config__ = _FORBID
    relations: dict[str, Weight]
    """For each way in which two names differ."""
    other_relations: Weight
    log_expected_commoner: Weight
    log_expected_rarer: Weight
    log_rivals: Weight
    log_papers_smaller: Weight
    log_odds_of_sharing: Weight = 0.0
    """Taken off where a pair was offered only because it shares a co-author."""


@dataclass(frozen=True, kw_only=True)
class Model:
    """All of it."""

    __pydantic_config__ = _FORBID
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

    def __post_init__(self) -> None:
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
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(Model).validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        message = f"{shown}: {where + ': ' if where else ''}{first['msg']}"
        raise UsageError(message, "make a new one with: bylint calibrate") from error


def text_of(model: Model) -> str:
    """The text of a model's file."""
    return json.dumps(asdict(model), indent=1, ensure_ascii=False) + "\n"


@cache
def shipped() -> Model:
    """The model that comes with bylint, which is taken as it is."""
    text = (files("bylint.disambiguation") / "model.json").read_text(encoding="utf-8")
    parts = json.loads(text)
    linear = {part: Linear(**parts[part]) for part in ("pair", "group", "page", "profile")}
    null = [NullTable(**table) for table in parts["null"]]
    mixed, duplicate = PagePrior(**parts["prior_mixed"]), PairPrior(**parts["prior_duplicate"])
    return Model(**{**parts, **linear, "null": null, "prior_mixed": mixed, "prior_duplicate": duplicate})
