"""The measures of the assignment benchmark are what their names say."""

import re
from types import SimpleNamespace
from typing import Any

import pytest

from benchmarks.assignment import baselines, calibration, command, report, run_s2and
from benchmarks.assignment.figures import Bootstrap, area, areas, share
from benchmarks.assignment.gold import Gold
from benchmarks.assignment.rankings import Proposal, duplicate_figures, flagged_figures, people_of_pairs, surely_wrong
from benchmarks.assignment.splits import Answer, most_papers, of_main_group, pair_areas, pair_counts, wrong_paper_areas
from benchmarks.assignment.written import blind, by_name, components
from bylint import Page
from bylint.disambiguation.model import shipped
from bylint.testing import author, corpus, name, paper, person

ANN, BEA, ANYBODY = "ann-lee-1", "ann-lee-2", "ann-lee"
GOLD = Gold(
    {"Ann Lee": {"a": ANN, "b": ANN, "c": BEA, "d": ANYBODY, "e": ANYBODY}},
    frozenset({ANYBODY}),
    (("Ann Lee", "A. Lee"), ("A. Lee", "Ann B. Lee"), ("Bo Li", "Bo Lí")),
    (("Ann Lee", "Anna Lee"),),
)
SCORER: Any = SimpleNamespace(fold=lambda written: written.replace("í", "i"))


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        pytest.param([2, 3], [0, 1], 1.0, id="everything in order"),
        pytest.param([0], [1, 2], 0.0, id="everything the wrong way round"),
        pytest.param([1, 1], [1, 1, 1], 0.5, id="a tie counts half"),
        pytest.param([2, 1], [1, 0], 0.875, id="one tie of four"),
        pytest.param([], [1], None, id="nothing that should be above"),
        pytest.param([1], [], None, id="nothing that should be below"),
    ],
)
def test_area(above: list[float], below: list[float], expected: float | None) -> None:
    """The area under the curve, ties half, None without both kinds."""
    assert area(above, below) == expected


def test_pooled_area_gives_each_name_the_same_weight() -> None:
    """The mean of the matrix of areas is the area of copies in which every name is as large as any other."""
    small, large = ([3.0], [1.0]), ([0.0, 0.0, 2.0, 2.0], [1.0, 2.5] * 4)
    copies = area(small[0] * 4 + large[0], small[1] * 8 + large[1])
    assert areas([small, large]).mean() == pytest.approx(copies)
    assert Bootstrap(2).mean_of_pairs(areas([small, large])).value == pytest.approx(copies)


def test_bootstrap_gives_the_same_interval_twice() -> None:
    """The seed is fixed, so two runs print the same figures, and systems are compared over the same draws."""
    values = [0.1, 0.9, None, 0.4, 0.7]
    assert Bootstrap(5).mean(values) == Bootstrap(5).mean(values)
    figure = Bootstrap(5).mean(values)
    assert figure.value == pytest.approx(0.525)
    assert 0.1 <= figure.low < figure.value < figure.high <= 0.9


def test_bootstrap_of_one_unit_has_no_spread() -> None:
    """One name tells nothing about others: the interval is the value, and no unit at all gives no figure."""
    assert Bootstrap(1).ratio([1], [4]) == (0.25, 0.25, 0.25)
    assert str(Bootstrap(0).mean([]).value) == "nan"
    assert str(share([]).value) == "nan"


def test_share_agrees_with_a_bootstrap_of_its_hits() -> None:
    """The short way to the interval of a share gives that of resampled hits."""
    hits = [True] * 30 + [False] * 70
    quick, slow = share(hits), Bootstrap(100).mean([float(hit) for hit in hits])
    assert quick.value == slow.value
    assert (quick.low, quick.high) == pytest.approx((slow.low, slow.high), abs=0.011)


