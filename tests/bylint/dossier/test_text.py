"""The dossier in a terminal."""

import re

import pytest
from inline_snapshot import snapshot

from bylint.dossier.layout import fitted, plain, shortened
from bylint.dossier.text import lines, write
from bylint.model import Name
from bylint.privacy import PLACEHOLDER, name_digest, withheld
from bylint.reporters._printable import width
from bylint.reporters.text import Line, paint
from bylint.testing import author, corpus, paper, person
from dossiers import dossiers

SCHNEIDER = corpus(
    *(
        paper(
            "Felix Schneider", "Alex Waibel", "Thai-Son Nguyen", id=f"2020.iwslt-1.{number}", year=2020 + number,
            title=f"Speech Translation {number}", venues=("iwslt",), abstract="A",
        )
        for number in range(3)
    ),
    paper("Felix Schneider", "Joachim Denzler", id="2021.latech-1.4", year=2021, title="Chiasmus", venues=("latech",)),
    paper("Felix|Schneider", "Marco Turchi", id="2023.inlg-1.9", year=None, title="Minutes"),
    paper("F. Schneider", id="x"),
)  # fmt: skip
LARGE = corpus(
    *(
        paper("Yang Liu", f"Co Author{number % 30}", id=f"{2000 + number % 20}.long-{number}", year=2000 + number % 20,
              title="A Title That Is as Long as Titles Are Nowadays, with a Colon: and Then Some More", venues=("acl",))
        for number in range(300)
    )
)  # fmt: skip


def test_mixed_page() -> None:
    """The verdict first, then each group with its evidence, what would settle it, the edit, and the papers by year."""
    likely = [("felix-schneider/unverified", "f-schneider/unverified", "initials", 0.4)]
    assert write(dossiers(SCHNEIDER, "Schneider, Felix", likenesses=likely), 80) == snapshot("""\
Felix Schneider  (Schneider, Felix)
5 papers 2020-2022, on felix-schneider/unverified

  verdict    5 papers look like 3 people, 3 + 1 + 1; confidence 0.71 that two or
             more people are here
  the name   about 0.02 other people of this name expected: rare
  the size   of single-person pages of this size, 3 in 100 look as much like
             several people
  recorded   co-authors on 5, affiliations on 0, ORCIDs on 0, abstracts on 3,
             years on 4 of 5 papers

Group 1  3 papers 2020-2022  felix-schneider (a new id)
  papers     2020.iwslt-1.2, 2020.iwslt-1.1, 2020.iwslt-1.0
  with       Thai-Son Nguyen 3, Alex Waibel 3
  venues     iwslt 3
  words      speech, translation
  apart       0.95  no co-author in common
  together    0.38  active in the same years

Group 2  1 paper 2021
  papers     2021.latech-1.4
  with       Joachim Denzler 1
  venues     latech 1
  apart       0.95  no co-author in common
  together    0.38  active in the same years

Group 3  1 paper
  papers     2023.inlg-1.9
  with       Marco Turchi 1
  apart       0.95  no co-author in common
  together    0.38  active in the same years

What would settle it
  - an ORCID on a paper of groups 1, 2, 3
  - an affiliation on a paper of groups 1, 2, 3
  - affiliation and e-mail on the first page of 2020.iwslt-1.2, 2021.latech-1.4,
    2023.inlg-1.9

The edit, if the groups are right (confidence 0.71)
  felix-schneider (a new id, proposed) to 3 authorships:
    2020.iwslt-1.2 author 1; 2020.iwslt-1.1 author 1; 2020.iwslt-1.0 author 1
  2 groups of one paper would stay without an id of their own

Papers  group, how surely it is in it, id, title
  2022  1
    1  0.90  2020.iwslt-1.2   Speech Translation 2
                              Felix Schneider, Alex Waibel, Thai-Son Nguyen
  2021  2
    1  0.90  2020.iwslt-1.1   Speech Translation 1
                              Felix Schneider, Alex Waibel, Thai-Son Nguyen
    2  0.90  2021.latech-1.4  Chiasmus
                              Felix Schneider, Joachim Denzler
  2020  1
    1  0.90  2020.iwslt-1.0   Speech Translation 0
                              Felix Schneider, Alex Waibel, Thai-Son Nguyen
  no year  1
    3  0.90  2023.inlg-1.9    Minutes
                              Felix Schneider, Marco Turchi

  co-authors Thai-Son Nguyen 3, Alex Waibel 3, Joachim Denzler 1, Marco Turchi 1
  venues     iwslt 3, latech 1
  similar    F. Schneider (f-schneider/unverified, 1 paper)  0.40  initials; 2
             co-authors in common
""")


def test_page_of_one_person() -> None:
    """A page that nothing splits is told without groups, and without an edit."""
    assert write(dossiers(SCHNEIDER, "Joachim Denzler")) == snapshot("""\
Joachim Denzler
1 paper 2021, on joachim-denzler/unverified

  verdict    too little is known to say who is who: one paper, and nothing to compare it with
  the name   about 0.02 other people of this name expected: rare
  recorded   co-authors on 1, affiliations on 0, ORCIDs on 0, abstracts on 0, years on 1 of 1 paper

Papers
  2021  1
    2021.latech-1.4  Chiasmus
                     Felix Schneider, Joachim Denzler

  co-authors Felix Schneider 1
  venues     latech 1
""")


@pytest.mark.parametrize("columns", [48, 60, 80, 140])
def test_fits_the_terminal(columns: int) -> None:
    """No line is wider than the terminal, for a small page and a large one."""
    for pages in (dossiers(SCHNEIDER, "Felix Schneider"), dossiers(LARGE, "Yang Liu")):
        for line in write(pages, columns).splitlines():
            assert width(line) <= columns


