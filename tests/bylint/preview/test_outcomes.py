"""What becomes of findings."""

import pytest

from bylint import Finding, Severity
from bylint.finding import Status
from bylint.preview.outcomes import by_check, outcomes, varied
from reports import finding

SHOWN, HIDDEN, WAIVED = Status.SHOWN, Status.HIDDEN, Status.WAIVED


def one(status: Status) -> Finding:
    """A finding of a status, always with the same fingerprint."""
    return finding(status=status)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(None, SHOWN, (1, 0, 0, 0, 0), id="brought"),
        pytest.param(SHOWN, None, (0, 1, 0, 0, 0), id="settled"),
        pytest.param(SHOWN, SHOWN, (0, 0, 1, 0, 0), id="kept"),
        pytest.param(None, HIDDEN, (0, 0, 0, 1, 0), id="a less sure one is brought"),
        pytest.param(HIDDEN, None, (0, 0, 0, 0, 1), id="a less sure one is settled"),
        pytest.param(HIDDEN, HIDDEN, (0, 0, 0, 0, 0), id="a less sure one stays"),
        pytest.param(SHOWN, WAIVED, (0, 1, 0, 0, 0), id="waived now"),
        pytest.param(WAIVED, SHOWN, (1, 0, 0, 0, 0), id="not waived any more"),
        pytest.param(HIDDEN, SHOWN, (1, 0, 0, 0, 0), id="sure by now"),
        pytest.param(SHOWN, HIDDEN, (0, 1, 0, 0, 0), id="less sure by now"),
        pytest.param(WAIVED, None, (0, 0, 0, 0, 0), id="a waived one is gone"),
    ],
)
def test_one_finding(before: Status | None, after: Status | None, expected: tuple[int, ...]) -> None:
    """Brought, settled, kept, and brought and settled of what is less sure."""
    found = outcomes([one(before)] if before else [], [one(after)] if after else [])
    assert (len(found.brought), len(found.settled), *found[2:]) == expected
    assert [settled.now for settled in found.settled] == [after] * len(found.settled)


def test_by_fingerprint_and_in_order() -> None:
    """A finding is known by its fingerprint, whatever else is said of it."""
    old, new = finding("one", fingerprint="0" * 16), finding("other", fingerprint="0" * 16)
    more = [finding(fingerprint=f"{number:016x}") for number in (3, 1, 2)]
    found = outcomes([old], [new, *more])
    assert (found.brought, found.settled, found.kept) == (tuple(more), (), 1)


def test_a_few_of_every_check_come_first() -> None:
    """The many findings of one check do not hide those of another; the most severe come first all the same."""
    many = [finding(check="many", confidence=0.9 + number / 1000) for number in range(9)]
    one = finding(check="one", severity=Severity.NOTE)
    found = varied([one, *many])
    assert found[:4] == [*many[:5:-1], one]
    assert sorted(map(id, found)) == sorted(map(id, [one, *many]))
    assert by_check(found) == "many 9, one 1"
    assert by_check([]) == ""
