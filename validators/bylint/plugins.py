"""Plugins: found by their entry points, loaded one by one, named, and refused where they break a rule."""

import contextlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, Any, NamedTuple

import pluggy

from bylint import faults, hookspecs
from bylint.checks import FILE, Check
from bylint.errors import PluginError, UsageError, did_you_mean
from bylint.loaders import Loader
from bylint.loaders import shipped as shipped_loaders
from bylint.loaders.packed import packed
from bylint.reporters import Reporter
from bylint.reporters import shipped as shipped_reporters

if TYPE_CHECKING:
    from typing import Self

GROUP = "bylint"
OURS = "bylint"
"""The distribution whose checks go without a prefix."""
_MACHINERY = frozenset({"bylint", "importlib", "pluggy", "pkgutil"})
"""Packages that stand between a plugin and its guard; a fault that passes through them is not theirs."""
PREFIX = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*")
"""What the name of a stranger's entry point looks like."""


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
    loader: str = ""
    """The only loader that reads, whatever a file looks like; empty for all of them."""
    named: tuple[str, ...] = ()
    """Names of files that this loader reads, whatever they end in."""

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
        for loader in self._installed:
            for check in loader.checks:
                found.setdefault(check.id, check)
        return tuple(found[check_id] for check_id in sorted(found))

    @cached_property
    def loaders(self) -> tuple[Loader, ...]:
        """Every loader that may read a file; a plugin's come first, so that they may take over a format.

        Behind them stand the same for packed files; what is laid out in a repository is not packed.
        """
        found = [loader for loader in self._installed if self.loader in {"", loader.name}]
        if self.loader:
            found = [
                replace(loader, endings=(*loader.endings, *self.named), recognises=_anything, layout=())
                for loader in found
            ]
        return (*(packed(loader) for loader in found if not loader.layout), *found)

    @cached_property
    def _installed(self) -> tuple[Loader, ...]:
        return (*(loader for plugin in self.plugins for loader in plugin.loaders), *shipped_loaders())

    def only(self, loader: str, named: Iterable[str] = ()) -> "Plugins":
        """The same, with one loader that reads all files of its endings and those that are named.

        Raises UsageError where there is no such loader.
        """
        known = sorted({loader.name for loader in self._installed})
        if loader not in known:
            message = f"there is no loader {loader!r}{did_you_mean(loader, known)}"
            raise UsageError(message, f"the loaders are {', '.join(known)}")
        return replace(self, loader=loader, named=tuple(named))

    @cached_property
    def reporters(self) -> dict[str, Reporter]:
        """Every reporter by name."""
        found = {reporter.name: reporter for reporter in shipped_reporters()}
        found.update((reporter.name, reporter) for plugin in self.plugins for reporter in plugin.reporters)
        return found


def _anything(path: str, head: bytes) -> bool:  # noqa: ARG001 - what every loader is asked
    return True


def load_plugins(
    *, allow: Sequence[str] | None = None, deny: Sequence[str] = (), found: Iterable[EntryPoint] | None = None
) -> Plugins:
    """Load the plugins that are installed.

    `allow` and `deny` hold names of entry points or distributions; what they leave out is not imported. The
    distribution bylint is always allowed. `found` stands in for what is installed.
    """
    points = [*map(_Point.of, dict.fromkeys(entry_points(group=GROUP) if found is None else found))]
    points.sort(key=lambda point: (point.distribution != OURS, point.distribution, point.entry.name))
    allowed, denied = set(map(_normal, allow or ())), set(map(_normal, deny))
    manager = pluggy.PluginManager("bylint")
    manager.add_hookspecs(hookspecs)
    loaded: list[Plugin] = []
    for entry, distribution, version in points:
        names = {_normal(entry.name), _normal(distribution)}
        is_allowed = allow is None or distribution == OURS or names & allowed
        if names & denied or not is_allowed:
            continue
        plugin = Plugin(name=entry.name, distribution=distribution, version=version)
        try:
            plugin = _admitted(manager, entry, plugin, loaded)
        except PluginError as error:
            plugin = replace(plugin, refused=str(error))
        loaded.append(plugin)
    return Plugins(tuple(loaded))


