"""Laws of every format of JSON and YAML: who reads what, places hold names, edits change nothing else."""

import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bylint import Change, Location
from bylint.loaders import Loader, formats
from forms import FIXTURES, bylines, changed, loader_of, named, papers_and_findings, unpacked_fixture, written_at

NAMES = {
    "2099-01-01-vantongeren99a.md": "pmlr",
    "CITATION.cff": "cff",
    "arxiv-snapshot.json": "arxiv-snapshot",
    "codemeta.json": "codemeta",
    "crossref.json": "crossref",
    "csl.json": "csl-json",
    "datacite.json": "datacite",
    "ismir.json": "ismir",
    "mlanthology.json.gz": "mlanthology",
    "openalex.jsonl": "openalex",
    "openreview-v1.json": "openreview",
    "openreview-v2.json": "openreview",
    "semantic-scholar.json": "semantic-scholar",
}
ALL = (*formats.OF_JSON, *formats.OF_YAML)
EVERY_FIXTURE = pytest.mark.parametrize(
    ("path", "loader"), [pytest.param(FIXTURES / file, named(name), id=file) for file, name in NAMES.items()]
)
EVERY_LOADER = pytest.mark.parametrize("loader", [pytest.param(loader, id=loader.name) for loader in ALL])
COMPARED = "byline-differs-from-bibtex"
"""What is found where one of two bylines is changed."""
NEW = "Ñew “Näme” \\o/ 😀"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param("x.bib", "% nothing", set(), id="none of them"),
        pytest.param("CITATION.cff", "cff-version: 1.2.0\ntitle: T\n", {"cff"}, id="one that is known by its name"),
        pytest.param("x.md", "# A page\n", {"pmlr"}, id="a page that may be a post"),
    ],
)
def test_a_format_that_is_not_there_is_not_imported(name: str, text: str, expected: set[str], tmp_path: Path) -> None:
    """Only where a file may be of a format its module is imported."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    modules = {f"bylint.loaders.{loader.name.replace('-', '_')}" for loader in ALL}
    code = f"import sys; from bylint.cli import main; main(['check', {str(tmp_path)!r}]); print('|', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.rpartition("|")[2].split())
    assert "bylint.loaders.formats" in loaded
    assert {module.rpartition(".")[2] for module in loaded & modules} == expected


def test_every_format_has_a_fixture() -> None:
    """No format is without a file that shows it."""
    assert set(NAMES.values()) == {loader.name for loader in ALL}


@EVERY_FIXTURE
def test_each_file_is_read_by_its_loader(path: Path, loader: Loader) -> None:
    """Content decides, so a file of any name is read by the same loader."""
    found = loader_of(path.as_posix(), path.read_bytes())
    assert found is not None
    assert found.name == loader.name
    if loader not in formats.OF_YAML:
        renamed = loader_of("x.json", unpacked_fixture(path))
        assert renamed is not None
        assert renamed.name == loader.name


@EVERY_FIXTURE
def test_places_hold_the_names(path: Path, loader: Loader) -> None:
    """What stands at the place of a part of a name is that part, or the longest text of which it is made."""
    data = unpacked_fixture(path)
    shown = path.name.removesuffix(".gz")
    papers, _ = papers_and_findings(loader, shown, data)
    checked = 0
    for authorship in (authorship for paper in papers for authorship in bylines(paper)):
        for field, text in (("first", authorship.name.first), ("last", authorship.name.last)):
            if text:
                written = _meant(written_at(loader, data, authorship.at(field)))
                assert written in text
                assert len(written) * 2 > len(text)
                checked += 1
        assert _meant(written_at(loader, data, authorship.location)) or authorship.name.first is None
    assert checked


def _meant(written: str) -> str:
    """What a value of JSON or YAML means, or a stretch inside of one."""
    if written.startswith(("'", '"', "{", "[")):
        return str(yaml.safe_load(written))
    return str(json.loads(f'"{written}"')) if "\n" not in written else written


@EVERY_FIXTURE
def test_edits_change_one_part(path: Path, loader: Loader) -> None:
    """A changed part of a name is read back, and everything else is what it was."""
    data = unpacked_fixture(path)
    shown = path.name.removesuffix(".gz")
    papers, findings = papers_and_findings(loader, shown, data)
    for number, paper in enumerate(papers):
        for role, byline in (("authorships", paper.authorships), ("editors", paper.editors)):
            for authorship in byline:
                old = authorship.name.last
                new = f"{old[:-1]}Ö{old[-1:]}"
                after = changed(loader, data, Change(authorship.at("last"), old, new))
                assert after is not None, authorship
                read, told = papers_and_findings(loader, shown, after)
                name = authorship.name._replace(last=new)
                kept = tuple(own._replace(name=name) if own is authorship else own for own in byline)
                expected = [*papers[:number], paper._replace(**{role: kept}), *papers[number + 1 :]]
                assert _without_messages(read) == _without_messages(expected)
                assert [one.check for one in told if one.check != COMPARED] == [one.check for one in findings]


def _without_messages(papers: list) -> list:
    return [repr(paper) for paper in papers]


@EVERY_LOADER
def test_broken_files_are_findings(loader: Loader) -> None:
    """A file that holds nothing of the format is a finding, whatever is wrong with it."""
    path = f"x{loader.endings[0]}"
    for data in (
        b"",
        b" \n",
        b"\xff\xfe\x00",
        b'{"a": ' + b"[" * 100_000,
        b"\xe9t\xe9",
        b'{"a": 1',
        b"- [a\n",
        b"9" * 5000,
    ):
        papers, findings = papers_and_findings(loader, path, data)
        assert findings or not papers
        assert all(finding.check in {"broken-file", "broken-record"} for finding in findings)
        assert all(loader.locate(data, [finding.location]) for finding in findings if finding.location)


@EVERY_FIXTURE
@settings(max_examples=60, deadline=None)
@given(draw=st.data())
def test_never_raises(path: Path, loader: Loader, draw: st.DataObject) -> None:
    """Cut, overwritten and mixed up, a file still gives records or findings, and places and edits of them."""
    data = bytearray(unpacked_fixture(path))
    for _ in range(draw.draw(st.integers(1, 4))):
        start = draw.draw(st.integers(0, len(data)))
        end = draw.draw(st.integers(start, min(len(data), start + 40)))
        data[start:end] = draw.draw(
            st.sampled_from([b"", b"1", b"null", b"{}", b"[]", b'"x"', b"\xff", b"\\ud800", b"1e999", b"\n"])
        )
    shown = path.name.removesuffix(".gz")
    loader.recognises(shown, bytes(data[:4096]))
    papers, findings = papers_and_findings(loader, shown, bytes(data))
    places = [
        authorship.at(field)
        for paper in papers
        for authorship in bylines(paper)
        for field in ("", "first", "last", "orcid")
    ]
    places += [paper.at(field) for paper in papers for field in ("", "title", "doi", "year", "nonsense")]
    spans = loader.locate(bytes(data), [*places, *(finding.location for finding in findings if finding.location)])
    assert all(0 <= span.start <= span.end <= len(data) for span in spans.values())
    assert loader.edit is not None
    loader.edit(bytes(data), [Change(place, "x", NEW) for place in places])


TREES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 10**20)
    | st.floats()
    | st.sampled_from(["", "x", "2020", "10.1/a", "Liu, Yang"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "id",
                    "DOI",
                    "doi",
                    "title",
                    "titles",
                    "author",
                    "authors",
                    "authorships",
                    "name",
                    "given",
                    "family",
                    "literal",
                    "creators",
                    "attributes",
                    "data",
                    "message",
                    "items",
                    "results",
                    "notes",
                    "content",
                    "value",
                    "authorids",
                    "paperId",
                    "authorId",
                    "affiliation",
                    "issued",
                    "date-parts",
                    "type",
                    "publication_year",
                    "abstract_inverted_index",
                    "year",
                    "externalIds",
                    "identifier",
                    "@id",
                    "raw_author_name",
                    "papers",
                    "editor",
                    "nameIdentifiers",
                    "descriptions",
                    "contributors",
                    "zenodo_id",
                    "dblp_key",
                    "bibtex_key",
                    "forum",
                    "pdate",
                    "authors_parsed",
                    "versions",
                    "journal-ref",
                ]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=30,
)


@EVERY_LOADER
@settings(max_examples=120, deadline=None)
@given(tree=TREES)
def test_wrong_types_never_raise(loader: Loader, tree: object) -> None:
    """Whatever stands where something else is expected, the file is read."""
    data = json.dumps(tree).encode()
    path = "x.cff" if loader.endings == (".cff",) else "x.json"
    if loader.name == "pmlr":
        path, data = "x.md", b"---\n" + data + b"\n---\n"
    papers, findings = papers_and_findings(loader, path, data)
    places = [authorship.at("last") for paper in papers for authorship in bylines(paper)]
    spans = loader.locate(data, [*places, *(finding.location for finding in findings if finding.location)])
    assert set(places) <= set(spans)


@EVERY_LOADER
def test_loaders_go_to_other_processes(loader: Loader) -> None:
    """Files are read in several processes."""
    copy = pickle.loads(pickle.dumps(loader))
    data = b'{"type": "book"'
    assert [record.check for record in copy.read("x.json", data)] == [
        record.check for record in loader.read("x.json", data)
    ]


def test_as_deep_as_can_be_read() -> None:
    """Whatever depth can be read, places and edits can be asked for."""
    loader = named("csl-json")
    for depth in range(900, 1050):
        data = b'[{"id": "a", "type": "book", "author": [{"family": "A"}], "x": ' + b"[" * depth + b"]" * depth + b"}]"
        papers, findings = papers_and_findings(loader, "x.json", data)
        assert len(papers) + len(findings) == 1
        place = Location("x.json", "a", "author", 1, "last")
        loader.locate(data, [place])
        changed(loader, data, Change(place, "A", "B"))


def test_line_ends_and_encodings() -> None:
    """In UTF-16 and with the line ends of Windows a name has its line and column, and is edited."""
    loader = named("csl-json")
    text = '[\r\n {"id": "a", "type": "book",\r\n  "author": [{"family": "Né", "given": "A"}]}\r\n]\r\n'
    place = Location("x.json", "a", "author", 1, "last")
    for encoding in ("utf-8-sig", "utf-16"):
        data = text.encode(encoding)
        span = loader.locate(data, [place])[place]
        assert (span.line, span.column) == (3, 25)
        assert changed(loader, data, Change(place, "Né", "Nè")) == text.replace("Né", "Nè").encode(encoding)
