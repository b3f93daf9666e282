"""`bylint convert`: what it writes and where, what it says, and the exit codes."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from bylint import converting
from bylint.cli import main
from bylint.corpus import reading
from bylint.model import Name
from bylint.privacy import PLACEHOLDER, name_digest
from reports import TOY

BIB = "@article{a,\n  title = {T},\n  author = {Quill, Zoe and {The Inks Group}},\n}\n"
CSL = [{"id": "b", "type": "book", "title": "U", "author": [{"family": "Liu", "given": "Wei"}]}]
OF_BIB = {
    "id": "a",
    "title": "T",
    "authors": [{"first": "Zoe", "last": "Quill"}, {"last": "The Inks Group", "literal": True}],
    "key": "a",
}
OF_CSL = {"id": "b", "title": "U", "authors": [{"first": "Wei", "last": "Liu"}]}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder to stand in, with files of two formats."""
    monkeypatch.chdir(tmp_path)
    Path("a.bib").write_text(BIB, encoding="utf-8")
    Path("b.json.gz").write_bytes(gzip.compress(json.dumps(CSL).encode()))


@pytest.fixture
def call(capfdbinary: pytest.CaptureFixture[bytes]) -> Any:
    """Exit code, the records on standard output, and standard error, of a command line."""

    def called(*arguments: str) -> tuple[int, list[dict[str, Any]], str]:
        code = main(["convert", *arguments])
        out, err = capfdbinary.readouterr()
        return code, [json.loads(line) for line in out.splitlines()], err.decode()

    return called


@pytest.fixture
def say(capfd: pytest.CaptureFixture[str]) -> Any:
    """Exit code, standard output and standard error of a command line."""

    def said(*arguments: str) -> tuple[int, str, str]:
        code = main(["convert", *arguments])
        return code, *capfd.readouterr()

    return said


@pytest.mark.parametrize(
    ("arguments", "records"),
    [
        pytest.param(["."], [OF_BIB, OF_CSL], id="a folder, in the order of its files"),
        pytest.param([], [OF_BIB, OF_CSL], id="the folder one stands in"),
        pytest.param(["a.bib"], [OF_BIB], id="a file"),
        pytest.param(["b.json.gz"], [OF_CSL], id="a packed one"),
        pytest.param(["b.json.gz", "a.bib"], [OF_CSL, OF_BIB], id="several, in their order"),
        pytest.param(["a.bib", "."], [OF_BIB, OF_CSL], id="one in another, each file once"),
        pytest.param(["--loader", "csl-json", "."], [OF_CSL], id="those of one format"),
    ],
)
def test_standard_output(arguments: list[str], records: list[object], call: Any) -> None:
    """Every record is a line, and nothing else is said."""
    assert call(*arguments) == (0, records, "")


def test_names_are_as_written(call: Any) -> None:
    """Letters stay letters, and spaces stay where they are."""
    Path("a.bib").write_text('@misc{a, author = {M{\\"u}ller,  Łuk}}', encoding="utf-8")
    assert main(["convert", "a.bib", "-o", "x.jsonl"]) == 0
    assert '"last": "Müller"' in Path("x.jsonl").read_text(encoding="utf-8")
    assert "Łuk" in Path("x.jsonl").read_text(encoding="utf-8")


def test_part_of_a_repository(call: Any) -> None:
    """Of a PATH within a repository, what stands there is written; of its root, everything."""
    code, records, _ = call(str(TOY / "data" / "xml" / "2025.toyns.xml"))
    assert (code, len(records)) == (0, 18)
    assert {record["id"].split("-")[0] for record in records} == {"2025.toyns"}
    _, everything, _ = call(str(TOY))
    assert {"id", "person", "venue"} == {next(iter(record)) for record in everything}
    assert [record for record in everything if record.get("id", "").startswith("2025.toyns-")] == records


def test_file(say: Any) -> None:
    """-o says what was written where, and links and permissions stay."""
    Path("real.jsonl").write_text("{}", encoding="utf-8")
    Path("real.jsonl").chmod(0o640)
    Path("link.jsonl").symlink_to("real.jsonl")
    assert say("a.bib", "-o", "link.jsonl") == (0, "1 paper written to link.jsonl\n", "")
    assert json.loads(Path("real.jsonl").read_text(encoding="utf-8")) == OF_BIB
    assert Path("real.jsonl").stat().st_mode & 0o777 == 0o640
    assert Path("link.jsonl").is_symlink()