class _Point(NamedTuple):
    """An entry point, and what its distribution says of itself."""

    entry: EntryPoint
    distribution: str
    version: str

    @classmethod
    def of(cls, entry: EntryPoint) -> "Self":
        """Asked once: each question to a distribution reads its metadata again."""
        said = entry.dist.metadata if entry.dist else {"Name": "unknown", "Version": ""}
        return cls(entry, said["Name"], said["Version"])


def _normal(name: str) -> str:
    """A name as package indexes compare it, so that `Acme_Checks` denies `acme-checks`."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _admitted(manager: pluggy.PluginManager, point: EntryPoint, plugin: Plugin, others: Sequence[Plugin]) -> Plugin:
    """The plugin with what its hooks return. Raises PluginError."""
    if plugin.distribution != OURS and (point.name == OURS or not PREFIX.fullmatch(point.name)):
        message = (
            f"the entry point's name {point.name!r} is no prefix for check ids; use lower case letters and digits "
            "with '-' or '_' between them, and a word of your own"
        )
        raise PluginError(message)
    module = _imported(point)
    hooks = _registered(manager, module, f"{plugin.distribution} {point.name}")
    prefix = "" if plugin.distribution == OURS else f"{point.name}/"
    admitted = replace(
        plugin,
        hooks=hooks,
        checks=tuple(
            _prefixed(check, prefix, plugin.distribution)
            for check in _returned(manager, module, hooks, "bylint_checks", Check)
        ),
        loaders=tuple(
            _owned(loader, prefix, plugin.distribution)
            for loader in _returned(manager, module, hooks, "bylint_loaders", Loader)
        ),
        reporters=tuple(_returned(manager, module, hooks, "bylint_reporters", Reporter)),
    )
    _refuse_repeated_checks(admitted, others)
    _refuse_repeated_formats(admitted, others)
    return replace(admitted, checks=tuple(sorted(admitted.checks, key=lambda check: check.id)))


def _imported(point: EntryPoint) -> object:
    """What an entry point names, imported in a guard of its own. Raises PluginError."""
    try:
        return point.load()
    except PluginError:
        raise
    except (Exception, SystemExit) as error:
        message = f"{_place(error)}importing {point.value} failed: {_said(error)}"
        raise PluginError(message) from error


def _registered(manager: pluggy.PluginManager, module: object, key: str) -> tuple[str, ...]:
    """Register a plugin; the names of its hooks are returned, sorted. Raises PluginError."""
    try:
        manager.register(module, key)
        hooks = tuple(sorted(caller.name for caller in manager.get_hookcallers(module) or ()))
        manager.check_pending()
    except (pluggy.PluginValidationError, ValueError) as error:
        with contextlib.suppress(ValueError, AssertionError):
            manager.unregister(name=key)
        message = f"{_file(module)}{_said(error)}"
        raise PluginError(message) from error
    if not hooks:
        message = f"{_file(module)}it implements no hook; write @bylint.hookimpl above bylint_checks"
        raise PluginError(message)
    return hooks


def _prefixed(check: Check, prefix: str, distribution: str) -> Check:
    if check.function is None:
        message = f"bylint_checks returned {check.id}, which has no function; a loader declares such checks"
        raise PluginError(message)
    return replace(check, id=prefix + check.id, distribution=distribution)


def _owned(loader: Loader, prefix: str, distribution: str) -> Loader:
    """A plugin's loader, its own checks marked as its own; the ones it shares with ours keep their ids."""
    shared = {check.id for shipped in shipped_loaders() for check in shipped.checks}
    checks = tuple(
        check if check.id in shared else replace(check, distribution=distribution) for check in loader.checks
    )
    for check in checks:
        if check.subject != FILE:
            message = f"{check.source}: loader {loader.name} may only declare checks, {check.id} is a function"
            raise PluginError(message)
        if prefix and check.id not in shared and not check.id.startswith(prefix):
            message = f"loader {loader.name} declares {check.id!r}; its ids begin with {prefix!r}"
            raise PluginError(message)
    return replace(loader, checks=checks)


