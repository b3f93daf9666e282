"""Changes in JSON Lines: the value and nothing else, spelt as the file spells."""

import json
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bylint import Change, Finding, Location
from bylint.edits import edited
from bylint.loaders.jsonlines import edit, read

PATH = "papers.jsonl"


def changed(line: str, place: tuple[str, int, str], old: str, new: str, record: str = "x") -> str | None:
    """What a line becomes; None where the change is refused."""
    data = line.encode()
    assert not [found for found in read(PATH, data) if isinstance(found, Finding)]
    byline, position, field = place
    change = Change(Location(PATH, record, byline, position, field), old, new)
    made = edit(data, [change])
    return edited(data, made.values()).decode() if change in made else None


@pytest.mark.parametrize(
    ("line", "place", "old", "new", "expected"),
    [
        ('{"id": "x", "title" : "A\\u00e9 b"}', ("", 0, "title"), "Aé b", "Aé c", '{"id": "x", "title" : "A\\u00e9 c"}'),
        ('{"id":"x","title":"\\u00e9"}', ("", 0, "title"), "é", "éÉ😀", '{"id":"x","title":"\\u00e9\\u00c9\\ud83d\\ude00"}'),
        ('{"id":"x","title":"\\u00e9","doi":"é"}', ("", 0, "title"), "é", "éÉ", '{"id":"x","title":"\\u00e9É","doi":"é"}'),
        ('{"id":"x","title":"a\\/b\\n"}', ("", 0, "title"), "a/b\n", 'a/"\n', '{"id":"x","title":"a\\/\\"\\n"}'),
        ('{"id":"x","title":""}', ("", 0, "title"), "", "T", '{"id":"x","title":"T"}'),
        ('{"id":"x","title":"T"}', ("", 0, "title"), "T", "", '{"id":"x","title":""}'),
        ('{"id":"x","doi":"1"}', ("", 0, "doi"), "1", "", '{"id":"x","doi":null}'),
        ('{"id":"x","doi":null}', ("", 0, "doi"), "", "1", '{"id":"x","doi":"1"}'),
        ('{"id":"x"}', ("", 0, "doi"), "", "1", '{"id":"x","doi":"1"}'),
        ('{ "id": "x", "year": 2020 }', ("", 0, "doi"), "", "1", '{ "id": "x", "year": 2020, "doi": "1" }'),
        ('{"id": "x", "year": 2020}', ("", 0, "year"), "2020", "2021", '{"id": "x", "year": 2021}'),
        ('{"id": "x", "venues": ["a", "b"]}', ("", 0, "venues"), "b", "c", '{"id": "x", "venues": ["a", "c"]}'),
        ('{"id": "x", "volume": "v"}', ("", 0, "volume_id"), "v", "w", '{"id": "x", "volume": "w"}'),
        ('{"id": "x", "authors": [{"last": "M"}]}', ("author", 1, "first"), "", "A", '{"id": "x", "authors": [{"first": "A", "last": "M"}]}'),
        ('{"id": "x", "authors": [{"last": "M"}]}', ("author", 1, "orcid"), "", "0", '{"id": "x", "authors": [{"last": "M", "orcid": "0"}]}'),
        ('{"id":"x","editors":[{"first":"A","last":"-"}]}', ("editor", 1, "first"), "A", "", '{"id":"x","editors":[{"first":"","last":"-"}]}'),
        ('{"person":"x","names":[{"last":"A"},{"last":"B"}]}', ("names", 2, "last"), "B", "C", '{"person":"x","names":[{"last":"A"},{"last":"C"}]}'),
        ('{"person":"x","names":[{"last":"A"}]}', ("", 0, "orcid"), "", "0", '{"person":"x","names":[{"last":"A"}],"orcid":"0"}'),
        ('{"id":"x","authors":[{"last" : "M"}]}', ("author", 1, "first"), "", "A", '{"id":"x","authors":[{"first" : "A", "last" : "M"}]}'),
    ],
)  # fmt: skip
def test_values(line: str, place: tuple[str, int, str], old: str, new: str, expected: str) -> None:
    """A value is written in place, a part that may be left out is added in the style of the line."""
    assert changed(line, place, old, new) == expected


