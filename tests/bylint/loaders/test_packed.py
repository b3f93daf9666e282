"""Packed files: read as what they hold, and never written."""

import gzip
import zlib

import pytest

from bylint import Finding, Location, Paper
from bylint.loaders import jsonlines
from bylint.loaders.packed import packed

LOADER = packed(jsonlines.LOADER)
LINES = b'{"id": "x-1", "title": "T", "authors": [{"first": "Yang", "last": "Liu"}]}\n'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(gzip.compress(LINES), None, id="one member"),
        pytest.param(gzip.compress(LINES[:20]) + gzip.compress(LINES[20:]), None, id="two members in a row"),
        pytest.param(LINES, None, id="not packed, whatever it is called"),
        pytest.param(gzip.compress(LINES)[:-9], "the file cannot be unpacked: Compressed file ended", id="cut"),
        pytest.param(b"\x1f\x8b\x08\x00nonsense", "the file cannot be unpacked: ", id="broken"),
        pytest.param(gzip.compress(b"[" * 100), "[]", id="nothing of the format"),
    ],
)
def test_read(data: bytes, told: str | None) -> None:
    """A file that cannot be unpacked is a finding."""
    (record,) = LOADER.read("x.jsonl.gz", data)
    assert isinstance(record, Paper if told is None else Finding)
    if isinstance(record, Finding):
        assert record.message.startswith(told) or record.check == "broken-record"


def test_recognises_by_what_is_inside() -> None:
    """The first bytes are enough, and something else is left alone."""
    data = gzip.compress(LINES * 1000)
    assert LOADER.recognises("x.jsonl.gz", data[:50])
    assert not LOADER.recognises("x.jsonl.gz", b"\x1f\x8b\x00\x00 broken")
    assert LOADER.endings == (".jsonl.gz", ".ndjson.gz")


def test_places_are_in_what_is_unpacked() -> None:
    """Lines and columns are those that a reader sees who unpacks the file."""
    place = Location("x.jsonl.gz", "x-1", "author", 1, "last")
    span = LOADER.locate(gzip.compress(LINES), [place])[place]
    assert LINES[span.start : span.end] == b'"Liu"'
    assert LOADER.locate(b"\x1f\x8b\x08", [place]) == {}
    assert (LOADER.edit, LOADER.enter) == (None, None)


def test_a_small_file_that_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is larger than any file may be is not unpacked to its end."""
    monkeypatch.setattr("bylint.files.LARGEST_FILE", 1000)
    data = zlib.compress(b"0" * 5000, wbits=31)
    (finding,) = LOADER.read("x.jsonl.gz", data)
    assert isinstance(finding, Finding)
    assert finding.message.endswith("unpacked")