def test_known_pairs_leave_out_two_papers_of_anybody() -> None:
    """Two papers under a catch-all id may be one person's or not; one of them and a known person's are two people's."""
    pairs = {(left, right): same for left, right, same in GOLD.known_pairs("Ann Lee")}
    assert ("d", "e") not in pairs
    assert len(pairs) == 9
    assert [pair for pair, same in pairs.items() if same] == [("a", "b")]


def test_pair_counts_without_an_answer() -> None:
    """What is missing from an answer counts as all one person; a paper that is missing is apart from the others."""
    assert pair_counts(GOLD, "Ann Lee", {}) == (1, 9, 1)
    assert pair_counts(GOLD, "Ann Lee", {"a": 0, "b": 0, "c": 1}) == (1, 1, 1)


def test_components_join_papers_by_chains_of_coauthors() -> None:
    """One shared co-author joins, a chain of them too; the page's own name, accents aside, does not; alone is alone."""
    papers = [
        paper("Ann Lee", "Bo Li", "Cy Ma"),
        paper("Ann Lee", "Di Ng"),
        paper("Ann Lee", "Cy Ma", "Eve Oh"),
        paper("Ann Lée", "Ann Lee"),
        paper("Ann Lee", "Eve Oh", "Di Ng"),
        paper("Ann Lee"),
    ]
    assert components(papers, {"ann-lee"}) == [0, 0, 0, 1, 0, 2]
    assert components([], {"ann-lee"}) == []


def test_component_answer() -> None:
    """Group 0 is the largest; pairs are ranked by shared co-authors; papers in small components are in doubt."""
    records = corpus(
        paper("Ann Lee", "Bo Li", id="c"),
        paper("Ann Lee", "Cy Ma", "Di Ng", id="a"),
        paper("Ann Lee", "Cy Ma", "Di Ng", id="b"),
    )
    answer = baselines.component_answer(GOLD, by_name(records))
    assert answer.groups == {"Ann Lee": {"c": 1, "a": 0, "b": 0}}
    assert answer.likeness["Ann Lee"] == {("a", "b"): 2, ("a", "c"): 0, ("b", "c"): 0}
    assert pair_areas(GOLD, answer)["pair AUC, mean over names"].value == 1
    assert wrong_paper_areas(GOLD, answer)["wrong paper AUC per page, owner by main group"].value == 1


def test_owner_of_a_page() -> None:
    """The person with most papers, of the page or of its main group; nobody where two have as many, or a catch-all has."""
    tied = GOLD._replace(splits={"Ann Lee": {"a": ANN, "b": ANN, "c": BEA, "d": BEA, "e": ANYBODY}})
    groups = {"a": 1, "b": 1, "c": 0, "d": 0, "e": 0}
    assert most_papers(tied, "Ann Lee", groups) is None
    assert of_main_group(tied, "Ann Lee", groups) == BEA
    assert of_main_group(GOLD, "Ann Lee", groups) is None
    assert of_main_group(GOLD, "Ann Lee", {}) is None


def page(*names: str) -> Page:
    """A page of papers by these names."""
    papers = tuple(paper(written) for written in names)
    return Page(names[0], None, tuple(item.authorships[0] for item in papers), papers)


def test_flagged_pages() -> None:
    """A name of the gold is found where its page stands in the ranking, whatever the page is called."""
    filler = [(page(f"Bo Li{number}"), 0.9) for number in range(150)]
    figures = flagged_figures(GOLD, [(page("A. Lee", "Ann Lée"), 0.8), *filler])
    assert [figure.value for figure in figures.values()] == [0, 1, 1, 1]
    assert flagged_figures(GOLD, [])["split pages in the first 3,000 pages"].value == 0


def test_duplicates() -> None:
    """Pairs that fold alike are no hard ones; each name of the one page is proposed with each of the other."""
    proposals = [Proposal(page("Ann Lee"), page("A. Lee", "Anna Lee"), 1.0, 0.95)]
    figures = duplicate_figures(GOLD, SCORER, proposals)
    assert [figure.value for figure in figures.values()] == [0.5] * 4
    assert surely_wrong(GOLD, proposals) == [frozenset({"Ann Lee", "Anna Lee"})]
    assert surely_wrong(GOLD, [proposals[0]._replace(confidence=0.8)]) == []
    assert calibration.judged_proposals(GOLD, proposals) == [(0.95, True)]


