"""Logistic regression, by Newton's method, and a prior learned by expectation and maximisation."""

from typing import NamedTuple

import numpy
from numpy.typing import NDArray

Floats = NDArray[numpy.float64]

_ROUNDS = 30
_EM_ROUNDS = 80
_SETTLED = 1e-7
_EM_SETTLED = 1e-5


class Fit(NamedTuple):
    """Weights in the units of the features, and what they were for features of unit variance."""

    weights: Floats
    constant: float
    standardised: Floats


def sigmoid(log_odds: Floats) -> Floats:
    """The probabilities of some log odds."""
    return 1.0 / (1.0 + numpy.exp(-numpy.clip(log_odds, -40, 40)))


def fit(features: Floats, labels: Floats, weights: Floats | None = None, ridge: float = 1.0) -> Fit:
    """The weights for labels from 0 to 1; the ridge is on features of unit variance, never on the constant."""
    scale = features.std(axis=0) + 1e-6
    theta = solve(features / scale, labels, weights, ridge)
    return Fit(theta[:-1] / scale, float(theta[-1]), theta[:-1])


def solve(features: Floats, labels: Floats, weights: Floats | None = None, ridge: float = 1.0) -> Floats:
    """The weights of features as they are; the last is the constant."""
    design = numpy.hstack([features, numpy.ones((len(features), 1))])
    weights = numpy.ones(len(features)) if weights is None else weights
    theta = numpy.zeros(design.shape[1])
    penalty = numpy.append(numpy.full(features.shape[1], ridge), 1e-6)
    for _ in range(_ROUNDS):
        chance = sigmoid(design @ theta)
        gradient = design.T @ (weights * (labels - chance)) - penalty * theta
        curvature = (design * (weights * chance * (1 - chance))[:, None]).T @ design + numpy.diag(penalty)
        step = numpy.linalg.solve(curvature, gradient)
        theta += step
        if numpy.abs(step).max() < _SETTLED:
            break
    return theta


def mixture(
    features: Floats, evidence: Floats, start: float, weights: Floats | None = None, ridge: float = 1.0
) -> Floats:
    """How often, as log odds linear in some features: the evidence stays as it is, a log likelihood ratio for each row.

    The last weight is the constant.
    """
    prior = numpy.full(len(evidence), start)
    theta = numpy.zeros(features.shape[1] + 1)
    for _ in range(_EM_ROUNDS):
        after = prior / (prior + (1 - prior) * numpy.exp(-evidence))
        theta = solve(features, after, weights, ridge)
        fresh = sigmoid(features @ theta[:-1] + theta[-1])
        settled = numpy.abs(fresh - prior).max() < _EM_SETTLED
        prior = fresh
        if settled:
            break
    return theta


def balanced(labels: NDArray[numpy.int64], weights: Floats) -> Floats:
    """The weights, scaled so that both classes weigh the same and the mean is 1."""
    weights = weights.astype(float)
    weights[labels == 1] *= weights[labels == 0].sum() / weights[labels == 1].sum()
    scaled: Floats = weights / weights.mean()
    return scaled