@pytest.mark.parametrize(
    ("line", "place", "old", "new"),
    [
        pytest.param('{"id":"x","title":"A"}', ("", 0, "title"), "B", "C", id="something else stands there"),
        pytest.param('{"id":"x","title":"A"}', ("", 0, "id"), "x", "y", id="the id of the record itself"),
        pytest.param('{"id":"x","title":"A"}', ("", 0, ""), "A", "B", id="no part"),
        pytest.param('{"id":"x","title":"A"}', ("", 0, "title"), "A", "\ud800", id="half a character"),
        pytest.param('{"id":"x","title":"A"}', ("author", 1, "last"), "", "B", id="no such author"),
        pytest.param('{"id":"x","front_matter":true}', ("", 0, "front_matter"), "true", "false", id="a truth"),
        pytest.param('{"id":"x","year":2020}', ("", 0, "year"), "2020", "MMXX", id="a number that would be none"),
        pytest.param('{"id":"x","year":2020}', ("", 0, "volume"), "", "v", id="a part that is not added"),
        pytest.param('{"id":"x","venues":["a","a"]}', ("", 0, "venues"), "a", "b", id="one of two alike"),
    ],
)
def test_refused(line: str, place: tuple[str, int, str], old: str, new: str) -> None:
    """A change is left out where its old text does not stand, or where the value is no text."""
    assert changed(line, place, old, new) is None


_TEXT = st.text(st.sampled_from('aÉ王𝔘\\"/\n\t\x7f') | st.characters(exclude_categories=("Cs",)), max_size=6)
_OPTIONAL = st.none() | _TEXT


def _without_none(items: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in items.items() if value is not None}


_AUTHORS = st.fixed_dictionaries({"first": _OPTIONAL, "last": _TEXT, "id": _OPTIONAL, "orcid": _OPTIONAL}).flatmap(
    lambda items: st.permutations(list(_without_none(items).items())).map(dict)
)


@st.composite
def _files(draw: st.DrawFn) -> tuple[str, list[dict[str, object]]]:
    """Any file of papers, in any style of writing, with its lines as they were meant."""
    papers: list[dict[str, object]] = [
        {"id": f"x-{number}", "title": draw(_TEXT), "authors": draw(st.lists(_AUTHORS, min_size=1, max_size=3))}
        for number in range(draw(st.integers(1, 3)))
    ]
    separators = draw(st.sampled_from([None, (",", ":"), (" , ", " : ")]))
    in_ascii = draw(st.booleans())
    end = draw(st.sampled_from(["\n", "\r\n", "\n\n"]))
    lines = [json.dumps(paper, separators=separators, ensure_ascii=in_ascii) for paper in papers]
    return draw(st.sampled_from(["", "\ufeff"])) + end.join(lines) + draw(st.sampled_from(["", end])), papers


def _places(papers: list[dict[str, object]]) -> Iterator[tuple[Location, str]]:
    for paper in papers:
        yield Location(PATH, str(paper["id"]), field="title"), str(paper["title"])
        for position, author in enumerate(paper["authors"], 1):
            for field in ("first", "last", "id", "orcid"):
                yield Location(PATH, str(paper["id"]), "author", position, field), author.get(field, "")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_files(), st.data())
def test_change_is_read_and_all_else_stays(file: tuple[str, list[dict[str, object]]], draws: st.DataObject) -> None:
    """After a change the line says the new text at its place, and every other line and part is as it was."""
    text, papers = file
    data = text.encode()
    place, old = draws.draw(st.sampled_from(list(_places(papers))))
    new = draws.draw(_TEXT.filter(lambda text: text != old))
    change = Change(place, old, new)
    made = edit(data, [change])
    assert list(made) == [change]
    found, after = made[change], edited(data, made.values())
    assert (after[: found.start], after[found.start + len(found.new) :]) == (data[: found.start], data[found.end :])
    paper = next(paper for paper in papers if paper["id"] == place.record)
    part = paper["authors"][place.position - 1] if place.byline else paper
    part[place.field] = new if new or place.field in {"first", "last", "title"} else None
    lines = [line for line in after.decode("utf-8-sig").split("\n") if line.strip()]
    assert [json.loads(line) for line in lines] == papers
    assert edit(after, [change]) == {}
    assert "broken-record" not in {record.check for record in read(PATH, after) if isinstance(record, Finding)}
    assert text.isascii() is after.decode().isascii() or new.isascii() or "\\u" not in text
