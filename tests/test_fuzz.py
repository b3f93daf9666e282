"""Broken files through the whole program: an exit code and findings, never a traceback, never a hang."""

import json
import random
import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bylint.cli import main

_SEED = 20241031
_SECONDS = 60
"""For one variant; it takes milliseconds, so this only ends a hang."""

XML = """<?xml version='1.0' encoding='UTF-8'?>
<collection id="2020.toy">
  <volume id="main" ingest-date="2020-01-01">
    <meta>
      <booktitle>Proceedings of the First <fixed-case>T</fixed-case>oy Meeting</booktitle>
      <editor id="yang-liu-a"><first>Yang</first><last>Liu</last></editor>
      <year>2020</year>
      <venue>toy</venue>
    </meta>
    <frontmatter><url>2020.toy-main.0</url><bibkey>toy-2020-main</bibkey></frontmatter>
    <paper id="1">
      <title>A Study of <fixed-case>É</fixed-case>tudes &amp; more</title>
      <author orcid="0000-0002-1825-0097"><first>Yang</first><last>Liu</last>
        <affiliation>U of X</affiliation></author>
      <author><first>wei</first><last>LI</last><variant script="hani"><first>伟</first><last>李</last></variant></author>
      <author><first/><last>Mausam</last></author>
      <abstract>We study <i>things</i>.</abstract>
      <doi>10.1000/1</doi>
      <bibkey>liu-2020-study</bibkey>
    </paper>
    <!-- a comment -->
    <paper id="2">
      <title><![CDATA[Twice <listed>]]></title>
      <author id="yang-liu-b"><first>Yang</first><last>Liu</last></author>
      <author id="yang-liu-b"><first>Yang</first><last>Liu</last></author>
      <editor><first>Zoë  M.</first><last>O’Brien*</last></editor>
      <pages>1–9</pages>
      <doi>10.1000/1</doi>
    </paper>
  </volume>
  <event id="toy-2020"><meta><title>Toy</title></meta></event>
</collection>
"""
PERSONS = {
    "yang-liu-a": {"names": [{"first": "Yang", "last": "Liu"}], "orcid": "0000-0002-1825-0097", "comment": "É"},
    "yang-liu-b": {
        "names": [{"first": "Yang", "last": "Liu"}, {"first": "Y.", "last": "Liu"}],
        "degree": "X",
        "similar": ["yang-liu-a"],
    },
    "wei-li": {"names": [{"first": "Wei", "last": "Li"}], "disable_name_matching": True},
}
PEOPLE_YAML = """
yang-liu-a:
  names: [{first: Yang, last: Liu}]
  orcid: 0000-0002-1825-0097
  comment: "É"
yang-liu-b:
  names:
    - first: Yang
      last: Liu
    - {first: Y., last: Liu}
  similar: [yang-liu-a]
wei-li:
  disable_name_matching: true
  names:
    - {first: Wei, last: Li}
"""
VARIANTS_YAML = """
- canonical: {first: Yang, last: Liu}
  id: yang-liu-a
  comment: Edinburgh
- canonical: {first: Yang, last: Liu}
  id: yang-liu-b
  comment: May refer to several people
  variants:
    - {first: Y., last: Liu}
- canonical: {first: Zoë, last: O’Brien}
"""
AUTHORS = [{"first": "Yang", "last": "Liu"}, {"first": "Yang", "last": "Liu", "orcid": "0000-0002-1825-0097"}]
LINES = "\n".join(
    json.dumps(
        {"id": f"toy-{number}", "title": "T", "year": 2020, "authors": AUTHORS, "volume": "toy", "doi": "10.1000/1"}
    )
    for number in range(4)
)


FORMATS = Path(__file__).resolve().parent.parent / "fixtures" / "formats"
STREAMS = ("arxiv-atom.xml", "arxiv-oai.xml", "dblp.xml")


