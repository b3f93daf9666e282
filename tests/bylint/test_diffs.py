"""Diffs: what `git apply` makes of them is what was meant, byte for byte."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bylint import diffs


def diff(path: str, before: bytes, after: bytes) -> bytes:
    """The diff of one file."""
    return b"".join([*diffs.head(path), *(line for hunk in diffs.hunks(before, after) for line in hunk)])


def applied(folder: Path, path: str, before: bytes, patch: bytes) -> bytes:
    """What `git apply` makes of a file."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(before)
    command = ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-"]
    subprocess.run(command, cwd=folder, input=patch, check=True, capture_output=True)
    return file.read_bytes()


def test_diff_reads_as_git_writes_it() -> None:
    """Three lines around each change, one hunk for changes that lie close together."""
    before = "".join(f"{number}\n" for number in range(1, 30)).encode()
    after = before.replace(b"\n5\n", b"\n5!\n").replace(b"\n20\n", b"\n").replace(b"29\n", b"29")
    assert diff("a.xml", before, after).decode() == (
        "--- a/a.xml\n+++ b/a.xml\n"
        "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+5!\n 6\n 7\n 8\n"
        "@@ -17,7 +17,6 @@\n 17\n 18\n 19\n-20\n 21\n 22\n 23\n"
        "@@ -26,4 +25,4 @@\n 26\n 27\n 28\n-29\n+29\n\\ No newline at end of file\n"
    )


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("data/é.xml", "a/data/é.xml\n"),
        ("two words.xml", "a/two words.xml\t\n"),
        ('a"b\\c\n\x01.xml', '"a/a\\"b\\\\c\\n\\001.xml"\n'),
    ],
)
def test_paths(tmp_path: Path, path: str, expected: str) -> None:
    """A path is quoted as git does it, where a sign in it would mislead; git takes it back."""
    assert diffs.head(path)[0].decode() == "--- " + expected
    assert applied(tmp_path, path, b"1\n", diff(path, b"1\n", b"2\n")) == b"2\n"


_LINES = st.lists(
    st.sampled_from(["a", "b", "é王", "a\r", "\u2028", "\x0c", "", "@@ -1 +1 @@", "--- a/x", "<x/>"]), max_size=30
)
_TEXTS = st.tuples(_LINES, st.sampled_from(["", "\n"])).map(lambda parts: "\n".join(parts[0]) + parts[1])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_TEXTS, _TEXTS, st.sampled_from(["utf-8", "utf-16", "utf-16-be", "latin-1"]))
def test_git_makes_the_same_bytes(tmp_path: Path, before: str, after: str, encoding: str) -> None:
    """Whatever the line ends, the encoding and the end of the file."""
    old, new = (text.encode(encoding, errors="replace") for text in (before, after))
    if not old or not new or old == new:
        return
    assert applied(tmp_path, "a.xml", old, diff("a.xml", old, new)) == new
