"""Work in other processes: in one that begins as a copy of this one, and in workers that are given what they need."""

import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.connection import Connection

Result = TypeVar("Result")


def beside(work: Callable[[], Result]) -> Callable[[], Result]:
    """Begin some work in a process of its own; what is returned waits for it and gives its result.

    The copy sees everything that is here now, at no cost until either side changes it. Where a process cannot be copied
    safely (elsewhere than on Linux), or where the copy dies, the work is done when its result is asked for.
    """
    import multiprocessing  # with sockets and more, which small runs do without

    if sys.platform != "linux" or multiprocessing.current_process().daemon:  # which may have no copies of its own
        return work
    context = multiprocessing.get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(work, sending), daemon=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # a thread that draws a progress bar holds no lock of ours
        process.start()
    sending.close()

    def result() -> Result:
        try:
            found: Result = receiving.recv()
        except (EOFError, OSError, pickle.UnpicklingError):  # it died, before or while it told its result
            return work()
        finally:
            process.join()
            receiving.close()
        return found

    return result


def processes(jobs: int) -> int:
    """How many processes a number of jobs stands for; 0 is one a core."""
    return jobs or os.cpu_count() or 1


def follow_the_parent() -> None:
    """Begin a process that another one began: it ends with that one, and leaves interrupts to it.

    Whoever is killed cannot tell the others, and a process of a pool that waits for work would wait for ever.
    """
    import multiprocessing
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()

    def end() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=end, daemon=True).start()


_given: list[Any] = []
"""What this process was given when it began, if it is a worker."""


def workers(jobs: int, what: object) -> "ProcessPoolExecutor":
    """So many processes that end with this one; each is given something when it begins, and has it as `given()`."""
    from concurrent.futures import ProcessPoolExecutor  # with all of multiprocessing, which small runs do without

    return ProcessPoolExecutor(jobs, initializer=_begin, initargs=(what,))


def given() -> Any:
    """What this worker was given."""
    return _given[0]


def _begin(what: object) -> None:
    follow_the_parent()
    _given[:] = [what]


def _send(work: Callable[[], object], sending: "Connection") -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the parent's to handle
    sending.send(work())
    sending.close()