@pytest.fixture(autouse=True)
def _no_hang() -> Iterator[None]:
    """A variant that hangs fails."""

    def fail(signal_number: int, frame: object) -> None:
        pytest.fail("it hangs")

    before = signal.signal(signal.SIGALRM, fail)
    signal.alarm(_SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def flipped(data: bytes, chance: random.Random) -> bytes:
    """The data with some bits turned over."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def replaced(data: bytes, chance: random.Random) -> bytes:
    """The data with a byte made into one that a format gives a meaning, or into one that none has."""
    at = chance.randrange(len(data))
    return (
        data[:at]
        + chance.choice([b"\0", b"\xff", b"<", b">", b"&", b'"', b"'", b"\n", b"\t", b"[", b"{", b"\\"])
        + data[at + 1 :]
    )


def cut(data: bytes, chance: random.Random) -> bytes:
    """The data without its end, its beginning, or a stretch in between."""
    start, end = sorted(chance.choices(range(len(data) + 1), k=2))
    return chance.choice([data[:start], data[end:], data[:start] + data[end:]])


def _part(data: bytes, chance: random.Random) -> tuple[int, int]:
    """An element, a line or a bracketed stretch."""
    element = rb"<(\w+)[^>]*>.*?</\1>"
    pattern = chance.choice([element, element, element, rb"</?\w+[^>]*>", rb"[^\n]*\n", rb"\{[^{}]*\}", rb'"[^"]*"'])
    spans = [match.span() for match in re.finditer(pattern, data, re.DOTALL)]
    return chance.choice(spans) if spans else (0, len(data))


def dropped(data: bytes, chance: random.Random) -> bytes:
    """The data without one of its parts."""
    start, end = _part(data, chance)
    return data[:start] + data[end:]


def doubled(data: bytes, chance: random.Random) -> bytes:
    """The data with one of its parts twice, at its place or elsewhere."""
    start, end = _part(data, chance)
    at = chance.choice([end, end, chance.randrange(len(data))])
    return data[:at] + data[start:end] + data[at:]


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (flipped, replaced, cut, dropped, doubled)


def variants(path: str, text: str, count: int) -> list[object]:
    """Rows of a file and its broken variants, the same ones in every run."""
    rows = []
    for number in range(count):
        chance = random.Random(f"{_SEED} {path} {number}")
        way = WAYS[number % len(WAYS)]
        rows.append(pytest.param(path, way(text.encode(), chance), id=f"{Path(path).name} {way.__name__} {number}"))
    return rows


@pytest.mark.parametrize(
    ("path", "data"),
    [
        *variants("data/xml/2020.toy.xml", XML, 200),
        *variants("data/json/people.json", json.dumps(PERSONS, indent=1, ensure_ascii=False), 60),
        *variants("data/yaml/people.yaml", PEOPLE_YAML, 60),
        *variants("data/yaml/name_variants.yaml", VARIANTS_YAML, 60),
        *variants("papers.jsonl", LINES, 60),
        *(row for name in STREAMS for row in variants(name, (FORMATS / name).read_text(encoding="utf-8"), 30)),
    ],
)
def test_broken_files_end_in_an_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], path: str, data: bytes
) -> None:
    """Whatever is broken, the run ends with 0, 1 or 3, says so in JSON and in text, and no check crashes on it."""
    beside = {"data/xml/2020.toy.xml": XML} if path.startswith("data/") else {"beside.jsonl": LINES}
    for name, text in {**{name: text.encode() for name, text in beside.items()}, path: data}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(text)
    monkeypatch.chdir(tmp_path)
    arguments = ["check", ".", "--for", "review", "--max-findings", "0", "--format"]
    code = main([*arguments, "json"])
    out, err = capfdbinary.readouterr()
    assert code in {0, 1, 3}, err.decode()
    assert err == b""
    report = json.loads(out)
    assert report["complete"] is (code != 3)
    assert "crashed-check" not in {finding["check"] for finding in report["findings"]}
    assert main([*arguments, "text"]) == code
    out, err = capfdbinary.readouterr()
    assert b"Traceback" not in out + err


def test_whole_files_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The files that are broken above are whole before: nothing is left out of the corpus."""
    monkeypatch.chdir(tmp_path)
    files = {"a.xml": XML, "b.jsonl": LINES, "people.json": json.dumps(PERSONS), "people.yaml": PEOPLE_YAML}
    for name, text in {**files, "name_variants.yaml": VARIANTS_YAML}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        if name != "a.xml":
            assert main(["check", name, "a.xml", "--format", "json"]) in {0, 1}
            report = json.loads(capfdbinary.readouterr().out)
            assert report["complete"]
            assert not {finding["check"] for finding in report["findings"]} & {"broken-person", "broken-record"}
