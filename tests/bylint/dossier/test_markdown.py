"""The dossier for an issue or a pull request."""

from inline_snapshot import snapshot

from bylint.dossier.markdown import write
from bylint.testing import author, corpus, paper, person
from dossiers import dossiers

SPLIT = corpus(
    paper("Wei Liu", "Bo Li", "Cy Ma", id="a-1", year=2020, title="Parsing", venues=("acl",)),
    paper(author("Wei Liu", id="wei-liu-hk"), "Bo Li", id="a-2", year=2022, title="Parsing"),
    paper("Di Xu", "Wéi Liu", id="c-1", year=None, title="Speech"),
    paper("Will Liu", id="d-1"),
    person("wei-liu-hk", "Wei Liu", "Will Liu"),
    person("wei-liu-pku", "Wei Liu"),
)


def test_mixed_page() -> None:
    """The verdict, the groups, the edit, the papers folded; another given name that only an id joins is not told."""
    likely = [("di-xu/unverified", "wei-liu-hk", "none", 0.2)]
    told = write(dossiers(SPLIT, "Wei Liu", likenesses=likely, rivals=[("a-1", "wei-liu-pku", 0.7)]))
    assert told == snapshot("""\
### `Wei Liu`: 3 papers look like 2 people, 2 + 1; confidence 0.71 that two or more people are here

- about 0.02 other people of this name expected: rare
- of single-person pages of this size, 3 in 100 look as much like several people
- co-authors on 3, affiliations on 0, ORCIDs on 0, abstracts on 0, years on 2 of 3 papers
- on `wei-liu/unverified` 2, `wei-liu-hk` 1

#### Group 1: 2 papers 2020-2022, `wei-liu-hk`

- with `Bo Li` 2, `Cy Ma` 1
- venues `acl` 1
- words `parsing`
- apart 0.95 `no co-author in common`
- together 0.38 `active in the same years`

#### Group 2: 1 paper, `wei-liu` (a new id)

- with `Di Xu` 1
- apart 0.95 `no co-author in common`
- together 0.38 `active in the same years`

#### Papers that point to a namesake

- `a-1` author 1: rather `wei-liu-pku` 0.70, `0 of 3 co-authors on papers of wei-liu-pku; on the rest of its own page none`

#### What would settle it

- `an ORCID on a paper of groups 1, 2`
- `an affiliation on a paper of groups 1, 2`
- `affiliation and e-mail on the first page of a-2, c-1`

#### The edit, if the groups are right (confidence 0.71)

- `a-1` author 1: `wei-liu-pku`
- `c-1` author 2 `Wéi Liu`: `wei-liu` (a new id, proposed)

<details><summary>3 papers</summary>

- 2022, group 1 0.90: `a-2` `Parsing`
- 2020, group 1 0.90: `a-1` `Parsing`
- no year, group 2 0.90: `c-1` `Speech` (as `Wéi Liu`)

</details>

#### Names and venues

- co-authors `Bo Li` 2, `Cy Ma` 1, `Di Xu` 1
- venues `acl` 1
- 1 other name that only an id or an ORCID joins, not told here
- similar: `di-xu/unverified`, 1 paper 0.20
- similar: `Wei Liu` `wei-liu-pku`, 0 papers, `another known person of this name`

""")


def test_nothing_acts() -> None:
    """Markup, links, mentions and line ends in records stand in code, and end neither it nor the list."""
    evil = corpus(paper("`Bo` Li", "@everyone [x](y)", title="</details>``a``\n# <b>", id="`|`", venues=("<i>",)))
    told = write(dossiers(evil, "`Bo` Li"))
    assert "```</details>``a``\\x0a# <b>```" in told
    assert "`@everyone [x](y)`" in told
    assert told.count("\n</details>") == 1


def test_long_dossier_fits_a_comment() -> None:
    """What does not fit into a comment is cut and counted, and what is folded is closed."""
    records = (
        paper("Yang Liu", f"Co {number % 9}", id=f"p-{number}", title="A Very Long Title " * 10)
        for number in range(900)
    )
    told = write(dossiers(corpus(*records), "Yang Liu"))
    assert len(told.encode()) < 65_000
    assert "more; `--format json` has all" in told
    assert told.count("<details>") == told.count("</details>") == 1


def test_names_that_only_an_id_joins_are_not_told() -> None:
    """Asked by id, a page does not tell the given name that its bearer may have left."""
    told = write(dossiers(SPLIT, "wei-liu-hk"))
    assert "Will" not in told
    assert "1 other name that only an id or an ORCID joins" in told
