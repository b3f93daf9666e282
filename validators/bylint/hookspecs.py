"""The public door: three hooks, each called once a run. Hooks register; the engine runs."""

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bylint.checks import Check
    from bylint.loaders import Loader
    from bylint.reporters import Reporter

API_VERSION = 1
"""What a plugin may rely on: the names that `bylint` exports and these hooks. It grows when one of them breaks."""

hookspec = pluggy.HookspecMarker("bylint")
hookimpl = pluggy.HookimplMarker("bylint")


@hookspec
def bylint_checks() -> "Iterable[Check]":  # type: ignore[empty-body]
    """The checks of a plugin; `return checks_in(__name__)` finds one in each module of the package."""


@hookspec
def bylint_loaders() -> "Iterable[Loader]":  # type: ignore[empty-body]
    """The formats a plugin reads."""


@hookspec
def bylint_reporters() -> "Iterable[Reporter]":  # type: ignore[empty-body]
    """The formats a plugin writes."""
