"""Every number of a model, learned from a corpus without labels."""

import zlib
from functools import cache

import numpy
import pytest

import teams
from bylint import Paper
from bylint.disambiguation import examples, fitting, pairs
from bylint.disambiguation.examples import RARE, Learner, double_pages, rare_tails, single_pages
from bylint.disambiguation.fitting import LEAST_PAGES, STEPS, fitted
from bylint.disambiguation.model import Model, read_model, text_of
from bylint.disambiguation.pairs import PairEvidence
from bylint.disambiguation.partitions import Partitions
from bylint.errors import UsageError
from bylint.names.compatibility import name_form
from bylint.testing import corpus, paper

FIELD = teams.field(90)
"""Some 360 rare names in 90 teams."""


@cache
def learned() -> Model:
    """The model of the field, fitted once."""
    return fitted(FIELD)


def areas(right: list[float], wrong: list[float]) -> float:
    """How often what should be higher is."""
    return float(numpy.mean([one > other for one in right for other in wrong]))


def test_shared_coauthors_speak_for_one_person() -> None:
    """What a model says of two papers that share their co-authors is more for one person than of two that do not."""
    team = dict.fromkeys(pairs.FEATURES, 0.0) | {"shared_coauthor": 1.0, "shared_rarity": 1.2, "shared_number": 1.1}
    strangers = dict.fromkeys(pairs.FEATURES, 0.0) | {"people_unshared": 2.2}
    pair = learned().pair
    assert (
        pair.by_kind(pairs.KINDS, team)["shared-coauthors"] > pair.by_kind(pairs.KINDS, strangers)["shared-coauthors"]
    )
    assert sum(pair.weights[name] for name in ("shared_coauthor", "shared_rarity", "shared_number")) > 0


def test_a_model_tells_its_people_apart() -> None:
    """Pairs of pages put on one page look more like two people than pages of one do, and come apart more often."""
    learner = Learner(FIELD)
    partitions = Partitions(PairEvidence(learner.index), learned())
    single = [learner.single(page) for page, _ in learner.rare_pages(3, least=2)]
    double = [learner.joined(page, other).unit for page, other in learner.rare_pages(4)]
    double = [unit for unit in double if len(unit.places) > 1]
    one = [found.evidence for found in partitions.judged(single)]
    two = [found.evidence for found in partitions.judged(double)]
    assert areas(two, one) > 0.75
    of_one, of_two = single_pages(learner, partitions), double_pages(learner, partitions, 100)
    assert len(of_one) == len(single)
    assert not any(any(example.other) for example in of_one)
    assert numpy.mean([any(example.other) for example in of_two]) > 0.5


def test_a_model_is_whole_and_says_how_it_was_made() -> None:
    """It can be written and read, knows its corpus, and its null holds the single-person pages."""
    model = learned()
    assert read_model(text_of(model), "own.json") == model
    assert model.papers == len(FIELD)
    assert f"on {len(FIELD)} papers" in model.how
    pages = len(Learner(FIELD).rare_pages(3, least=2))
    assert sum(table.pages for table in model.null) == pages
    for table in model.null:
        assert table.evidence == sorted(table.evidence)
        assert len(table.evidence) == (table.pages // 2 + 1 if table.pages else 0)


def test_the_same_corpus_gives_the_same_model() -> None:
    """Nothing is left to chance, and every step is said."""
    said: list[str] = []
    assert fitted(FIELD, say=said.append) == learned()
    assert tuple(said) == STEPS


def test_a_small_corpus_is_refused() -> None:
    """Too few rare names teach nothing; the hint says what there is instead."""
    with pytest.raises(
        UsageError, match=f"^too few pages of rare names to learn from: 40, and {LEAST_PAGES}"
    ) as refused:
        fitted(teams.field(10))
    assert "\n" not in str(refused.value)
    assert refused.value.hint.startswith("the model that comes with bylint serves ")
    with pytest.raises(UsageError):
        fitted([])


def test_what_always_hangs_together_teaches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no page of a rare name ever falls apart, it is not known how two people on a page differ from one."""
    monkeypatch.setattr(fitting, "LEAST_PAGES", 100)
    names = teams.people(120)
    whole = [
        record for n in range(60) for record in teams.team([names[n], *names[239 - 3 * n : 236 - 3 * n : -1]], 4, n)
    ]
    with pytest.raises(UsageError, match=r"^the pages of rare names all hang together"):
        fitted(whole)


def test_halves_share_no_surname(monkeypatch: pytest.MonkeyPatch) -> None:
    """A half has half of the surnames; a model of one judges the rare pages of the other."""
    halves = [Learner(FIELD, half) for half in (0, 1)]
    surnames = [
        {name_form(half.index.pages[page].names[0]).joined_surname for page, _ in half.rare_pages(1)} for half in halves
    ]
    assert surnames[0].isdisjoint(surnames[1])
    assert all(zlib.crc32(surname.encode()) % 2 for surname in surnames[1])
    monkeypatch.setattr(fitting, "LEAST_PAGES", 100)
    monkeypatch.setattr(fitting, "_FREQUENT", 2)
    for module in (examples, fitting):
        monkeypatch.setattr(module, "LARGEST_EXAMPLE", 12)
    both = [
        paper("Ada Quarrington", "Tim Quarrington", "Uma Quarrington", title=f"speech {teams.letters(n)}")
        for n in range(3)
    ]
    model = fitted([*FIELD, *spellings(), *both], half=0)
    assert "half 0" in model.how
    assert model.prior_duplicate.relations
    tails = list(rare_tails(FIELD, model, 1))
    assert tails
    assert all(papers > 1 and 0 < tail <= 1 for papers, tail in tails)


def spellings() -> list[Paper]:
    """People who are written in two ways."""
    return [
        paper(f"{given} {surname}", "Ann Kerr", title="speech")
        for surname in ("Quarrington", "Featherby", "Ostrowicz")
        for given in ("Noah", "N.")
    ]


def test_rare_pages_are_rare() -> None:
    """Each is of a rare name, beside another first letter of the same surname; the draw is the same each time."""
    learner = Learner([*FIELD, paper("Mausam")])
    found = learner.rare_pages(1)
    assert found == learner.rare_pages(1)
    assert len(learner.rare_pages(1, most=7)) == 7
    for page, other in found:
        one, two = (name_form(learner.index.pages[number].names[0]) for number in (page, other))
        assert one.joined_surname == two.joined_surname
        assert one.joined_given[0] != two.joined_given[0]
        assert learner.index.expected[page] < RARE


def test_papers_of_both_are_left_out() -> None:
    """Two pages on one page: what both wrote is nobody's."""
    learner = Learner([paper("Ada Berg"), paper("Ada Berg", "Tim Berg"), paper("Tim Berg")])
    index = learner.index
    one, other = index.page_number["ada-berg/unverified"], index.page_number["tim-berg/unverified"]
    unit, owner = learner.joined(one, other)
    assert unit.places.tolist() == [0, 2]
    assert owner.tolist() == [0, 1]
    assert unit.owners == {one, other}


def test_ids_teach_nothing() -> None:
    """Ids and ORCIDs are not looked at: they can tell how good a model is."""
    marked = [
        record._replace(authorships=tuple(a._replace(person_id="x") for a in record.authorships)) for record in FIELD
    ]
    assert len(Learner(marked).index.pages) == len(Learner(FIELD).index.pages)
    assert len(corpus(*marked).pages) == 1
