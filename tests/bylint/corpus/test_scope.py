"""Which files make the corpus of a run, and which of its records are reported."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from bylint.corpus.scope import corpus_files, find_scope, settings_range
from bylint.errors import UsageError
from bylint.loaders import shipped

LOADERS = tuple(shipped())


def make(root: Path, *names: str) -> None:
    """Files with a record each, settings that are settings, and folders where a name ends in `/`."""
    for name in names:
        path = root / name
        if name.endswith("/"):
            path.mkdir(parents=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        text = {".xml": "<collection id='x'/>", ".toml": "[tool.bylint]\n", ".jsonl": '{"id": "a"}\n'}
        path.write_text(text.get(path.suffix, "{}"))


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of the test is where commands are given."""
    monkeypatch.chdir(tmp_path)


REPOSITORY = (".git/", "data/xml/a.xml", "data/xml/b.xml", "docs/x.jsonl")


@pytest.mark.parametrize(
    ("files", "here", "paths", "corpus", "expected"),
    [
        pytest.param(REPOSITORY, ".", (), None, (".", ["."]), id="no PATH, in the repository"),
        pytest.param(REPOSITORY, "data/xml", (), None, (".", ["."]), id="no PATH, deep in the repository"),
        pytest.param(REPOSITORY, ".", ("data/xml/a.xml",), None, (".", ["."]), id="a file"),
        pytest.param(REPOSITORY, "data", ("xml",), None, (".", ["."]), id="a folder, from elsewhere"),
        pytest.param(REPOSITORY, ".", ("data/xml/a.xml", "docs"), None, (".", ["."]), id="two PATHs of one corpus"),
        pytest.param(REPOSITORY, ".", ("data/xml/a.xml",), "docs/..", (".", ["."]), id="--corpus"),
        pytest.param(REPOSITORY, ".", ("data/xml/a.xml",), "data", (".", ["data"]), id="--corpus below the work tree"),
        pytest.param(REPOSITORY, ".", (), "data/xml/a.xml", (".", ["data/xml/a.xml"]), id="--corpus is a file"),
        pytest.param(("a.jsonl", "b.jsonl"), ".", ("a.jsonl",), None, (".", ["a.jsonl"]), id="a file outside of git"),
        pytest.param(("a/x.jsonl", "b/x.jsonl"), ".", ("a", "b"), None, (".", ["a", "b"]), id="folders outside of git"),
        pytest.param(
            ("a/x.jsonl", "bylint.toml"), ".", ("a",), None, ("a", ["a"]), id="settings above, outside of git"
        ),
        pytest.param(
            ("data/xml/a.xml",),
            ".",
            ("data/xml",),
            None,
            ("data/xml", ["data/xml"]),
            id="a layout above, outside of git",
        ),
        pytest.param(("data/xml/a.xml",), ".", (), None, (".", ["."]), id="no PATH, outside of git"),
        pytest.param(
            (".git/", "x/a.jsonl"), ".", ("x/a.jsonl",), None, (".", ["x/a.jsonl"]), id="no layout and no settings"
        ),
        pytest.param((".git/", "x/y/a.jsonl"), "x", (), None, (".", ["."]), id="no PATH, layout or settings"),
        pytest.param((".git/", "x/bylint.toml", "x/y/a.jsonl"), ".", ("x/y",), None, (".", ["x"]), id="bylint.toml"),
        pytest.param(
            (".git/", "x/pyproject.toml", "x/y/a.jsonl"), ".", ("x/y",), None, (".", ["x"]), id="pyproject.toml"
        ),
        pytest.param(
            (*REPOSITORY, "data/xml/sub/data/xml/c.xml"),
            ".",
            ("data/xml/sub/data", "docs"),
            None,
            (".", ["."]),
            id="a corpus inside another one",
        ),
        pytest.param(
            ("r/.git/", "r/data/xml/a.xml", "s/.git/", "s/data/xml/a.xml"),
            ".",
            ("r", "s/data"),
            None,
            (".", ["r", "s"]),
            id="two repositories",
        ),
        pytest.param(
            ("bylint.toml", "r/.git/", "r/a.jsonl"),
            ".",
            ("r/a.jsonl",),
            None,
            ("r", ["r/a.jsonl"]),
            id="settings above the work tree",
        ),
    ],
)
def test_corpus_of_paths(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    files: Sequence[str],
    here: str,
    paths: Sequence[str],
    corpus: str | None,
    expected: tuple[str, list[str]],
) -> None:
    """--corpus; else the nearest folder within the work tree that holds settings or a layout; else the PATH."""
    make(tmp_path, *files)
    monkeypatch.chdir(here)
    scope = find_scope(paths, corpus, LOADERS)
    shown = [path.relative_to(tmp_path).as_posix() for path in (scope.root, *scope.corpora)]
    assert (shown[0], shown[1:]) == expected


