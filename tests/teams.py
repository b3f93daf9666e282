"""Made-up people in teams, for what judges who wrote what: each team with its own co-authors, words, venue and years."""

import random
from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from bylint import Authorship, Corpus, Group, Paper
from bylint.testing import author, corpus, paper, person

_PARTS = ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we", "zi")
_WORDS = ("parsing", "speech", "lexicon", "discourse", "phonology", "retrieval", "summary", "dialogue", "anaphora")


def letters(number: int) -> str:
    """A word for a number, in small letters."""
    text = ""
    while number or not text:
        number, rest = divmod(number, len(_PARTS))
        text += _PARTS[rest]
    return text


def people(surnames: int) -> list[str]:
    """Two names to a surname, with different first letters; all else is far apart."""
    return [
        f"{letter}{letters(number * step + 7000)} {letters(number + 400).title()}berg"
        for number in range(surnames)
        for letter, step in (("A", 37), ("T", 53))
    ]


def team(
    members: Sequence[str | Authorship], papers: int, number: int, years: Sequence[int] = range(2005, 2012)
) -> list[Paper]:
    """Papers of one team: the first and the second member on each, the others by turns; words that no other team has."""
    own = [f"{word}{letters(number)}" for word in (_WORDS[number % 9], _WORDS[(number + 4) % 9], "corpus")]
    return [
        paper(
            *members[:2],
            *(member for turn, member in enumerate(members[2:]) if (turn + place) % 3),
            id=f"team-{number}-{place}",
            title=f"On {own[place % 3]} and {own[(place + 1) % 3]}",
            year=years[place % len(years)],
            venues=(f"venue-{number % 7}",),
        )
        for place in range(papers)
    ]


def field(teams: int, seed: int = 1) -> list[Paper]:
    """Papers of many teams of four with rare names who also write alone, with guests, and on what others write on."""
    chance = random.Random(seed)
    names = people(teams * 2)
    chance.shuffle(names)
    found: list[Paper] = []
    for number in range(teams):
        members, guests = names[4 * number : 4 * number + 4], chance.sample(names, 2)
        topic = [letters(chance.randrange(teams)) for _ in range(3)]
        for _ in range(7):
            byline = chance.sample(members, chance.randint(1, 4))
            byline += [guest for guest in guests if chance.random() < 0.2 and guest not in byline]
            found.append(
                paper(
                    *byline,
                    id=f"field-{len(found)}",
                    title=f"{chance.choice(_WORDS)} of {chance.choice(topic)} and {letters(chance.randrange(300))}",
                    abstract=f"We {chance.choice(_WORDS)} {' '.join(topic)}." if chance.random() < 0.6 else None,
                    year=1995 + number % 20 + chance.randrange(8),
                    venues=(f"venue-{(number + chance.randrange(3)) % 7}",),
                )
            )
    return found


def sets(groups: Iterable[Group]) -> set[frozenset[tuple[str, int, str]]]:
    """Groups as sets of what stands in them, by paper, place in the byline and role."""
    return {frozenset((item.paper_id, item.position, item.role) for item in group.authorships) for group in groups}


def named(corpus: Corpus, text: str) -> list[Authorship]:
    """All authorships of one written name."""
    return [item for item in corpus.authorships if str(item.name) == text]


_NAMES = ("Wei Wang", "Wei Li", "W. Li", "Li Wei", "Ann Kerr", "Anne Kerr", "Mausam", "wei wang", "*", "Ann B.|Kerr")
_ORCIDS = ("0000-0002-1825-0097", "0000-0001-5109-3700", "none")


def odd(seed: int, *, use_ids: bool = True) -> Corpus:
    """A few papers by the same few people, with gaps of every kind: drawn faster than `strategies.corpora`."""
    chance = random.Random(seed)

    def anybody() -> Authorship:
        return author(
            chance.choice(_NAMES),
            id=chance.choice([None, None, "wei-wang", "wei-wang-mit", "wei-li"]),
            orcid=chance.choice([None, None, None, *_ORCIDS]),
            affiliations=chance.choice([[], [], ["Leeds"], ["University of York", "Leeds"]]),
        )

    records = [
        paper(
            *(anybody() for _ in range(chance.choice([0, 1, 2, 2, 3, 4]))),
            editors=[anybody() for _ in range(chance.choice([0, 0, 0, 2]))],
            id=f"odd-{chance.randrange(12)}",
            title=" ".join(chance.sample(_WORDS, chance.randrange(4))),
            abstract=chance.choice([None, "", "parsing speech", "summary"]),
            year=chance.choice([None, 1990, 2010, 2011]),
            venues=tuple(chance.sample(["acl", "ws"], chance.randrange(3))),
            is_front_matter=chance.random() < 0.1,
        )
        for _ in range(chance.randrange(12))
    ]
    people = [person("wei-wang-mit", "Wei Wang"), person("wei-wang", "Wei Wang", is_verified=False)]
    return corpus(*records, *people, use_ids=use_ids)


odd_corpora = st.builds(odd, st.integers(0, 10**6), use_ids=st.booleans())
