"""Every number of a model, learned from the examples that a corpus gives without labels."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy
from numpy.typing import NDArray

from bylint.disambiguation import groups, pairs, profiles
from bylint.disambiguation.candidates import candidates, columns
from bylint.disambiguation.examples import (
    LARGEST_EXAMPLE,
    MOST_PAGES,
    RARE,
    Example,
    Learner,
    double_pages,
    single_pages,
)
from bylint.disambiguation.likenesses import PRIORS, STRONGEST, Likenesses, prior_features
from bylint.disambiguation.logistic import Fit, balanced, fit, mixture
from bylint.disambiguation.model import (
    PAGE_FEATURES,
    PAGE_SIZES,
    SMALL,
    Linear,
    Model,
    NullTable,
    PagePrior,
    PairPrior,
    page_statistics,
    size_class,
)
from bylint.disambiguation.partitions import Partitions, Unit
from bylint.disambiguation.profiles import Profiles
from bylint.disambiguation.rows import Numbers, Rows
from bylint.errors import UsageError

if TYPE_CHECKING:
    from bylint.model import Paper

Floats = NDArray[numpy.float64]

LEAST_PAGES = 300
"""Pairs of rare pages below which a corpus is too small to learn from."""
_SERVES = "the model that comes with bylint serves such corpora"
_MOST_PAIRS = 30
"""Pairs of papers taken of each kind from one pair of pages: a large page must not speak for all."""
_VALUES = 400
"""Values kept of the null of each class of page sizes."""
_FREQUENT = 100
"""Candidates from which a difference of names gets a prior of its own."""
_CHUNK = 5000
"""Candidates that are compared in one go."""

STEPS = (
    "pairs of papers",
    "pairs of pages",
    "pages of one person and of two",
    "how often a page holds two people",
    "how often two pages are one person",
)
"""What is learned, in order."""

Say = Callable[[str], object]


def fitted(papers: "Iterable[Paper]", half: int | None = None, say: Say = lambda _: None) -> Model:
    """A model of a corpus. Raises UsageError where it is too small."""
    learner = Learner(papers, half)
    known = len(learner.rare_pages(1))
    if known < LEAST_PAGES:
        message = f"too few pages of rare names to learn from: {known}, and {LEAST_PAGES} are needed"
        raise UsageError(message, _SERVES)
    say(STEPS[0])
    pair = _pair_model(learner)
    say(STEPS[1])
    profile, sharing = _profile_model(learner)
    model = Model(  # what is learned next needs what is learned first
        pair=pair,
        profile=profile,
        group=_nothing(groups.FEATURES),
        page=_nothing(PAGE_FEATURES),
        null=[NullTable(pages=0, step=1, evidence=[])] * (len(PAGE_SIZES) + 1),
        prior_mixed=PagePrior(constant=0, log_expected=0, log_papers=0),
        prior_duplicate=PairPrior(
            relations={}, other_relations=0, log_odds_of_sharing=sharing, **dict.fromkeys(PRIORS, 0.0)
        ),
    )
    say(STEPS[2])
    model = _with_pages(learner, model)
    say(STEPS[3])
    model = replace(model, prior_mixed=_prior_mixed(learner, model))
    say(STEPS[4])
    model = replace(model, prior_duplicate=_prior_duplicate(learner, model))
    how = (
        f"Fitted by `bylint calibrate` on {len(learner.index.papers):,} papers without labels. One person: papers of "
        f"names with fewer than {RARE} expected namesakes. Two people: papers of two such names with one surname and "
        "different first letters. How often: expectation and maximisation over the corpus's own pages, the evidence "
        "kept. No id, ORCID or correction was looked at. Evidence is in nats; features are explained in the modules "
        "pairs, groups and profiles of bylint.disambiguation."
    )
    if half is not None:
        how += f" Rare names of one half of the surnames only (half {half})."
    return replace(model, how=how, papers=len(learner.index.papers))


def _nothing(features: Sequence[str]) -> Linear:
    return Linear(constant=0, weights=dict.fromkeys(features, 0.0))


def _linear(names: Sequence[str], found: Fit, centre: Floats, examples: int) -> Linear:
    def named(values: Floats) -> dict[str, float]:
        return {name: round(float(value), 5) for name, value in zip(names, values, strict=True)}

    return Linear(
        constant=round(found.constant, 5),
        weights=named(found.weights),
        centre=named(centre),
        standardised=named(found.standardised),
        examples=examples,
    )


def _pair_model(learner: Learner) -> Linear:
    random = numpy.random.Generator(numpy.random.PCG64(5))
    rows, labels, weights = [], [], []
    for page, other in learner.rare_pages(1):
        unit, owner = learner.joined(page, other)
        if not 2 <= len(owner) <= LARGEST_EXAMPLE:
            continue
        features = _features(learner, unit)
        left, right = numpy.triu_indices(len(owner), 1)
        one, two = (owner[left] == 0) & (owner[right] == 0), owner[left] != owner[right]
        for label, places in ((1, numpy.flatnonzero(one)), (0, numpy.flatnonzero(two))):
            if len(places):
                some = places if len(places) <= _MOST_PAIRS else random.permutation(places)[:_MOST_PAIRS]
                rows.append(features[left[some], right[some]])
                labels.append(numpy.full(len(some), label))
                weights.append(numpy.full(len(some), min(numpy.sqrt(len(places)), 5.0) / len(some)))
    design, answers = numpy.concatenate(rows).astype(float), numpy.concatenate(labels)
    weight = balanced(answers, numpy.concatenate(weights))
    found = fit(design, answers.astype(float), weight)
    return _linear(pairs.FEATURES, found, numpy.average(design, axis=0, weights=weight), len(answers))


def _features(learner: Learner, unit: Unit) -> NDArray[numpy.float32]:
    block = numpy.zeros(len(unit.places), numpy.int64)
    return pairs.features(learner.evidence.matrices(unit.places, block, [unit.owners]))


def _profile_model(learner: Learner) -> tuple[Linear, float]:
    """Parts of a rare page against the rest of it, and against as many papers of another person.

    The other side has the same number of papers in both cases: unequal sizes would teach the model sizes.
    """
    random = numpy.random.Generator(numpy.random.PCG64(9))
    pages: list[int] = []
    papers: list[Numbers] = []
    for page, other in learner.rare_pages(6, least=2):
        mine, theirs = learner.index.papers_of[page], learner.index.papers_of[other]
        theirs = theirs[~numpy.isin(theirs, mine)]
        if not len(theirs):
            continue
        cut = int(random.integers(1, max(2, len(mine) // 2 + 1)))
        order = mine if random.random() < 0.5 else random.permutation(mine)
        order = order[::-1] if random.random() < 0.5 else order
        size = min(len(theirs), len(mine) - cut)
        start = int(random.integers(len(theirs) - size + 1))
        pages += [page, page, other]
        papers += [numpy.sort(order[:cut]), numpy.sort(order[cut : cut + size]), theirs[start : start + size]]
    made = Profiles(learner.evidence, numpy.array(pages, numpy.int64), Rows.of([row.tolist() for row in papers]))
    part = numpy.arange(0, len(pages), 3)
    design = numpy.concatenate([made.compare(part, part + 1), made.compare(part, part + 2)])
    label = numpy.repeat([1, 0], len(part))
    shares = design[:, profiles.FEATURES.index("shared")] > 0
    sharing = float(numpy.log(shares[label == 1].mean() / max(1e-6, shares[label == 0].mean())))
    found = fit(design, label.astype(float), ridge=2.0)
    return _linear(profiles.FEATURES, found, design.mean(axis=0), len(label)), round(sharing, 4)


def _with_pages(learner: Learner, model: Model) -> Model:
    partitions = Partitions(learner.evidence, model)
    single = single_pages(learner, partitions)
    double = double_pages(learner, partitions, MOST_PAGES + 1000)
    some = single[:: max(1, len(single) // len(double))]
    group = _group_model(some, double)

    def statistics(examples: Sequence[Example]) -> Floats:
        weights = group.vector(groups.FEATURES)
        evidence = [[float(row @ weights + group.constant) for row in example.study.rows] for example in examples]
        sizes = [example.sizes for example in examples]
        return numpy.array([page_statistics(*both) for both in zip(sizes, evidence, strict=True)])

    design = numpy.concatenate([statistics(some), statistics(double)])
    label = numpy.repeat([0, 1], [len(some), len(double)])
    found = fit(design, label.astype(float), balanced(label, numpy.ones(len(label))))
    page = _linear(PAGE_FEATURES, found, design.mean(axis=0), len(label))
    evidence = statistics(single) @ page.vector(PAGE_FEATURES) + page.constant
    null = _null([sum(example.sizes) for example in single], evidence)
    return replace(model, group=group, page=page, null=null)


def _group_model(single: Sequence[Example], double: Sequence[Example]) -> Linear:
    rows, labels, weights = [], [], []
    for example, is_double in [(e, False) for e in single] + [(e, True) for e in double]:
        for row, label in zip(example.study.rows, example.other, strict=True):
            if label or not is_double:
                rows.append(row)
                labels.append(label)
                weights.append(1 / numpy.sqrt(len(example.study.rows)))
    if len(set(labels)) < 2:
        message = "the pages of rare names all hang together, so there is nothing to learn from"
        raise UsageError(message, _SERVES)
    design, answers = numpy.array(rows), numpy.array(labels)
    found = fit(design, answers.astype(float), balanced(answers, numpy.array(weights)), ridge=3.0)
    return _linear(groups.FEATURES, found, design.mean(axis=0), len(answers))


def _null(sizes: Sequence[int], evidence: Floats) -> list[NullTable]:
    """For each class of sizes the upper half of the evidence of single-person pages, evenly taken."""
    classes = numpy.array([size_class(size) for size in sizes])
    tables = []
    for number in range(len(PAGE_SIZES) + 1):
        values = numpy.sort(evidence[classes == number])
        step = max(1, len(values) // (2 * _VALUES))
        upper = values[::-1][: len(values) // 2 + 1][::step][::-1]
        tables.append(NullTable(pages=len(values), step=step, evidence=[round(float(v), 4) for v in upper]))
    return tables


def _prior_mixed(learner: Learner, model: Model) -> PagePrior:
    """Over the pages of the corpus; of the very rare names every fifth stands for five."""
    index = learner.index
    chosen, weights = [], []
    for page in numpy.flatnonzero(index.papers_of.lengths > 1).tolist():
        very_rare = index.expected[page] < RARE / 2
        if not very_rare or page % 5 == 0:
            chosen.append(page)
            weights.append(5.0 if very_rare else 1.0)
    judged = Partitions(learner.evidence, model).judged([learner.single(page) for page in chosen])
    papers = index.papers_of.lengths[chosen]
    design = numpy.column_stack([numpy.log(index.expected[chosen] + SMALL), numpy.log(papers)])
    evidence = numpy.array([judgement.evidence for judgement in judged])
    expected, size, constant = (round(float(v), 5) for v in mixture(design, evidence, 0.1, numpy.array(weights)))
    return PagePrior(constant=constant, log_expected=expected, log_papers=size)


def _prior_duplicate(learner: Learner, model: Model) -> PairPrior:
    index = learner.index
    held = candidates(index)
    likenesses = Likenesses(learner.evidence, model)
    left, right = columns(held)
    weights = model.profile.vector(profiles.FEATURES)
    chunks = [slice(start, start + _CHUNK) for start in range(0, len(left), _CHUNK)]
    evidence = numpy.concatenate([likenesses.features(left[chunk], right[chunk]) @ weights for chunk in chunks])
    evidence = numpy.clip(evidence + likenesses.shift(list(held.values())), -STRONGEST, STRONGEST)
    frequent = sorted(how for how, count in Counter(held.values()).items() if count >= _FREQUENT)
    place = {how: number for number, how in enumerate(frequent)}
    kinds = numpy.zeros((len(held), len(frequent) + 1))
    kinds[numpy.arange(len(held)), [place.get(how, len(frequent)) for how in held.values()]] = 1
    theta = mixture(numpy.hstack([kinds, prior_features(index, held)]), evidence, 0.05, ridge=0.5)
    constant, width = float(theta[-1]), len(frequent) + 1
    return PairPrior(
        relations={how: round(float(theta[number]) + constant, 4) for how, number in place.items()},
        other_relations=round(float(theta[width - 1]) + constant, 4),
        log_odds_of_sharing=model.prior_duplicate.log_odds_of_sharing,
        **{name: round(float(theta[width + number]), 4) for number, name in enumerate(PRIORS)},
    )
