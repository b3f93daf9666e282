"""The evidence that one group of papers of a page is somebody else than the rest of the page."""

import numpy
from numpy.typing import NDArray

from bylint.disambiguation.index import UNKNOWN_YEAR
from bylint.disambiguation.pairs import Matrices
from bylint.disambiguation.rows import Numbers

Floats = NDArray[numpy.float64]

FEATURES = (
    "link",
    "shared",
    "shared_mean",
    "second_best",
    "second_mean",
    "affiliation",
    "affiliation_known",
    "affiliation_apart",
    "place_mean",
    "place_best",
    "place_known",
    "topic_centre",
    "topic_best",
    "abstract_known",
    "venue_best",
    "venue_mean",
    "years_gap",
    "years_overlap",
    "size_small",
    "size_large",
    "people_unshared",
    "alone",
    "unshared_small",
    "small_is_one",
    "spread",
)
_APART = 0.05
_USUAL_SPREAD = 3.0
"""Mean years between two groups of which one has no year."""


def features(m: Matrices, years: Numbers, group: Numbers, rest: Numbers, link: float) -> Floats:
    """The vector, in the order of FEATURES, of a group of places against the rest; `link` is their linkage evidence."""
    grid = numpy.ix_(group, rest)
    pairs = len(group) * len(rest)
    log = numpy.log1p
    shared = m.shared_number[grid].any()
    topic = m.topic[grid]
    own_topics = m.topic[numpy.ix_(group, group)].sum() * m.topic[numpy.ix_(rest, rest)].sum()
    centre = topic.sum() / max(1e-6, float(numpy.sqrt(own_topics)))
    place_known = m.team_place_known[grid]
    place = m.team_place[grid] * place_known
    affiliation_known = m.affiliation_known[grid]
    affiliation = (m.affiliation[grid] * affiliation_known).max()
    second, venue = m.second[grid] / _crowd(m, group, rest), m.venue[grid] / 4
    gap, spread = _years(years[group], years[rest])
    people_group, people_rest = m.coauthors[group].sum(), m.coauthors[rest].sum()
    alone = people_group == 0 or people_rest == 0
    unshared = float(not shared and not alone)
    small, large = sorted((len(group), len(rest)))
    return numpy.array(
        [
            link,
            shared,
            log(m.shared_rarity[grid].sum() / pairs),
            log(second.max()),
            log(second.mean()),
            affiliation,
            affiliation_known.any(),
            affiliation_known.any() and affiliation < _APART,
            place.sum() / max(1, place_known.sum()),
            place.max(),
            place_known.any(),
            numpy.sqrt(max(0.0, centre)),
            numpy.sqrt(max(0.0, topic.max())),
            m.abstract_known[grid].any(),
            venue.max(),
            venue.mean(),
            log(gap),
            gap == 0,
            log(small),
            log(large),
            (log(people_group) + log(people_rest)) * unshared,
            alone,
            unshared * log(small),
            small == 1,
            log(spread),
        ],
        float,
    )


def _crowd(m: Matrices, group: Numbers, rest: Numbers) -> NDArray[numpy.float32]:
    """What a sum over the co-authors of both sides is divided by."""
    crowd: NDArray[numpy.float32] = numpy.sqrt(
        numpy.maximum(m.coauthors[group][:, None] * m.coauthors[rest][None, :], 1)
    )
    return crowd


def _years(group: Numbers, rest: Numbers) -> tuple[float, float]:
    """Years between the end of one and the start of the other (0 where they overlap), and the mean distance."""
    group, rest = group[group != UNKNOWN_YEAR], rest[rest != UNKNOWN_YEAR]
    if not len(group) or not len(rest):
        return 0.0, _USUAL_SPREAD
    gap = max(0, int(group.min() - rest.max()), int(rest.min() - group.max()))
    return float(gap), float(numpy.abs(group[:, None] - rest[None, :]).mean())
