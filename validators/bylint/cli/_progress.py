"""A progress bar on standard error, for what takes more than a second."""

import sys
import time
from contextlib import AbstractContextManager
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_PATIENCE = 1.0
"""Seconds before anything is shown."""


class ProgressBar(AbstractContextManager["ProgressBar"]):
    """Called with what is being done, how much of it is done and how much there is; gone when it is closed."""

    def __init__(self, choice: str) -> None:
        """`choice` is `auto`, `always` or `never`; `auto` is a terminal."""
        self._is_wanted = choice == "always" or (choice == "auto" and sys.stderr.isatty())
        self._start = time.monotonic() - (_PATIENCE if choice == "always" else 0.0)
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __call__(self, step: str, done: int, total: int) -> None:
        """Show how far a step is."""
        if not self._is_wanted or time.monotonic() - self._start < _PATIENCE:
            return
        if self._bar is None:
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

            columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn()
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bar.start()
            self._task = self._bar.add_task(step, total=total)
        if self._task is not None:
            self._bar.update(self._task, description=step, completed=done, total=total)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
