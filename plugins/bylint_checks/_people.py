"""How checks speak about the people that the evidence sees behind a name."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from bylint import Authorship, Evidence, Name, Page, Paper
from bylint.names import fold, words
from bylint_checks._wording import counted, listed

_FEW = 3
"""So many co-authors, words or papers are named."""
_EMPTY = frozenset(
    words(
        "about across after against among analysis and approach approaches are automatic automatically based "
        "between beyond building can case challenge corpora corpus data dataset datasets deep does during effective "
        "efficient english enhanced enhancing evaluating evaluation exploring finding findings first for framework "
        "from generating generation guided how improved improving into its joint knowledge language languages large "
        "learning leveraging linguistic method methods model modeling modelling models more multi natural network "
        "networks neural new not novel our over overview paper pre processing proceedings resource resources robust "
        "self semantic shared study system systems task tasks text texts than that the their them through towards "
        "toward training understanding unsupervised use using via what when which with within without word words "
        "workshop "
    )
)
"""Words that say nothing of what a paper on language is about."""


def coauthors(papers: Iterable[Paper], authorships: Iterable[Authorship]) -> Counter[Name]:
    """Who wrote these papers beside the authorships in question, each name with the number of its papers.

    Who edits a volume is nobody's co-author.
    """
    counts: Counter[Name] = Counter()
    for paper, own in zip(papers, authorships, strict=True):
        if own.role == "author":
            counts.update({other.name for other in paper.authorships if other.position != own.position})
    return counts


def years(papers: Iterable[Paper]) -> str:
    """The first and the last year of some papers; empty where none is known.

    >>> from bylint.testing import paper
    >>> years([paper("Ada Lovelace", year=2019), paper("Ada Lovelace", year=2023)])
    '2019-2023'
    """
    known = sorted({paper.year for paper in papers if paper.year is not None})
    if not known:
        return ""
    return str(known[0]) if len(known) == 1 else f"{known[0]}-{known[-1]}"


def described(
    label: str,
    papers: Sequence[Paper],
    authorships: Sequence[Authorship],
    on_page: Mapping[str, int] = MappingProxyType({}),
) -> Evidence:
    """One person as the records show them: how much, when, with whom, about what.

    `on_page` counts the title words of all papers of which these are some: what is common there tells nothing.
    """
    people = coauthors(papers, authorships)
    ids = tuple(dict.fromkeys(paper.id for paper in papers))
    named = f" ({', '.join(ids)})" if len(ids) <= _FEW else ""
    with_whom = "with " + listed(_most(people)) if people else "without co-authors"
    when, about = years(papers), ", ".join(_subjects(papers, on_page))
    text = f"{label}: {counted(len(ids), 'paper')}{' ' + when if when else ''}{named}{_where(authorships)}, {with_whom}"
    return Evidence(
        text=f"{text}; {about}" if about else text, kind="group", location=authorships[0].location, papers=ids
    )


def _where(authorships: Iterable[Authorship]) -> str:
    """The affiliation that is written most often."""
    written = Counter(affiliation for authorship in authorships for affiliation in authorship.affiliations)
    usual = sorted(written, key=lambda affiliation: (-written[affiliation], affiliation))
    return f", {usual[0]}" if usual else ""


def _most(people: Mapping[Name, int]) -> list[str]:
    """Names with their counts, the most frequent first; a count of one is left out."""
    ranked = sorted(people, key=lambda name: (-people[name], str(name)))
    return [f"{name} ({people[name]})" if people[name] > 1 else str(name) for name in ranked]


def _subjects(papers: Sequence[Paper], on_page: Mapping[str, int]) -> list[str]:
    """Words of the titles that the other papers use less, then the usual venue; no names, which may be withheld."""
    counts = title_words(papers)
    names = {word for paper in papers for authorship in paper.authorships for word in words(str(authorship.name))}
    more = {word: 2 * count - on_page.get(word, 0) for word, count in counts.items() if word not in names}
    telling = sorted((word for word in more if more[word] > 0), key=lambda word: (-more[word], -len(word), word))
    venues = Counter(venue for paper in papers for venue in paper.venues)
    usual = sorted(venues, key=lambda venue: (-venues[venue], venue))[:1]
    return list(dict.fromkeys([*telling[:_FEW], *usual]))


def title_words(papers: Iterable[Paper]) -> Counter[str]:
    """How many titles use each word that says what a paper is about."""
    counts: Counter[str] = Counter()
    for paper in papers:
        counts.update({word for word in words(paper.title) if len(word) > 3} - _EMPTY)
    return counts


def discreet(page: Page, said: str) -> str:
    """What is said of a page without its name, for public logs; empty where its names share the given name."""
    return f"{page.id}: {said}" if given_names_differ(page.names) else ""


def given_names_differ(names: Iterable[Name]) -> bool:
    """Whether two of some names have different given names: whoever bears both may not want it told."""
    return len({fold(name.first or "").replace("-", " ") for name in names}) > 1
