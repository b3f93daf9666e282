"""The venues of the ACL Anthology: files whose names are ids."""

import subprocess
from pathlib import Path

import pytest

from bylint import Venue
from bylint.asking import Request
from bylint.loaders.venues import LOADER
from bylint.run import run


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("/r/data/yaml/venues/acl.yaml", True, id="a venue"),
        pytest.param("/r/data/yaml/people.yaml", False, id="the people database"),
        pytest.param("/r/venues/acl.yaml", False, id="another folder"),
    ],
)
def test_recognises_by_folder(path: str, expected: bool) -> None:
    """A file is a venue by where it stands."""
    assert LOADER.recognises(path, b"") is expected


def test_read() -> None:
    """The file's name is the id, whatever it holds."""
    path = "data/yaml/venues/acl.yaml"
    assert list(LOADER.read(path, b"\xff")) == [Venue("acl", path)]
    assert LOADER.locate(b"", []) == {}


def test_repository_with_venues(tmp_path: Path) -> None:
    """In a repository laid out as the Anthology, a volume of a venue without a file is found."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    for folder in ("data/xml", "data/yaml/venues"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "data/yaml/venues/acl.yaml").write_text("acronym: ACL\n", encoding="utf-8")
    meta = "<meta><booktitle>P</booktitle><year>2025</year><venue>acl</venue><venue>acll</venue></meta>"
    (tmp_path / "data/xml/2025.acl.xml").write_text(
        f'<collection id="2025.acl"><volume id="long">{meta}</volume></collection>', encoding="utf-8"
    )
    report = run(Request(paths=(str(tmp_path),), select=("unknown-venue",), jobs=1)).report
    (finding,) = report.findings
    assert "“acll”" in finding.message
    assert finding.location is not None
    assert report.span(finding.location) is not None