def test_packed_file(say: Any) -> None:
    """A file that ends in .gz is packed, without name and time, and reads back."""
    (code, told, _), _ = say("a.bib", "-o", "x.jsonl.gz"), say("a.bib", "-o", "other.ndjson.gz")
    assert (code, told) == (0, "1 paper written to x.jsonl.gz\n")
    data = Path("x.jsonl.gz").read_bytes()
    assert data == Path("other.ndjson.gz").read_bytes()
    assert data[3:8] == bytes(5)
    assert json.loads(gzip.decompress(data)) == OF_BIB
    assert main(["convert", "x.jsonl.gz"]) == 0


def test_counts(say: Any) -> None:
    """Papers, people and venues are counted."""
    assert say(str(TOY), "-o", "x.jsonl")[1] == "134 papers, 18 people, 10 venues written to x.jsonl\n"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        pytest.param("c.bib", "@misc{c, title = {T", "c.bib:1: ", id="an entry that is cut off"),
        pytest.param("c.jsonl", '{"id": 1}', "c.jsonl:1: id: input should be a valid string", id="a line that is none"),
        pytest.param("c.jsonl.gz", "xx", None, id="a file of no format"),
        pytest.param("c.jsonl", "\xff", "c.jsonl:1: not UTF-8", id="a file that cannot be read"),
    ],
)
def test_what_is_left_out_is_told(name: str, text: str, said: str | None, call: Any) -> None:
    """What is not among the lines is said on standard error, with exit code 3; the others are written."""
    Path(name).write_text(text, encoding="latin-1")
    code, records, err = call(".")
    assert records == [OF_BIB, OF_CSL]
    if said is None:
        assert (code, err) == (0, "")
    else:
        assert code == 3
        assert err.startswith(f"bylint: records may be missing: {said}")


def test_names_that_are_left_out_are_told(call: Any) -> None:
    """A paper whose names are a macro that nothing defines is written without them, and that is said."""
    Path("c.bib").write_text("@misc{c, title = {T}, author = quill}", encoding="utf-8")
    code, records, err = call("c.bib")
    assert (code, records) == (3, [{"id": "c", "title": "T", "key": "c"}])
    assert err.startswith("bylint: records may be missing: c.bib")
    assert "“quill”" in err


def test_a_loop_of_links_in_the_corpus(say: Any) -> None:
    """A file that leads nowhere is told, and the others are written."""
    Path("loop.bib").symlink_to("loop.bib")
    code, out, err = say(".", "-o", "x.jsonl")
    assert (code, out) == (3, "2 papers written to x.jsonl\n")
    assert err.startswith("bylint: records may be missing: loop.bib: the file cannot be opened")


def test_nothing_to_write_leaves_a_file_alone(say: Any) -> None:
    """Where nothing can be read, what was written before stays."""
    Path("c.jsonl").write_bytes(b"\xff")
    Path("x.jsonl").write_text("before", encoding="utf-8")
    code, out, err = say("c.jsonl", "-o", "x.jsonl")
    assert (code, out) == (3, "")
    assert "c.jsonl:1: not UTF-8" in err
    assert Path("x.jsonl").read_text(encoding="utf-8") == "before"


