"""Logistic regression, and a prior learned by expectation and maximisation."""

import numpy
import pytest

from bylint.disambiguation.logistic import balanced, fit, mixture, sigmoid


def draws(size: int = 4000) -> tuple[numpy.ndarray, numpy.random.Generator]:
    """Made-up features and the chance they came from."""
    random = numpy.random.Generator(numpy.random.PCG64(3))
    return random.normal(0, [1.0, 5.0], (size, 2)), random


def test_weights_come_back() -> None:
    """Labels drawn by known weights give these weights, in the units of the features and of unit variance."""
    features, random = draws()
    labels = (random.random(len(features)) < sigmoid(features @ [1.5, -0.2] + 0.5)).astype(float)
    found = fit(features, labels, ridge=0.01)
    assert found.weights == pytest.approx([1.5, -0.2], abs=0.15)
    assert found.constant == pytest.approx(0.5, abs=0.15)
    assert found.standardised == pytest.approx(found.weights * features.std(axis=0), rel=1e-3)


def test_examples_can_weigh_more() -> None:
    """An example of weight two counts as two examples."""
    features, labels = numpy.array([[0.0], [1.0], [2.0], [3.0]]), numpy.array([0.0, 1.0, 0.0, 1.0])
    twice = fit(numpy.vstack([features, features[:1]]), numpy.append(labels, 0.0))
    weighed = fit(features, labels, numpy.array([2.0, 1, 1, 1]))
    scale = features.std() / numpy.vstack([features, features[:1]]).std()
    assert weighed.weights[0] == pytest.approx(twice.weights[0], rel=0.2 * abs(scale) + 0.1)


def test_a_ridge_keeps_weights_finite() -> None:
    """Labels that a feature tells apart without a fault, and a feature that never varies, give finite weights."""
    found = fit(numpy.array([[-1.0, 7.0], [-2.0, 7.0], [1.0, 7.0], [2.0, 7.0]]), numpy.array([0.0, 0, 1, 1]))
    assert 0 < found.weights[0] < 10
    assert found.weights[1] == pytest.approx(0, abs=1e-3)


def test_a_prior_is_learned_from_evidence() -> None:
    """How often something is so comes back from evidence that is right about each case only on average."""
    random = numpy.random.Generator(numpy.random.PCG64(4))
    feature = random.integers(0, 2, 6000).astype(float)[:, None]
    share = numpy.where(feature[:, 0] > 0, 0.6, 0.1)
    so = random.random(6000) < share
    evidence = random.normal(numpy.where(so, 2.0, -2.0), 2.0)  # log likelihood ratio of N(2, 2) and N(-2, 2): itself
    theta = mixture(feature, evidence, 0.3)
    assert sigmoid(theta[-1:])[0] == pytest.approx(0.1, abs=0.05)
    assert sigmoid(theta.sum()[None])[0] == pytest.approx(0.6, abs=0.05)


def test_balanced_classes_weigh_the_same() -> None:
    """However many examples a class has, both weigh the same, 1 each on average."""
    labels = numpy.array([1, 0, 0, 0])
    weights = balanced(labels, numpy.ones(4))
    assert weights[labels == 1].sum() == pytest.approx(weights[labels == 0].sum())
    assert weights.mean() == pytest.approx(1)


def test_sigmoid_of_anything() -> None:
    """Probabilities stay between 0 and 1, without overflow."""
    assert sigmoid(numpy.array([-1e9, 0.0, 1e9])) == pytest.approx([0, 0.5, 1])
