"""The file of decisions: what is taken, what is refused and in which words, and how it is written."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bylint import UsageError
from bylint.decisions.files import parse_decisions, read_decisions, written
from bylint.decisions.forms import FORMAT, BaselineForm, DecisionsForm, LeaveForm, pages_of

SCHEMA = json.loads(
    (Path(__file__).parents[3] / "validators" / "bylint" / "schemas" / "decisions.schema.json").read_text()
)
SEEN = {"paper": "p1", "byline": "authors", "position": 1, "name": "Ada Rho", "id": None}
PERSON = {"id": "ada-rho", "new": True, "name": "Ada Rho", "orcid": "0000-0002-1825-0097", "degree": "U of Rho"}
FINDING = {"check": "mixed-page", "fingerprint": "0123456789abcdef"}
ASSIGN = {"kind": "assign", **FINDING, "page": "ada-rho/unverified", "papers": [SEEN], "person": PERSON}
SAME = {"kind": "same", **FINDING, "pages": ["a", "b"], "papers": [SEEN], "person": PERSON}
DIFFERENT = {"kind": "different", "check": None, "fingerprint": None, "pages": ["a", "b"], "papers": [SEEN]}
ONE = {"kind": "one-person", "page": "a", "papers": [SEEN], "note": "n", "reviewer": "r"}
LEAVE = {"kind": "leave", **FINDING, "papers": []}
BASELINE = {"kind": "baseline", **FINDING, "about": "p1 author 1"}


def file(*decisions: dict[str, Any]) -> bytes:
    """A file of decisions."""
    return json.dumps({"format": FORMAT, "decisions": decisions}).encode()


@pytest.mark.parametrize("decision", [ASSIGN, SAME, DIFFERENT, ONE, LEAVE, BASELINE], ids=lambda one: one["kind"])
def test_every_kind(decision: dict[str, Any]) -> None:
    """Every kind is read, is in the published schema, and is the same after it was written."""
    jsonschema.validate(json.loads(file(decision)), SCHEMA)
    forms = parse_decisions(file(decision))
    text = written(forms)
    jsonschema.validate(json.loads(text), SCHEMA)
    assert parse_decisions(text.encode()) == forms
    (kept,) = json.loads(text)["decisions"]
    assert {key: kept[key] for key in decision if key not in {"papers", "person"}} == without(
        decision, "papers", "person"
    )


def without(decision: dict[str, Any], *keys: str) -> dict[str, Any]:
    """A decision that lacks something."""
    return {key: value for key, value in decision.items() if key not in keys}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"{", "invalid JSON"),
        (b"[]", "input should be an object"),
        (b'{"format": "bylint-decisions-9", "decisions": []}', "format: input should be 'bylint-decisions-1'"),
        (file(without(ASSIGN, "person")), "decision 1: person: field required"),
        (file(LEAVE, {**ASSIGN, "papers": []}), "decision 2: papers: list should have at least 1 item"),
        (file({**ASSIGN, "papers": [{**SEEN, "position": 0}]}), "decision 1: papers.0.position: input should be"),
        (file({**ASSIGN, "papers": [{**SEEN, "position": "1"}]}), "papers.0.position: input should be a valid integer"),
        (
            file({**ASSIGN, "papers": [{**SEEN, "position": True}]}),
            "papers.0.position: input should be a valid integer",
        ),
        (file({**ASSIGN, "person": {**PERSON, "new": "no"}}), "decision 1: person.new: input should be a valid bool"),
        (file({**ASSIGN, "papers": [{**SEEN, "byline": "author"}]}), "papers.0.byline: input should be 'authors' or"),
        (file({**ASSIGN, "fingerprint": None}), "decision 1: check and fingerprint go together"),
        (file({**ASSIGN, "who": 1}), "decision 1: who: extra inputs are not permitted"),
        (file({**ASSIGN, "kind": "guess"}), "decision 1: kind: one of assign, same, different, one-person, leave"),
        (file({**DIFFERENT, "pages": ["a"]}), "decision 1: pages: list should have at least 2 items"),
        (file(without(LEAVE, "check", "fingerprint")), "decision 1: a finding or a page is needed"),
        (
            file({**ASSIGN, "person": {**PERSON, "orcid": "0000-0002-1825-0098"}}),
            "decision 1: person: the last sign of the ORCID 0000-0002-1825-0098 does not fit the others",
        ),
        (
            file({**ASSIGN, "person": {**PERSON, "orcid": "https://orcid.org/0000-0002-1825-0097"}}),
            "decision 1: person.orcid: string should match",
        ),
    ],
)
def test_refused(data: bytes, message: str) -> None:
    """What is wrong is said with its place, in a line."""
    with pytest.raises(ValueError, match=f"^.*{re.escape(message)}.*$"):
        parse_decisions(data)


def test_mark_of_the_encoding() -> None:
    """Editors of Windows put a byte order mark before UTF-8; it says nothing."""
    assert parse_decisions(b"\xef\xbb\xbf" + file(LEAVE)) == parse_decisions(file(LEAVE))


def test_no_file(tmp_path: Path) -> None:
    """A repository may have no file of decisions; what is no regular file is not read, since it may never end."""
    path = tmp_path / "decisions.json"
    assert read_decisions(path, "decisions", "restore it") == ()
    path.symlink_to("/dev/null")
    with pytest.raises(
        UsageError, match=r"decisions\.json: no decisions that bylint can read: this is no regular file"
    ):
        read_decisions(path, "decisions", "restore it")


def test_pages() -> None:
    """Every kind says its pages, however it writes them."""
    forms = parse_decisions(file(ASSIGN, SAME, ONE, {**LEAVE, "page": "a"}, {**LEAVE, "pages": ["b", "a"]}))
    assert [pages_of(form) for form in forms if not isinstance(form, BaselineForm)] == [
        ("ada-rho/unverified",),
        ("a", "b"),
        ("a",),
        ("a",),
        ("b", "a"),
    ]


_LEAVES = st.builds(
    LeaveForm,
    kind=st.just("leave"),
    check=st.sampled_from(["mixed-page", "duplicate-name"]),
    fingerprint=st.sampled_from(["0" * 16, "f" * 16]),
    note=st.text(max_size=5).filter(str.isprintable),
    page=st.sampled_from(["a", "b"]),
    papers=st.just(()),
)


@given(st.lists(_LEAVES, max_size=5), st.randoms())
def test_order_is_of_its_own(forms: list[LeaveForm], random: Any) -> None:
    """The file does not depend on who decided first: branches that add to it meet in the same text."""
    text = written(forms)
    shuffled = list(forms)
    random.shuffle(shuffled)
    assert written(shuffled) == text
    assert DecisionsForm.model_validate_json(text).decisions == parse_decisions(text.encode())
    assert len(text.splitlines()) == 2 + len(set(forms))