def test_a_person_of_three_names_is_drawn_as_one() -> None:
    """Pairs that share a name are resampled together."""
    assert sorted(map(len, people_of_pairs(GOLD.merges))) == [1, 2]
    circle = [("a", "b"), ("c", "d"), ("b", "c"), ("a", "d")]
    assert [*map(len, people_of_pairs(circle))] == [4]


def test_shared_coauthors_propose_pages() -> None:
    """Pages of one block that share co-authors are proposed by their number; who wrote together is two people."""
    records = corpus(
        paper("Ann Lee", "Bo Li"),
        paper("A. Lee", "Bo Li"),
        paper("Anna Lee", "Ann Lee", "Bo Li"),
        paper("Zoe Lee", "Bo Li"),
    )
    found = {(left.id, right.id): shared for left, right, shared in baselines.pairs_by_coauthors(records)}
    assert found == {("a-lee/unverified", "ann-lee/unverified"): 1, ("a-lee/unverified", "anna-lee/unverified"): 1}


def test_names_with_known_people() -> None:
    """One person's id or ORCID on every authorship; a bare authorship, one paper or a catch-all id leave it open."""
    records = corpus(
        person("bo-li", "Bo Li"),
        person("cy-ma", "Cy Ma", is_verified=False),
        paper(author("Bo Li", id="bo-li"), author("Cy Ma", id="cy-ma"), "Di Ng", "Ann Lee"),
        paper(author("Bo Li", id="bo-li"), author("Cy Ma", id="cy-ma"), author("Di Ng", orcid="0000-0002-1825-0097")),
        paper(author("Eve Oh", id="eve-oh")),
    )
    assert calibration.names_with_known_people(GOLD, records, by_name(records)) == {"ann-lee": True, "bo-li": False}


def test_bands() -> None:
    """Each confidence stands in one band, 1.0 in the last; empty bands are left out."""
    bands = list(calibration.bands([(0.0, False), (0.1, True), (0.95, True), (1.0, False)]))
    assert [(band.low, band.high, band.number) for band in bands] == [(0.0, 0.1, 1), (0.1, 0.3, 1), (0.9, 1.0, 2)]
    assert bands[-1].said == pytest.approx(0.975)
    assert bands[-1].was.value == 0.5


def test_alarm_rates() -> None:
    """The share of tails at or under each nominal rate, for all pages and by their size."""
    tails = calibration.by_size([(2, 0.01), (3, 0.02), (4, 0.5), (41, 1.0)])
    assert {size: len(of_size) for size, of_size in tails.items() if of_size} == {
        "all": 4,
        "2": 1,
        "3 to 4": 2,
        "41 and more": 1,
    }
    rates = {size: calibration.alarm_rates(of_size) for size, of_size in tails.items()}
    assert [rate.value for rate in rates["all"].values()] == [0.25, 0.5, 0.5, 0.5, 0.5]
    assert (
        report.alarms(rates)
        .splitlines()[2]
        .startswith("| 0.01 | 0.250 (0.000 to 0.750) | 25.00 | 1.000 | 0.000 | nan |")
    )


def test_rare_names_of_the_other_half_are_judged() -> None:
    """A model that was fitted on half of the surnames is tried on pages of the others, as they are and two put together."""
    people = [(given, f"Surname{number}", number) for number in range(330) for given in ("Ada", "Bo")]
    records = corpus(
        *(
            paper(
                f"{given}{last}|{last}",
                f"{topic if number % 3 else given}|Beside{last}",
                title=f"{topic} {topic if number % 3 else last}",
                year=1990 + number % 30,
            )
            for given, last, number in people
            for topic in ("Morphology", "Syntax")
        )
    )
    told = list(command.held_out(command.Benchmark(records, GOLD, SCORER)))
    assert re.match(r"Alarm rate on \d{3} pages of rare names", told[0])
    judged = calibration.one_or_two(records.papers, shipped(), half=1)
    assert {is_double for _, is_double in judged} == {True, False}