def test_fault_leaves_nothing(say: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a conversion ends in the middle, no part of it is left."""
    usual = converting.line_of
    monkeypatch.setattr(converting, "line_of", lambda record: usual(record) if record.id == "a" else 1 // 0)
    before = sorted(Path().iterdir())
    assert say(".", "-o", "x.jsonl")[0] == 3
    assert sorted(Path().iterdir()) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["nowhere"], "there is no file or folder 'nowhere'", id="a PATH that is not there"),
        pytest.param(["empty"], "no file that bylint reads in", id="a folder with nothing to read"),
        pytest.param(["a.bib", "--loader", "bibtx"], "did you mean 'bibtex'?", id="an unknown loader"),
        pytest.param(["a.bib", "-o", "nowhere/x.jsonl"], "there is no folder for 'nowhere/x.jsonl'", id="no folder"),
        pytest.param(["a.bib", "-o", "x.json"], "does not end in .jsonl or .ndjson", id="another ending"),
        pytest.param(["c.jsonl", "-o", "c.jsonl"], "is a file of the corpus", id="what is read"),
        pytest.param(["a.bib", "-o", "full/x.jsonl"], "'full/x.jsonl' cannot be written: ", id="no permission"),
    ],
)
def test_wrong_use(arguments: list[str], said: str, say: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be meant is refused with exit code 2, and nothing is written."""
    Path("c.jsonl").write_text('{"id": "c"}', encoding="utf-8")
    Path("empty").mkdir()
    Path("full").mkdir()

    def refuse(*_: object, **kinds: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    code, out, err = say(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert Path("c.jsonl").read_text(encoding="utf-8") == '{"id": "c"}'
    assert not [*Path("full").iterdir()]


def test_refused_plugin_is_told(say: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The records of a plugin's format may be missing."""
    from bylint import asking
    from bylint.plugins import Plugin, Plugins

    refused = Plugins((Plugin(name="bad", distribution="bad-formats", version="1", refused="it is bad"),))
    monkeypatch.setattr(asking, "load_plugins", lambda **_: refused)
    code, _, err = say("a.bib")
    assert (code, err) == (3, "bylint: records may be missing: bad-formats is refused: it is bad\n")


WITHHELD = [
    {
        "id": "zoe-quill-1",
        "title": "To Zoe Quill",
        "authors": [
            {
                "first": "Zoe",
                "last": "Quill",
                "id": "zoe-quill",
                "orcid": "0000-0002-1825-0097",
                "openreview": "~Zoe_Quill1",
                "affiliations": ["Inks"],
                "variants": [{"script": "hani", "first": "子", "last": "墨"}],
            },
            {"first": "Bo", "last": "Li", "variants": [{"script": "latn", "first": "Zoe", "last": "Quill"}]},
        ],
        "editors": [{"first": "Cy", "last": "Nib"}],
    },
    {"person": "zoe-quill", "names": [{"first": "Zoe", "last": "Quill"}, {"first": "Zed", "last": "Quill"}]},
    {"venue": "acl"},
]


@pytest.mark.parametrize("arguments", [(), ("-o", "x.jsonl")], ids=["printed", "to a file"])
def test_withheld_names(arguments: tuple[str, ...], capfd: pytest.CaptureFixture[str]) -> None:
    """A name that its bearer has given up is in no line: not in a byline, nor beside it, nor in a text."""
    Path("corpus").mkdir()
    Path("corpus", "bylint.toml").write_text(f'withhold = ["{name_digest(Name("Zoe", "Quill"))}"]', encoding="utf-8")
    Path("corpus", "c.jsonl").write_text("\n".join([*map(json.dumps, WITHHELD), "{"]), encoding="utf-8")
    assert main(["convert", "corpus", *arguments]) == 3
    out, err = capfd.readouterr()
    told = Path("x.jsonl").read_text(encoding="utf-8") if arguments else out
    assert "1 name is withheld" in err
    paper, person, venue = map(json.loads, told.splitlines())
    assert paper["authors"] == [
        {"last": PLACEHOLDER, "id": PLACEHOLDER, "orcid": "0000-0002-1825-0097", "affiliations": ["Inks"]},
        {"first": "Bo", "last": "Li"},
    ]
    assert (paper["id"], paper["title"]) == (f"{PLACEHOLDER}-1", f"To {PLACEHOLDER}")
    assert paper["editors"] == [{"first": "Cy", "last": "Nib"}]
    assert person == {"person": PLACEHOLDER, "names": [{"last": PLACEHOLDER}, {"first": "Zed", "last": "Quill"}]}
    assert venue == {"venue": "acl"}


def test_records_are_written_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line is there before the next file is opened."""
    from bylint.asking import Request

    opened = []
    usual = reading.read_file
    monkeypatch.setattr(reading, "read_file", lambda job: opened.append(job.shown) or usual(job))
    lines = converting.conversion(Request(paths=(".",))).lines()
    assert not opened
    assert json.loads(next(lines)) == OF_BIB
    assert opened == ["a.bib"]
