"""
What the author of a check tests with.

    from bylint.testing import corpus, paper, run

    def test_found():
        assert run(my_check, corpus(paper("Ada Lovelace", "Ada Lovelace")))

A record says only what the test is about; everything else has a plain default.
"""

import json
from collections.abc import Iterable, Mapping
from itertools import count
from typing import TYPE_CHECKING, Any

from bylint.checks import Check
from bylint.completion import FAILED, told
from bylint.corpus.corpus import Corpus
from bylint.corpus.others import joined
from bylint.engine import run_checks
from bylint.finding import Finding
from bylint.model import Authorship, Name, Paper, Person, Variant, Venue
from bylint.options import validated

if TYPE_CHECKING:
    from bylint.options import Options

_numbers = count(1)
PATH = "papers.jsonl"
"""The file that made-up records stand in."""
BESIDE = "beside.jsonl"
"""The file of another source."""
_BEFORE, _BESIDE = "Before:", "Beside:"


def name(text: str) -> Name:
    """A name from `First|Last`, or from `First Last` with the last word as the last name; one word is a mononym.

    >>> name("Vincent|van Gogh"), name("Mausam")
    (Name(first='Vincent', last='van Gogh'), Name(first=None, last='Mausam'))
    """
    first, bar, last = text.partition("|")
    if not bar:
        first, _, last = text.rpartition(" ")
    return Name(first or None, last)


def author(  # noqa: PLR0913 - what may stand beside a name
    text: str,
    *,
    id: str | None = None,  # noqa: A002 - the word that the records use
    orcid: str | None = None,
    affiliations: Iterable[str] = (),
    variants: Mapping[str, str] | None = None,
    openreview: str | None = None,
) -> Authorship:
    """An authorship that `paper` puts into its byline; `variants` maps a script to a name."""
    return Authorship(
        name(text),
        "",
        0,
        "author",
        PATH,
        id,
        orcid,
        tuple(affiliations),
        tuple(Variant(script, name(variant)) for script, variant in (variants or {}).items()),
        openreview,
    )


def paper(*authors: str | Authorship, editors: Iterable[str | Authorship] = (), **fields: Any) -> Paper:
    """A paper by these authors: names as `name` reads them, or what `author` returns.

    `fields` are those of Paper; an id that is not given is `test-1`, `test-2`, ...
    """
    paper_id = fields.pop("id", None) or f"test-{next(_numbers)}"
    fields = {"title": "A Title", "year": 2020, "path": PATH, **fields}

    def byline(role: str, people: Iterable[str | Authorship]) -> tuple[Authorship, ...]:
        return tuple(
            (author(person) if isinstance(person, str) else person)._replace(
                paper_id=paper_id, position=position, role=role, path=fields["path"]
            )
            for position, person in enumerate(people, 1)
        )

    return Paper(id=paper_id, authorships=byline("author", authors), editors=byline("editor", editors), **fields)


def person(person_id: str, *names: str, **fields: Any) -> Person:
    """Somebody the repository knows; `fields` are those of Person."""
    return Person(person_id, tuple(map(name, names)), **{"path": "people.json", **fields})


def corpus(
    *records: Paper | Person | Venue,
    use_ids: bool = True,
    before: Iterable[Paper] | None = None,
    beside: Iterable[Paper] = (),
) -> Corpus:
    """A corpus of these records, in their order.

    `before` holds the papers as they were at a base, `beside` what another source, `beside.jsonl`, has of them.
    """
    made = Corpus(
        [record for record in records if isinstance(record, Paper)],
        [record for record in records if isinstance(record, Person)],
        [record for record in records if isinstance(record, Venue)],
        use_ids=use_ids,
        before=before,
    )
    return joined(made, [(BESIDE, [moved(record, BESIDE) for record in beside])])


def moved(paper: Paper, path: str) -> Paper:
    """The same record, in another file."""
    authorships, editors = (
        tuple(one._replace(path=path) for one in byline) for byline in (paper.authorships, paper.editors)
    )
    return paper._replace(path=path, authorships=authorships, editors=editors)


def run(check: Check, corpus: Corpus, options: "Options | Mapping[str, Any] | None" = None) -> list[Finding]:
    """What one check finds in a corpus, complete; a check that fails raises AssertionError.

    `options` may be given as a dictionary, as a settings file would.
    """
    if isinstance(options, Mapping):
        assert check.options is not None, f"{check.id} has no options"
        options = validated(check.options, options)
    found = run_checks(corpus, [check], {} if options is None else {check.id: options})
    findings = [told(finding) for finding in found]
    for finding in findings:
        texts = [evidence.text for evidence in finding.evidence]
        assert finding.check == check.id, f"{finding.message}\n{texts}"
        assert not any(evidence.kind == FAILED for evidence in finding.evidence), texts
    return findings


def examples(check: Check) -> list[Corpus]:
    """The corpora that a page shows under `## Example`: one for each block of records, as files of any format.

    A block is a run of lines that are indented by four spaces. Under a line `Before:` stands what the papers of the
    next block were at a base, under a line `Beside:` what another source has of the papers of the block above.
    """
    section = check.page.partition("\n## Example\n")[2].partition("\n## ")[0]
    found, block, title = list[Corpus](), list[str](), ""
    before: Corpus | None = None
    for line in [*section.splitlines(), "end"]:
        if line.startswith("    "):
            block.append(line[4:])
        elif line.strip():
            if block:
                shown, block = papers("\n".join(block)), []
                if title == _BEFORE:
                    before = shown
                elif title == _BESIDE:
                    found[-1] = joined(found[-1], [(BESIDE, [moved(record, BESIDE) for record in shown.papers])])
                else:
                    found.append(shown if before is None else shown.since(before.papers))
                    before = None
            title = line.strip()
        elif block:
            block.append("")
    return found


def papers(text: str) -> Corpus:
    """The corpus of records written as text, in JSON Lines or in another format that bylint reads.

    Raises AssertionError where a record is broken.
    """
    from bylint.loaders import shipped

    data = text.encode()
    for loader in shipped():
        for path in (PATH, "data/xml/example.xml", "example.bib"):
            is_lines = text.lstrip().startswith("{") and path == PATH
            if is_lines == (loader.name == "jsonlines") and loader.recognises(path, data[:4096]):
                records = list(loader.read(path, data))
                broken = [record.message for record in records if isinstance(record, Finding)]
                assert not broken, broken
                return corpus(*(record for record in records if not isinstance(record, Finding)))
    message = f"no format that bylint reads: {json.dumps(text[:60])}"
    raise AssertionError(message)