def test_toml_of_others_is_no_settings(tmp_path: Path) -> None:
    """A pyproject.toml makes a corpus only where it holds a table of bylint."""
    make(tmp_path, ".git/", "x/y/a.jsonl")
    (tmp_path / "x/pyproject.toml").write_text("[tool.other]\n")
    assert find_scope(["x/y"], None, LOADERS).corpora == (tmp_path / "x/y",)


def test_toml_that_may_not_be_read_is_no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pyproject.toml that cannot be opened does not end the search."""
    make(tmp_path, ".git/", "x/pyproject.toml", "x/a.jsonl")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert find_scope(["x/a.jsonl"], None, LOADERS).corpora == (tmp_path / "x/a.jsonl",)


@pytest.mark.parametrize(
    ("paths", "corpus", "message"),
    [
        (("none",), None, "there is no file or folder 'none'"),
        (("a\0b",), None, "there is no file or folder"),
        (("loop",), None, "there is no file or folder 'loop'"),
        ((), "none", "there is no file or folder 'none'"),
        (("data/xml/a.xml",), "docs", "lies outside of the corpus"),
    ],
)
def test_paths_that_cannot_be(tmp_path: Path, paths: Sequence[str], corpus: str | None, message: str) -> None:
    """A PATH that does not exist, or that the corpus does not hold, is wrong use."""
    make(tmp_path, *REPOSITORY)
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(UsageError, match=message):
        find_scope(paths, corpus, LOADERS)


def test_path_limits_what_is_reported(tmp_path: Path) -> None:
    """What a PATH is or holds is reported; without PATH everything is."""
    make(tmp_path, *REPOSITORY)
    scope = find_scope(["data/xml/a.xml", "docs"], None, LOADERS)
    assert scope.reports("data/xml/a.xml")
    assert scope.reports("docs/x.jsonl")
    assert not scope.reports("data/xml/b.xml")
    assert not scope.reports("docsx")
    assert find_scope([], None, LOADERS).reports("anything")


def test_paths_are_shown_from_the_root(tmp_path: Path) -> None:
    """A file is shown as it is called in the work tree, with `/`; one outside by its full path."""
    make(tmp_path, *REPOSITORY)
    scope = find_scope(["data"], None, LOADERS)
    assert scope.shown(tmp_path / "data" / "xml" / "a.xml") == "data/xml/a.xml"
    assert scope.shown(Path("/elsewhere/x")) == "/elsewhere/x"


@pytest.mark.parametrize(
    ("files", "path", "folder", "stop"),
    [
        ((".git/", "x/a.jsonl"), "x/a.jsonl", "x", "."),
        (("x/a.jsonl",), "x/a.jsonl", "x", "x"),
        (("x/a.jsonl",), "x", "x", "x"),
    ],
)
def test_settings_stand_within_the_work_tree(
    tmp_path: Path, files: Sequence[str], path: str, folder: str, stop: str
) -> None:
    """Settings are looked for from the PATH's folder up to the work tree's root, or nowhere above."""
    make(tmp_path, *files)
    assert settings_range(path) == ((tmp_path / folder).resolve(), (tmp_path / stop).resolve())


def found(paths: Sequence[str] = (), exclude: Sequence[str] = ()) -> list[tuple[str, str]]:
    """The files of a corpus, each with its loader."""
    scope = find_scope(paths, None, LOADERS)
    return [(scope.shown(path), loader.name) for path, loader in corpus_files(scope, LOADERS, exclude)]


def test_laid_out_corpus_is_what_the_layouts_match(tmp_path: Path) -> None:
    """Where `data/xml` is, only what the layouts match is read, and all of it, whatever it is."""
    make(
        tmp_path,
        *REPOSITORY,
        "data/xml/deep/c.xml",
        "data/xml/README.md",
        "data/yaml/people.yaml",
        "data/json/people.json",
    )
    (tmp_path / "data/xml/b.xml").write_text("no xml")
    (tmp_path / "data/xml/folder.xml").mkdir()
    assert found() == [
        ("data/json/people.json", "anthology-people"),
        ("data/xml/a.xml", "anthology"),
        ("data/xml/b.xml", "anthology"),
        ("data/xml/folder.xml", "anthology"),
    ]


def test_other_corpus_is_what_loaders_recognise(tmp_path: Path) -> None:
    """Elsewhere every file is read that a loader recognises; hidden ones, and other formats, are left alone."""
    make(
        tmp_path,
        ".git/",
        ".hidden/a.jsonl",
        ".a.jsonl",
        "b/a.jsonl",
        "b.xml",
        "people.json",
        "people.yaml",
        "other.json",
    )
    (tmp_path / "other.xml").write_text("<html/>")
    (tmp_path / "empty.xml").touch()
    assert found() == [
        ("b.xml", "anthology"),
        ("b/a.jsonl", "jsonlines"),
        ("empty.xml", "anthology"),
        ("people.json", "anthology-people"),
    ]


def test_what_is_no_file_is_found_to_be_reported(tmp_path: Path) -> None:
    """A pipe, a broken link or a link to the outside is not opened, and not passed over in silence."""
    outside = tmp_path / "outside"
    make(tmp_path, "in/.git/", "in/a.jsonl")
    outside.write_text("<other/>")
    os.mkfifo(tmp_path / "in/pipe.xml")
    (tmp_path / "in/link.xml").symlink_to(outside)
    (tmp_path / "in/loop.xml").symlink_to("loop.xml")
    names = [name for name, _ in found(["in"])]
    assert names == ["a.jsonl", "link.xml", "loop.xml", "pipe.xml"]


def test_files_can_be_excluded(tmp_path: Path) -> None:
    """What the settings exclude is not read."""
    make(tmp_path, "a.jsonl", "b/a.jsonl", "c/people.json", "c/people.yaml")
    assert found(["."], ["b/*", "*.json"]) == [("a.jsonl", "jsonlines"), ("c/people.yaml", "anthology-people")]


def test_order_is_by_shown_path(tmp_path: Path) -> None:
    """Files come sorted, in whatever order a folder lists them."""
    make(tmp_path, *(f"{name}.jsonl" for name in "zaMb1"))
    assert [name for name, _ in found(["."])] == ["1.jsonl", "M.jsonl", "a.jsonl", "b.jsonl", "z.jsonl"]


@pytest.mark.parametrize(
    ("files", "corpus", "holds"),
    [
        pytest.param(("data/xml/a.xml", "data/json/people.json"), ".", True, id="laid out"),
        pytest.param(("data/xml/a.xml", "data/yaml/name_variants.yaml"), ".", True, id="with an older database"),
        pytest.param(("data/xml/a.xml", "data/json/people.json"), "data/xml", False, id="a part of what is laid out"),
        pytest.param(("a.xml",), ".", False, id="a file alone"),
        pytest.param(("papers.jsonl",), ".", True, id="a format without a layout"),
    ],
)
def test_corpus_holds_what_its_loaders_lay_out(tmp_path: Path, files: Sequence[str], corpus: str, holds: bool) -> None:
    """A part of a repository may lack the people database, and what is read says so."""
    make(tmp_path, ".git/", *files)
    scope = find_scope((), corpus, LOADERS)
    assert scope.holds_layouts(loader for _, loader in corpus_files(scope, LOADERS, ())) is holds