def test_large_page_is_cut_aloud() -> None:
    """Of 300 papers each year shows a few and says how many more; so do groups, names and edits."""
    text = write(dossiers(LARGE, "Yang Liu"), 80)
    assert len(text.splitlines()) < 280
    for said in (
        "60 of 300 papers are listed",
        "12 more: group",
        "18 more groups: 18 of 10 papers",
        "18 more ids to 180 authorships",
    ):
        assert said in re.sub(r"\s+", " ", text)


def test_pipe_gets_whole_lines() -> None:
    """Without a width nothing is broken or shortened."""
    assert "Nowadays, with a Colon: and Then Some More\n" in write(dossiers(LARGE, "Yang Liu"))


def test_colour_changes_no_text() -> None:
    """With colour the same is told, line by line."""
    pages = dossiers(SCHNEIDER, "Felix Schneider")
    painted = re.sub(r"\x1b\[[0-9;]*m", "", paint(lines(pages, 60)))
    assert [line.rstrip() for line in painted.splitlines()] == write(pages, 60).splitlines()


def test_nothing_acts() -> None:
    """Escape codes and line ends in records show, and do nothing."""
    evil = corpus(
        paper("Bo\x1b[31m Li", "A\nB C", title="T\x1b]0;x\x07\u202e\r", venues=("\x1b[2J",), id="a\x1b[1m"),
        paper(author("Bo\x1b[31m Li", id="e\x1bvil", affiliations=["\x1b[0m"])),
    )
    text = write(dossiers(evil, "Bo\x1b[31m Li"), 60)
    assert not set(text) & {"\x1b", "\x07", "\r", "\u202e"}
    assert "\\x1b[31m" in text


def test_several_pages_are_told_apart() -> None:
    """A rule stands between two dossiers."""
    text = write(dossiers(SCHNEIDER, "Alex Waibel", "Marco Turchi"))
    assert text.count("─" * 72) == 1
    assert text.index("Alex Waibel") < text.index("─" * 72) < text.index("Marco Turchi\n")


def test_ids_are_told() -> None:
    """Asked by id, the dossier says what was asked; another name than the page's stands beside its paper."""
    records = [paper(author(name, id="wei-liu-hk"), "Bo Li", id=name[:1]) for name in ("Wei Liu", "Wei Liu", "V. Liu")]
    text = write(dossiers(corpus(*records, person("wei-liu-hk", "Wei Liu")), "wei-liu-hk"))
    assert text.startswith("Wei Liu  (wei-liu-hk)\n")
    assert "A Title (as V. Liu)" in text
    assert "written    Wei Liu 2, V. Liu 1" in text
    assert "also as    V. Liu 1 (on wei-liu-hk)" in text


def test_unlikely_groups() -> None:
    """Where one person is most likely the groups are told without evidence, and nothing is to be edited."""
    text = write(dossiers(SCHNEIDER, "Felix Schneider", confidence=0.05))
    assert "5 papers, most likely by one person; if not, by 3, 3 + 1 + 1" in text
    assert "Group 3" in text
    for part in ("apart", "The edit", "would settle", "(a new id)", "would stay"):
        assert part not in text


def test_groups_that_ids_hold_apart() -> None:
    """Where ids count, they hold groups apart whatever else the evidence says; where they do not, they say nothing."""
    records = [paper(author("Wei Liu", id=f"wei-liu-{place}"), place, id=place) for place in ("hk", "pku")]
    people = [person(f"wei-liu-{place}", "Wei Liu") for place in ("hk", "pku")]
    more = paper("Wei Liu", "Bo Li", id="more")
    for known, told in (((), "held apart by ids"), ((more,), "2 of them held apart by ids")):
        text = write(dossiers(corpus(*records, *known, *people), "Wei Liu", confidence=0.01))
        assert f"{told}; confidence 0.01" in text
    blind = corpus(*records, *people, use_ids=False)
    assert "most likely by one person" in write(dossiers(blind, "Wei Liu", confidence=0.01))


def test_papers_that_point_to_a_namesake() -> None:
    """A misplaced paper is told with the id it has and the one it would get."""
    records = [paper(author("Wei Liu", id="wei-liu-hk"), "Bo Li", id=f"a-{number}") for number in range(70)]
    people = [person("wei-liu-hk", "Wei Liu"), person("wei-liu-pku", "Wei Liu")]
    rivals = [(record.id, "wei-liu-pku", 0.9) for record in records]
    text = write(dossiers(corpus(*records, *people), "Wei Liu", rivals=rivals))
    assert "a-1, author 1, now wei-liu-hk: rather wei-liu-pku  0.90" in text
    assert "55 more in --format json" in text
    assert "wei-liu-pku to 70:" in text


def test_withheld_names_are_not_told() -> None:
    """A withheld name stands nowhere: not as author, co-author, page, id or query."""
    for query in ("Felix Schneider", "Alex Waibel", "schneider, félix"):
        hidden = withheld([name_digest(Name("Felix", "Schneider"))], SCHNEIDER.names)
        text = write(dossiers(SCHNEIDER, query, hidden=hidden))
        assert PLACEHOLDER in text
        assert "felix" not in text.lower()


def test_broken_between_words() -> None:
    """A long line goes on below the beginning of its body; a word that no line holds is broken."""
    line = Line((("one two three ", ""), ("x" * 30, "strong")), (("head  ", ""),))
    assert plain(fitted([line], 26)) == "head  one two three\n      " + "x" * 20 + "\n      " + "x" * 10 + "\n"
    assert list(fitted([line], 0)) == [line]
    assert shortened("王王王王", 5) == "王王…"
