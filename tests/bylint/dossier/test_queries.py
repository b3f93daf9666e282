"""What a query finds: names, ids, ORCIDs, and what is said when it finds nobody."""

import pytest

from bylint import Corpus
from bylint.dossier.queries import Directory, Found, read_queries
from bylint.model import Name
from bylint.privacy import PLACEHOLDER, name_digest, withheld
from bylint.testing import author, corpus, paper, person
from dossiers import found, unanswered

ORCID, OTHER = "0000-0002-1825-0097", "0000-0001-5109-3700"
LIU = person("wei-liu-hk", "Wei Liu", "Will Liu", orcid=ORCID)
ANYBODY = person("wei-liu", "Wei Liu", is_verified=False)
CORPUS = corpus(
    paper("Wei Liu", "Ada Lovelace", id="a"),
    paper(author("Wei Liu", id="wei-liu-hk"), id="b"),
    paper("Will Liu", id="c"),
    paper(author("Wéi Liu", id="wei-liu"), id="d"),
    paper("José|García Márquez", id="e"),
    paper("Mausam", editors=["Wei Liu"], id="f"),
    paper(author("Lost Author", id="nobody"), id="g"),
    paper(author("Yang Liu", orcid=OTHER, variants={"hani": "洋|刘"}), id="h"),
    paper(author("Yang Janet|Liu", orcid=OTHER), id="i"),
    paper(author("Bo Li", orcid="0000-0003-1415-9269"), id="j"),
    person("mausam", "Mausam"),
    person("idle", "Idle Hand", orcid="0000-0001-2345-6789"),
    LIU,
    ANYBODY,
    person("wei-liu-pku", "Wei Liu"),
)


@pytest.mark.parametrize(
    ("query", "kind", "papers"),
    [
        pytest.param("Wei Liu", "name", "abdf", id="a name takes every authorship, whatever its id; editors too"),
        pytest.param("Liu, Wei", "name", "abdf", id="last name first"),
        pytest.param("  wéi   LIU ", "name", "abdf", id="accents, capitals and spaces do not matter"),
        pytest.param("Will Liu", "name", "c", id="another name of a person is another name"),
        pytest.param("wei-liu-hk", "id", "bc", id="an id takes the page of the person, under every name"),
        pytest.param("wei-liu", "id", "adf", id="an id of anybody else takes the page of the unverified"),
        pytest.param("wei-liu/unverified", "id", "adf", id="the id of such a page itself"),
        pytest.param("nobody", "id", "g", id="an id that only a paper knows"),
        pytest.param("mausam", "id", "f", id="a known id goes before a name"),
        pytest.param("Mausam", "name", "f", id="a mononym"),
        pytest.param("Garcia Marquez, Jose", "name", "e", id="last name of two words, no accents"),
        pytest.param("jose-garcia-marquez", "name", "e", id="a slug that is no id is the name"),
        pytest.param(ORCID, "orcid", "bc", id="an ORCID of a person"),
        pytest.param(f"https://orcid.org/{ORCID}", "orcid", "bc", id="an ORCID as a URL"),
        pytest.param(f"orcid.org/{ORCID}", "orcid", "bc", id="an ORCID as a URL without its beginning"),
        pytest.param("0000-0003-1415-9269", "orcid", "j", id="an ORCID that stands on one page only"),
    ],
)
def test_found(query: str, kind: str, papers: str) -> None:
    """What the query asks for, in the order of the corpus."""
    answer = found(CORPUS, query)
    assert answer.kind == kind
    assert "".join(item.id for item in answer.papers) == papers
    assert [item.paper_id for item in answer.authorships] == [item.id for item in answer.papers]


@pytest.mark.parametrize(
    ("query", "why", "candidate"),
    [
        pytest.param("Wie Liu", "nobody has this name or id", "Wei Liu", id="letters that changed places"),
        pytest.param("Liu Wei Ming", "nobody has this name or id", "Wei Liu", id="words in another order"),
        pytest.param("wei-liu-kh", "nobody has this name or id", "wei-liu-hk", id="a misspelt id"),
        pytest.param("Lovelave", "nobody has this name or id", "Ada Lovelace", id="one misspelt word"),
        pytest.param("刘洋", "nobody has this name or id", "Yang Liu", id="the name in another script"),
        pytest.param("idle", "no paper is this person's", None, id="a person without a paper"),
        pytest.param(OTHER, "this ORCID stands on several pages", "yang-liu/unverified", id="an ORCID of two pages"),
        pytest.param("0000-0002-1694-233X", "nobody has this ORCID", None, id="an ORCID of nobody"),
        pytest.param("0000-0001-2345-6789", "no paper is by its owner, idle", None, id="an ORCID without a paper"),
        pytest.param("0000-0002-1825-00977", "this is no ORCID", None, id="an ORCID with a digit too many"),
        pytest.param("https://orcid.org/x", "this is no ORCID", None, id="a URL without an ORCID"),
        pytest.param("", "nobody has this name or id", None, id="nothing"),
        pytest.param("!", "nobody has this name or id", None, id="a sign"),
    ],
)
def test_not_found(query: str, why: str, candidate: str | None) -> None:
    """Nobody is guessed: why there is no answer, and what could have been meant."""
    answer = unanswered(CORPUS, query)
    assert answer.why.startswith(why)
    assert (candidate in answer.candidates) if candidate else not answer.candidates
    assert len(answer.candidates) <= 10


def test_ids_ignored() -> None:
    """Without ids a name, an id and an ORCID ask for the same authorships as with them."""
    blind = Corpus(CORPUS.papers, CORPUS.people, use_ids=False)
    for query in ("Wei Liu", "wei-liu-hk", "wei-liu", "nobody", ORCID):
        assert found(blind, query) == found(CORPUS, query)


def test_similar_names_are_ten() -> None:
    """Of many similar names the ten nearest are told, always in the same order."""
    many = corpus(*(paper(f"Felix {letter}chneider", id=letter) for letter in "bcdfghklmnpqrst"))
    answer = unanswered(many, "Felix Schneideer")
    assert len(answer.candidates) == 10
    assert answer.candidates[0] == "Felix schneider"
    assert unanswered(many, "Felix Schneideer") == answer


def test_withheld_names_are_not_told() -> None:
    """A withheld name is told neither as a candidate nor as the query, however that writes it."""
    hidden = withheld([name_digest(Name("José", "García Márquez"))], CORPUS.names)
    answer = unanswered(CORPUS, "Jose Garcia", hidden)
    assert answer.candidates == (PLACEHOLDER,)
    twice = corpus(paper(author("José|García Márquez", orcid=OTHER)), paper(author("Bo Li", orcid=OTHER)))
    assert PLACEHOLDER in unanswered(twice, OTHER, hidden).candidates[1]
    nobody = unanswered(corpus(), "garcia marquez, jose", hidden)
    assert nobody.query == PLACEHOLDER


def test_queries_of_a_file() -> None:
    """One query a line; blank lines, a byte order mark and the line ends of Windows do not matter."""
    assert read_queries("\ufeffWei Liu\r\n\n  \nLiu, Yang\u2028x\n") == ["Wei Liu", "Liu, Yang\u2028x"]


def test_directory_answers_alike_twice() -> None:
    """What was looked up before changes no answer."""
    directory = Directory(CORPUS)
    first = directory.find("Wei Liu")
    assert isinstance(first, Found)
    assert directory.find("Wei Liu") == first
