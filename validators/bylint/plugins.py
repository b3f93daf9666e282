"""Plugins: found by their entry points, loaded one by one, named, and refused where they break a rule."""

import contextlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib.metadata import EntryPoint, entry_points
from typing import Any

import pluggy

from bylint import faults, hookspecs
from bylint.checks import FILE, Check
from bylint.errors import PluginError
from bylint.loaders import Loader
from bylint.loaders import shipped as shipped_loaders
from bylint.reporters import Reporter
from bylint.reporters import shipped as shipped_reporters

GROUP = "bylint"
OURS = "bylint"
"""The distribution whose checks go without a prefix."""
_PREFIX = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """One entry point, and what it brought or why it was refused."""

    name: str
    """The entry point's name: the prefix of its check ids."""
    distribution: str
    version: str
    hooks: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    loaders: tuple[Loader, ...] = ()
    reporters: tuple[Reporter, ...] = ()
    refused: str = ""
    """Why it was refused; empty for a plugin that takes part."""


@dataclass(frozen=True)
class Plugins:
    """All plugins of a run, sorted by distribution and name."""

    plugins: tuple[Plugin, ...] = field(default=())

    def __iter__(self) -> Iterator[Plugin]:
        return iter(self.plugins)

    @property
    def refused(self) -> tuple[Plugin, ...]:
        """The plugins that do not take part."""
        return tuple(plugin for plugin in self.plugins if plugin.refused)

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """Every check by id: of plugins, of loaders, and the engine's own."""
        found = {check.id: check for check in faults.CHECKS}
        for plugin in self.plugins:
            found.update((check.id, check) for check in plugin.checks)
        for loader in self.loaders:
            for check in loader.checks:
                found.setdefault(check.id, check)
        return tuple(found[check_id] for check_id in sorted(found))

    @cached_property
    def loaders(self) -> tuple[Loader, ...]:
        """Every loader; a plugin's come first, so that they may take over a format."""
        return (*(loader for plugin in self.plugins for loader in plugin.loaders), *shipped_loaders())

    @cached_property
    def reporters(self) -> dict[str, Reporter]:
        """Every reporter by name."""
        found = {reporter.name: reporter for reporter in shipped_reporters()}
        found.update((reporter.name, reporter) for plugin in self.plugins for reporter in plugin.reporters)
        return found


def load_plugins(
    *, allow: Sequence[str] | None = None, deny: Sequence[str] = (), found: Iterable[EntryPoint] | None = None
) -> Plugins:
    """Load the plugins that are installed.

    `allow` and `deny` hold names of entry points or distributions; what they leave out is not imported. The
    distribution bylint is always allowed. `found` stands in for what is installed.
    """
    points = list(entry_points(group=GROUP) if found is None else found)
    points.sort(key=lambda point: (_distribution(point) != OURS, _distribution(point), point.name))
    manager = pluggy.PluginManager("bylint")
    manager.add_hookspecs(hookspecs)
    loaded: list[Plugin] = []
    for point in dict.fromkeys(points):
        names = {point.name, _distribution(point)}
        if names & set(deny) or (allow is not None and not names & {*allow, OURS}):
            continue
        plugin = Plugin(
            name=point.name, distribution=_distribution(point), version=point.dist.version if point.dist else ""
        )
        try:
            plugin = _admitted(manager, point, plugin, loaded)
        except PluginError as error:
            plugin = replace(plugin, refused=str(error))
        loaded.append(plugin)
    return Plugins(tuple(loaded))


def _distribution(point: EntryPoint) -> str:
    return point.dist.name if point.dist else "unknown"


