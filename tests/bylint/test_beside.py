"""Work in a second process."""

import os
import subprocess
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


_KILLED = """
import os
from concurrent.futures import ProcessPoolExecutor
from bylint.beside import follow_the_parent
if __name__ == "__main__":
    pool = ProcessPoolExecutor(2, initializer=follow_the_parent)
    waiting = [pool.submit(os.getpid) for _ in range(20)]
    print(len([future.result() for future in waiting]), flush=True)
    os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process is not killed so")
def test_processes_end_with_the_one_that_began_them() -> None:
    """Where that one is killed, none of them goes on waiting; as long as one does, its output is not at its end."""
    killed = subprocess.run([sys.executable, "-c", _KILLED], capture_output=True, timeout=60, check=False)
    assert (killed.returncode, killed.stdout) == (-9, b"20\n")


def test_jobs() -> None:
    """0 jobs are one a core."""
    assert processes(3) == 3
    assert processes(0) == os.cpu_count()
