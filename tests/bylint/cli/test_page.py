"""`bylint page`: who is behind a name."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from bylint.cli import main
from bylint.model import Name
from bylint.privacy import PLACEHOLDER, name_digest


def line(paper_id: str, *authors: str, **fields: object) -> str:
    """A record of a paper."""
    named = [{"first": first, "last": last} for first, _, last in (name.rpartition(" ") for name in authors)]
    return json.dumps({"id": paper_id, "title": f"Title of {paper_id}", "year": 2020, "authors": named, **fields})


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small repository to stand in, and nothing in the environment that changes what is printed."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "FORCE_COLOR", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    Path("bylint.toml").touch()
    records = [line("a-1", "Wei Liu", "Bo Li"), line("a-2", "Wei Liu", "Bo Li"), line("b-1", "Wéi Liu", "Cy Ma")]
    Path("papers.jsonl").write_text("\n".join(records) + "\n", encoding="utf-8")


def call(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of `bylint page`."""
    code = main(["page", *arguments])
    out, err = capfdbinary.readouterr()
    return code, out.decode(), err.decode()


def test_text(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A name is answered with its dossier, from the repository around."""
    code, out, err = call(capfdbinary, "Wei Liu")
    assert (code, err) == (0, "")
    assert out.startswith("Wei Liu\n3 papers 2020, on wei-liu/unverified\n")
    assert "co-authors Bo Li 2, Cy Ma 1\n" in out


def test_json(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """For programs, in the order of the queries, with the places."""
    code, out, _ = call(capfdbinary, "Bo Li", "liu, wei", "--format", "json")
    assert code == 0
    answer = json.loads(out)
    assert answer["format"] == "bylint-pages-1"
    assert [(page["query"], len(page["papers"])) for page in answer["pages"]] == [("Bo Li", 2), ("liu, wei", 3)]
    assert answer["pages"][0]["papers"][0]["location"]["line"] == 1


def test_markdown(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """For an issue."""
    assert call(capfdbinary, "Bo Li", "--format", "markdown")[1].startswith("### `Bo Li`: ")


def test_several_outputs(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Each --format goes where the --output after it says."""
    code, out, _ = call(capfdbinary, "Bo Li", "--format", "json", "--output", "a.json", "--format", "text")
    assert (code, out.split("\n")[0]) == (0, "Bo Li")
    assert json.loads(Path("a.json").read_text(encoding="utf-8"))["pages"][0]["names"] == ["Bo Li"]


def test_queries_of_a_file(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Queries on the command line come first, then those of the file; blank lines are skipped."""
    Path("names.txt").write_text("Cy Ma\n\nWéi Liu\n", encoding="utf-8")
    code, out, _ = call(capfdbinary, "Bo Li", "--queries", "names.txt", "--format", "json")
    assert code == 0
    assert [page["query"] for page in json.loads(out)["pages"]] == ["Bo Li", "Cy Ma", "Wéi Liu"]


def test_queries_of_standard_input(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` is standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Cy Ma\n")))
    assert call(capfdbinary, "--queries", "-")[1].startswith("Cy Ma\n")


def test_one_unknown_query_loses_nothing(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """All others are answered; the unknown ones are said on standard error, a line each, and the exit code is 2."""
    code, out, err = call(capfdbinary, "Wie Liu", "Bo Li", "Zork Blarg", "--format", "json")
    assert code == 2
    assert [page["query"] for page in json.loads(out)["pages"]] == ["Bo Li"]
    assert err == (
        "bylint: 'Wie Liu': nobody has this name or id; did you mean Wei Liu?\n"
        "bylint: 'Zork Blarg': nobody has this name or id\n"
    )


def test_ambiguous_query_is_answered_with_the_candidates(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """An ORCID of two pages leads to neither."""
    author = {"last": "Ada", "orcid": "0000-0002-1825-0097"}
    records = [{"id": last, "title": "T", "authors": [author | {"last": last}]} for last in ("Ada", "Bea")]
    Path("more.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    code, out, err = call(capfdbinary, "0000-0002-1825-0097")
    assert (code, out) == (2, "")
    assert err.endswith("this ORCID stands on several pages: ada/unverified, bea/unverified\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param([], "no query is given", id="nothing"),
        pytest.param(["--queries", "none"], "'none' cannot be read", id="a file that is not there"),
        pytest.param(["--queries", "latin"], "'latin' is not UTF-8", id="a file in another encoding"),
        pytest.param(["Bo Li", "--format", "sarif"], "there is no format 'sarif'", id="a format of findings"),
        pytest.param(["Bo Li", "--format", "jsn"], "did you mean 'json'?", id="a misspelt format"),
        pytest.param(["Bo Li", "--output", "papers.jsonl"], "is a file of the corpus", id="an output over the corpus"),
        pytest.param(["Bo Li", "--output", "none/x"], "there is no folder", id="an output without a folder"),
        pytest.param(["Bo Li", "--corpus", "none"], "there is no file or folder 'none'", id="no such corpus"),
        pytest.param(["Bo Li", "--config", "none"], "there is no settings file", id="no such settings"),
        pytest.param(["Bo Lee"], "nobody has this name or id; did you mean Bo Li", id="only an unknown name"),
    ],
)
def test_wrong_use(capfdbinary: pytest.CaptureFixture[bytes], arguments: list[str], message: str) -> None:
    """Wrong use is one or two lines on standard error, nothing on standard output, and exit code 2."""
    Path("latin").write_bytes("Müller".encode("latin-1"))
    code, out, err = call(capfdbinary, *arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert len(err.splitlines()) <= 2


def test_corpus_elsewhere(
    capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--corpus says where the repository is."""
    monkeypatch.chdir("/")
    assert call(capfdbinary, "Bo Li", "--corpus", str(tmp_path))[0] == 0


def test_unread_file_is_said(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Where a file cannot be read papers may be missing: the answer comes with a word, and exit code 3."""
    Path("broken.jsonl").write_bytes(b'{"id": "\xff"}\n')
    code, out, err = call(capfdbinary, "Bo Li")
    assert code == 3
    assert out.startswith("Bo Li\n")
    assert err.startswith("bylint: papers may be missing: ")


def test_quiet(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """--quiet prints nothing; files are written all the same."""
    assert call(capfdbinary, "Bo Li", "--quiet") == (0, "", "")
    assert call(capfdbinary, "Bo Li", "--quiet", "--output", "a.txt")[1] == ""
    assert Path("a.txt").read_text(encoding="utf-8").startswith("Bo Li\n")


def test_ids_ignored(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """--ids ignore leaves ids out of what the records say; the authorships stay those of the name."""
    author = {"first": "Wei", "last": "Liu", "id": "wei-liu-hk"}
    Path("more.jsonl").write_text(json.dumps({"id": "c-1", "title": "T", "authors": [author]}), encoding="utf-8")
    found = {}
    for ids in ("use", "ignore"):
        (page,) = json.loads(call(capfdbinary, "Wei Liu", "--ids", ids, "--format", "json")[1])["pages"]
        found[ids] = {row["id"]: row["resolved_by"] for row in page["papers"]}
    assert found["use"] == {"a-1": "slug", "a-2": "slug", "b-1": "slug", "c-1": "id"}
    assert found["ignore"] == dict.fromkeys(found["use"], "slug")


def test_colour_on_request(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A pipe gets no colour unless it is asked for."""
    assert "\x1b[" not in call(capfdbinary, "Bo Li")[1]
    assert "\x1b[" in call(capfdbinary, "Bo Li", "--color", "always")[1]


def test_same_bytes_twice(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The same corpus gives the same bytes, for any number of workers."""
    for form in ("text", "json", "markdown"):
        told = {call(capfdbinary, "Wei Liu", "Bo Li", "--format", form, "--jobs", jobs)[1] for jobs in ("1", "2", "1")}
        assert len(told) == 1


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_withheld_names(capfdbinary: pytest.CaptureFixture[bytes], form: str) -> None:
    """A withheld name is printed by no format, neither as an answer nor as a candidate."""
    Path("bylint.toml").write_text(f'withhold = ["{name_digest(Name("Cy", "Ma"))}"]\n', encoding="utf-8")
    code, out, err = call(capfdbinary, "Wei Liu", "Cy Ma", "ma, CY", "Cy Maa", "--format", form)
    assert code == 2
    assert PLACEHOLDER in out
    assert PLACEHOLDER in err
    assert "cy ma" not in out.lower()
    assert "cy ma?" not in err.lower()