def _admitted(manager: pluggy.PluginManager, point: EntryPoint, plugin: Plugin, others: list[Plugin]) -> Plugin:
    """The plugin with what its hooks return. Raises PluginError."""
    if plugin.distribution != OURS and not _PREFIX.fullmatch(point.name):
        raise PluginError(f"the entry point's name {point.name!r} is no prefix; use lower case letters, digits and '-'")
    try:
        module = point.load()
    except PluginError:
        raise
    except (Exception, SystemExit) as error:
        raise PluginError(f"{_innermost(error)}importing {point.value} failed: {_said(error)}") from error
    key = f"{plugin.distribution} {point.name}"
    try:
        manager.register(module, key)
        hooks = sorted(caller.name for caller in manager.get_hookcallers(module) or ())
        manager.check_pending()
    except (pluggy.PluginValidationError, ValueError) as error:
        with contextlib.suppress(ValueError, AssertionError):
            manager.unregister(name=key)
        raise PluginError(f"{_file(module)}{_said(error)}") from error
    if not hooks:
        raise PluginError(f"{_file(module)}it implements no hook; write @bylint.hookimpl above bylint_checks")
    prefix = "" if plugin.distribution == OURS else f"{point.name}/"
    checks = tuple(
        replace(check, id=prefix + check.id, distribution=plugin.distribution)
        for check in _returned(manager, module, "bylint_checks", Check)
    )
    loaders = tuple(
        _owned(loader, prefix, plugin.distribution) for loader in _returned(manager, module, "bylint_loaders", Loader)
    )
    reporters = tuple(_returned(manager, module, "bylint_reporters", Reporter))
    admitted = replace(plugin, hooks=tuple(hooks), checks=checks, loaders=loaders, reporters=reporters)
    _refuse_repeats(admitted, others)
    return replace(admitted, checks=tuple(sorted(checks, key=lambda check: check.id)))


def _owned(loader: Loader, prefix: str, distribution: str) -> Loader:
    """A plugin's loader, its own checks marked as its own; the ones it shares with ours keep their ids."""
    shared = {check.id for shipped in shipped_loaders() for check in shipped.checks}
    checks = tuple(
        check if check.id in shared else replace(check, distribution=distribution) for check in loader.checks
    )
    for check in checks:
        if check.subject != FILE:
            raise PluginError(f"{check.source}: loader {loader.name} may only declare checks, {check.id} is a function")
        if prefix and check.id not in shared and not check.id.startswith(prefix):
            raise PluginError(f"loader {loader.name} declares {check.id!r}; its ids begin with {prefix!r}")
    return replace(loader, checks=checks)


def _returned(manager: pluggy.PluginManager, module: object, hook: str, kind: type[Any]) -> list[Any]:
    """What one plugin returns from one hook, each item of the right kind."""
    others = [plugin for plugin in manager.get_plugins() if plugin is not module]
    caller: Callable[[], list[Any]] = manager.subset_hook_caller(hook, others)
    try:
        items = [item for result in caller() for item in result]
    except PluginError:
        raise
    except (Exception, SystemExit) as error:
        raise PluginError(f"{_innermost(error)}{hook} failed: {_said(error)}") from error
    for item in items:
        if not isinstance(item, kind):
            raise PluginError(f"{_file(module)}{hook} returned {item!r:.80}, which is no {kind.__name__}")
    return items


def _refuse_repeats(plugin: Plugin, others: Iterable[Plugin]) -> None:
    """Raise where a check or a reporter has a name that is taken."""
    owners = {check.id: (check.source, "bylint") for check in faults.CHECKS}
    owners.update(
        (check.id, (check.source, other.distribution))
        for other in others
        if not other.refused
        for check in other.checks
    )
    for check in plugin.checks:
        if check.id in owners:
            source, distribution = owners[check.id]
            raise PluginError(
                f"{check.source}: check {check.id} of {plugin.distribution} is already defined by {distribution}"
                + (f" ({source})" if source else "")
            )
        owners[check.id] = (check.source, plugin.distribution)
    taken = {reporter.name for reporter in shipped_reporters()}
    taken.update(reporter.name for other in others for reporter in other.reporters)
    for reporter in plugin.reporters:
        if reporter.name in taken:
            raise PluginError(f"the format {reporter.name!r} is already written by another plugin")


def _said(error: BaseException) -> str:
    """An exception in one line."""
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _innermost(error: BaseException) -> str:
    """`file:line: ` of where an exception was raised."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}: " if trace is not None else ""


def _file(module: object) -> str:
    file = getattr(module, "__file__", None)
    return f"{file}:1: " if file else ""