def _returned(
    manager: pluggy.PluginManager, module: object, hooks: Sequence[str], hook: str, kind: type[Any]
) -> list[Any]:
    """What one plugin returns from one of its hooks, each item of the right kind. Raises PluginError."""
    if hook not in hooks:
        return []
    others = [plugin for plugin in manager.get_plugins() if plugin is not module]
    caller: Callable[[], list[Any]] = manager.subset_hook_caller(hook, others)
    try:
        results = caller()
        items = [item for result in results if isinstance(result, Iterable) for item in result]
    except PluginError:
        raise
    except (Exception, SystemExit) as error:
        message = f"{_place(error)}{hook} failed: {_said(error)}"
        raise PluginError(message) from error
    if not results:  # pluggy leaves None out
        message = f"{_file(module)}{hook} returned None; is a `return` missing?"
        raise PluginError(message)
    for item in [*(result for result in results if not isinstance(result, Iterable)), *items]:
        if not isinstance(item, kind):
            message = f"{_file(module)}{hook} returned {type(item).__name__}, which is no {kind.__name__}"
            raise PluginError(message)
    return items


def _refuse_repeated_checks(plugin: Plugin, others: Sequence[Plugin]) -> None:
    """Raise where a check has an id that is taken, by another plugin or in the plugin itself."""
    owners = {check.id: (check.source, OURS) for check in faults.CHECKS}
    owners.update((check.id, ("", OURS)) for loader in shipped_loaders() for check in loader.checks)
    shared = frozenset(owners)
    for other in others:
        if not other.refused:
            owners.update((check.id, (check.source, other.distribution)) for check in _declared_by(other, shared))
    for check in _declared_by(plugin, shared):
        if check.id in owners:
            source, distribution = owners[check.id]
            raise PluginError(
                (f"{check.source}: " if check.source else "")
                + f"check {check.id} of {plugin.distribution} is already defined by {distribution}"
                + (f" ({source})" if source else "")
            )
        owners[check.id] = (check.source, plugin.distribution)


def _declared_by(plugin: Plugin, shared: frozenset[str]) -> list[Check]:
    """The checks of a plugin and of its loaders, without those that loaders share with ours."""
    declared = [check for loader in plugin.loaders for check in loader.checks if check.id not in shared]
    return [*plugin.checks, *{id(check): check for check in declared}.values()]


def _refuse_repeated_formats(plugin: Plugin, others: Sequence[Plugin]) -> None:
    """Raise where a reporter has a name that is taken."""
    owners = {reporter.name: OURS for reporter in shipped_reporters()}
    owners.update((reporter.name, other.distribution) for other in others for reporter in other.reporters)
    for reporter in plugin.reporters:
        if reporter.name in owners:
            message = f"format {reporter.name!r} of {plugin.distribution} is already written by {owners[reporter.name]}"
            raise PluginError(message)
        owners[reporter.name] = plugin.distribution


def _said(error: BaseException) -> str:
    """An exception in one line."""
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _place(error: BaseException) -> str:
    """`file:line: ` of the last line of a plugin that an exception went through; empty where it went through none."""
    if isinstance(error, SyntaxError) and error.filename:
        return f"{error.filename}:{error.lineno or 1}: "
    place, trace = "", error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if trace.tb_frame.f_globals.get("__name__", "").partition(".")[0] not in _MACHINERY and "<frozen" not in file:
            place = f"{file}:{trace.tb_lineno}: "
        trace = trace.tb_next
    return place


def _file(module: object) -> str:
    file = getattr(module, "__file__", None)
    return f"{file}:1: " if file else ""
