"""The next few of some items, made in a thread while those before are used."""

import queue
import threading
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
_PATIENCE = 0.1
"""Seconds after which the thread looks whether anybody still wants what it has."""


def ahead(items: Iterable[Item], number: int) -> Iterator[Item]:
    """The items, up to so many of them made before they are asked for; what fails, fails in its turn."""
    made: queue.Queue[tuple[Item] | BaseException | None] = queue.Queue(number)
    is_over = threading.Event()

    def put(what: tuple[Item] | BaseException | None) -> None:
        while not is_over.is_set():
            try:
                made.put(what, timeout=_PATIENCE)
            except queue.Full:
                continue
            return

    def make() -> None:
        try:
            for item in items:
                put((item,))
                if is_over.is_set():
                    return
            put(None)
        except BaseException as error:  # noqa: BLE001 - it is raised on the other side
            put(error)

    thread = threading.Thread(target=make, daemon=True)
    thread.start()
    try:
        while (what := made.get()) is not None:
            if isinstance(what, BaseException):
                raise what
            yield what[0]
    finally:
        is_over.set()
        thread.join()
