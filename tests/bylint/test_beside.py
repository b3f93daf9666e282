"""Work in a second process."""

import os
import sys

import pytest

from bylint import beside
from bylint.beside import processes


def test_the_result_comes_from_another_process() -> None:
    """On Linux the work is done in a copy of this process; elsewhere here, with the same result."""
    waiting = beside.beside(lambda: ["found", os.getpid()])
    found, process = waiting()
    assert found == "found"
    assert (process != os.getpid()) == (sys.platform == "linux")


def test_a_copy_that_dies_is_made_up_for() -> None:
    """Where the copy is killed, the work is done here."""
    parent = os.getpid()

    def work() -> int:
        if os.getpid() != parent:
            os._exit(9)
        return 7

    assert beside.beside(work)() == 7


def test_elsewhere_it_is_done_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a process cannot be copied safely, nothing begins before the result is asked for."""
    monkeypatch.setattr(beside.sys, "platform", "win32")
    done: list[int] = []
    waiting = beside.beside(lambda: done.append(1))
    assert done == []
    waiting()
    assert done == [1]


def test_jobs() -> None:
    """0 jobs are one a core."""
    assert processes(3) == 3
    assert processes(0) == os.cpu_count()
