"""Decisions that no record says: what of them is kept, and when one takes the place of another."""

import json
from pathlib import Path
from typing import Any

import pytest

from bylint import Corpus, UsageError
from bylint.applying.keeping import is_kept, keeping
from bylint.decisions.forms import BaselineForm, DecisionsForm, ReviewedForm
from bylint.edits import digest
from bylint.privacy import NOTHING_WITHHELD, name_digest, withheld
from bylint.testing import author, name, paper
from decided import seen

ORCID = "0000-0002-1825-0097"
CORPUS = Corpus([paper(author("Ada Rho", orcid=ORCID), "Bo Li", id="p2"), paper("Ada Rho", id="p1")])
ADA = [seen(item) for item in CORPUS.names[name("Ada Rho")]]
FINDING = {"check": "mixed-page", "fingerprint": "0123456789abcdef"}


def form(kind: str = "one-person", **more: Any) -> ReviewedForm:
    """A decision about the page of Ada Rho."""
    content = {"kind": kind, **FINDING, "page": "ada-rho/unverified", "papers": ADA, **more}
    (made,) = DecisionsForm.model_validate({"format": "bylint-decisions-1", "decisions": [content]}).decisions
    assert not isinstance(made, BaselineForm)
    return made


def kept(path: Path, *forms: ReviewedForm, hidden: Any = NOTHING_WITHHELD) -> tuple[int, int]:
    """Keep decisions; how many are new, and how many were known."""
    result = keeping(path, path.parent, forms, CORPUS, hidden)
    if result.patch is not None:
        data = path.read_bytes() if path.exists() else b""
        assert result.patch.digest == (digest(data) if data else b"")
        path.write_bytes(result.patch.applied(data))
    return result.new, result.known


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        pytest.param(form(), True, id="one person"),
        pytest.param(form("leave"), True, id="left"),
        pytest.param(form("assign", person={"id": "ada-rho"}), False, id="assigned"),
        pytest.param(
            form("assign", person={"id": "ada-rho"}, papers=[{**ADA[0], "id": "ada-rho"}]),
            True,
            id="assigned to whom it says already: a finding that is wrong",
        ),
        pytest.param(
            form("assign", person={"id": "ada-rho"}, papers=[{**ADA[0], "id": "ada-rho"}, ADA[1]]),
            False,
            id="a part of it assigned already",
        ),
    ],
)
def test_what_is_kept(decision: ReviewedForm, expected: bool) -> None:
    """Kept is what no record says."""
    assert is_kept(decision) == expected


def test_kept_with_what_stands_there(tmp_path: Path) -> None:
    """The ORCIDs that stand where a reviewer looked are noted, papers are in order; a second time nothing is new."""
    path = tmp_path / "decisions.json"
    assert kept(path, form()) == (1, 0)
    (row,) = json.loads(path.read_text())["decisions"]
    assert [(one["paper"], one["orcid"]) for one in row["papers"]] == [("p1", None), ("p2", ORCID)]
    assert kept(path, form()) == (0, 1)


def test_another_answer_takes_the_place(tmp_path: Path) -> None:
    """Of one finding and its pages the last answer is kept; a baseline in the same file stays."""
    path = tmp_path / "decisions.json"
    entry = {"kind": "baseline", "check": "x", "fingerprint": "0" * 16, "about": ""}
    path.write_text(json.dumps({"format": "bylint-decisions-1", "decisions": [entry]}))
    assert kept(path, form("leave")) == (1, 0)
    assert kept(path, form(note="now I know")) == (1, 0)
    assert kept(path, form(note="now I know"), form(page="bo-li/unverified")) == (1, 1)
    rows = json.loads(path.read_text())["decisions"]
    assert [(row["kind"], row.get("page")) for row in rows] == [
        ("one-person", "ada-rho/unverified"),
        ("one-person", "bo-li/unverified"),
        ("baseline", None),
    ]


def test_last_answer_counts(tmp_path: Path) -> None:
    """Of two answers to one question in one file the last one is kept, and stays; of two people both are said."""
    path = tmp_path / "decisions.json"
    assert kept(path, form("leave"), form()) == (1, 0)
    assert kept(path, form("leave"), form()) == (0, 1)
    said = [form("assign", person={"id": own}, papers=[{**ADA[0], "id": own}]) for own in ("ada-rho", "ada-rho-2")]
    assert kept(path, *said) == (2, 0)
    assert kept(path, *said) == (0, 2)


def test_withheld_names_are_not_kept(tmp_path: Path) -> None:
    """A name that no output prints is in no file that is written either, neither as a reviewer's nor in a note."""
    path = tmp_path / "decisions.json"
    hidden = withheld([name_digest(name("Ada Rho"))], [name("Ada Rho")])
    said = [
        form(note="Ada Rho it is", reviewer="Ada Rho"),
        form("assign", person={"id": "rho", "name": "Ada Rho"}, papers=[{**ADA[0], "id": "rho"}]),
    ]
    assert kept(path, *said, hidden=hidden) == (2, 0)
    assert "Rho" not in path.read_text()
    assert kept(path, *said, hidden=hidden) == (0, 2)


def test_broken_file_is_refused(tmp_path: Path) -> None:
    """A file that cannot be read is never taken for an empty one."""
    path = tmp_path / "decisions.json"
    path.write_text("{")
    with pytest.raises(UsageError, match="no decisions that bylint can read"):
        kept(path, form())