def test_written_by_slug_whatever_the_id() -> None:
    """Accents and ids aside, one written name is one query; editors count."""
    records = corpus(
        paper(author("Ann Lee", id="x"), id="a"), paper("Bo Li", editors=["Ann Lée"], id="b"), paper(id="c")
    )
    found = by_name(blind(records, people=False))["ann-lee"]
    assert [item.id for item in found.papers] == ["a", "b"]
    assert found.authorships[1].name == name("Ann Lée")


def test_answer_of_another_program(tmp_path) -> None:
    """Groups and scores come from its file, whatever it numbers its groups by and which way round it writes a pair."""
    file = tmp_path / "answer.json"
    file.write_text('{"groups": {"Ann Lee": {"a": 7, "b": 9, "c": 9}}, "pairs": {"Ann Lee": [["c", "a", 0.25]]}}')
    assert baselines.answer_of_file(file, "another") == Answer(
        "another",
        {"Ann Lee": {"a": 1, "b": 0, "c": 0}},
        {"Ann Lee": {("a", "c"): 0.25}},
        {"Ann Lee": {"a": -1, "b": -2, "c": -2}},
    )


def test_records_of_another_program() -> None:
    """A name is known to it by first and middle names, a place by its number from 0; ids stay out; editors have none."""
    records = corpus(
        paper("Bo Li", author("Ann Bea|Lee", id="x", affiliations=["Nowhere"]), id="a", venues=("toy",), abstract=None),
        paper(editors=["Ann Bea|Lee"], id="b"),
    )
    signed = run_s2and.authored(by_name(records)["ann-bea-lee"])
    assert signed.keys() == {"a"}
    said = run_s2and.signature(signed["a"], "Ann Lee")
    assert said["signature_id"] == "Ann Lee:a"
    assert {key: value for key, value in said["author_info"].items() if value is not None} == {
        "position": 1,
        "block": "Ann Lee",
        "first": "Ann",
        "middle": "Bea",
        "last": "Lee",
        "affiliations": ["Nowhere"],
    }
    assert run_s2and.paper_record(records.papers[0]) == {
        "paper_id": "a",
        "title": "A Title",
        "abstract": "",
        "year": 2020,
        "venue": "toy",
        "journal_name": "",
        "authors": [{"position": 0, "author_name": "Bo Li"}, {"position": 1, "author_name": "Ann Bea Lee"}],
        "references": None,
    }
    assert run_s2and.likeness("abc", [0.25, 0.5, 1]) == [("a", "b", 0.75), ("a", "c", 0.5), ("b", "c", 0)]


def test_report_is_put_between_its_marks(tmp_path) -> None:
    """What stands around the marks stays; a page without them is refused."""
    file = tmp_path / "README.md"
    file.write_text(f"before\n{report.BEGIN}\nold\n{report.END}\nafter\n")
    report.write("new", file)
    report.write("newer\n", file)
    assert file.read_text() == f"before\n{report.BEGIN}\n\nnewer\n\n{report.END}\nafter\n"
    file.write_text(f"{report.END}{report.BEGIN}")
    with pytest.raises(ValueError, match="lacks"):
        report.write("new", file)


def test_table_has_a_dash_where_a_system_has_no_figure() -> None:
    """One row a measure, one column a system."""
    figures = {"B3": Bootstrap(1).mean([0.5]), "AUC": Bootstrap(1).mean([None])}
    assert report.table({"one": {}, "two": figures}) == (
        "| measure | one | two |\n| --- | --- | --- |\n| B3 | – | 0.500 (0.500 to 0.500) |\n| AUC | – | – |\n"
    )
