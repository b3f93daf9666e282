"""`[tool.bylint]` in pyproject.toml, or bylint.toml: what a repository asks for."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, dataclass_transform

from bylint.checks import FILE, Check
from bylint.errors import UsageError, did_you_mean, plain_words
from bylint.finding import Severity
from bylint.options import Bound, Options, schema_of, validated

if TYPE_CHECKING:
    from pydantic import ValidationError


_SOME = Bound({"min_length": 1})
CheckPattern = Annotated[str, Bound({"min_length": 1}, "The id of a check, or a glob such as `acme/*`.")]
PathPattern = Annotated[str, Bound({"min_length": 1}, "A glob over paths from the repository's root.")]


def _kebab(name: str) -> str:
    return name.replace("_", "-")


@dataclass_transform(frozen_default=True, kw_only_default=True)
@dataclass(frozen=True, kw_only=True)
class _Table:
    __pydantic_config__: ClassVar[Mapping[str, object]] = {
        "extra": "forbid",
        "alias_generator": _kebab,
        "validate_by_name": False,
        "use_attribute_docstrings": True,
    }

    def __init_subclass__(cls) -> None:
        dataclass(frozen=True, kw_only=True)(cls)


class PathRule(_Table):
    """What does not count below some paths."""

    paths: Annotated[tuple[PathPattern, ...], _SOME]
    """A finding falls under the rule if its primary place does."""
    ignore: Annotated[tuple[CheckPattern, ...], _SOME]


class Waiver(_Table):
    """A decision to leave findings as they are; all that is given must match, and something must be."""

    check: CheckPattern
    reason: Annotated[str, Bound({"min_length": 1, "pattern": r"\S"})]
    """Shown beside the finding."""
    fingerprint: str | None = None
    """Of one finding, as the JSON report gives it."""
    paper: str | None = None
    """The id of a paper that the finding is about."""
    name: str | None = None
    """A name that the finding is about, as `First Last`."""
    page: str | None = None
    """The id of the page or person that the finding is about."""
    path: PathPattern | None = None
    """Where its primary place is."""

    def __post_init__(self) -> None:
        if not any((self.fingerprint, self.paper, self.name, self.page, self.path)):
            message = "a waiver needs a fingerprint, paper, name, page or path; `ignore` is for a whole check"
            raise ValueError(message)


class PluginRules(_Table):
    """Which installed plugins take part; names of entry points or of distributions."""

    allow: tuple[str, ...] | None = None
    """Only these, and bylint's own checks; without it all that are installed."""
    deny: tuple[str, ...] = ()
    """Never these."""
    required: tuple[str, ...] = ()
    """Distributions that must be there: a run without them is refused."""


class Settings(_Table):
    """The table `[tool.bylint]`, or the whole of bylint.toml."""

    select: tuple[CheckPattern, ...] = ("*",)
    """The checks that run; one that is off by default only where a pattern names it."""
    ignore: tuple[CheckPattern, ...] = ()
    """The checks that do not run, out of those selected."""
    severity: Mapping[str, Literal["error", "warning", "note"]] = field(default_factory=dict)
    """A severity of one's own for a check, by id."""
    checks: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Options of checks, by id."""
    per_path: tuple[PathRule, ...] = ()
    """Rules for parts of the repository."""
    waivers: tuple[Waiver, ...] = ()
    """Findings that stay, each with a reason."""
    plugins: PluginRules = PluginRules()
    exclude: tuple[PathPattern, ...] = ()
    """Files that are no part of the corpus."""
    max_findings: Annotated[int, Bound({"ge": 0, "strict": True})] | None = None
    """How many findings are displayed; 0 for all."""
    baseline: str = "bylint-baseline.json"
    """Where the baseline is, from the repository's root."""
    decisions: str = "bylint-decisions.json"
    """Where `bylint apply` keeps decisions that change no record, from the repository's root."""
    model: str | None = None
    """The numbers by which people are told apart, from the repository's root, as `bylint calibrate` wrote them."""
    withhold: tuple[Annotated[str, Bound({"pattern": r"^[0-9a-f]{64}$"})], ...] = ()
    """Names that no output prints: the SHA-256 of each, written `First Last` in lower case."""
    _path: ClassVar[str] = ""

    @property
    def path(self) -> str:
        """The file these settings come from, as it is shown; empty for none."""
        return self._path


_UNKNOWN = "unexpected_keyword_argument"
"""What pydantic calls a key that a table does not have."""


def find_settings(start: Path, stop: Path) -> Path | None:
    """The nearest settings file at or above `start`, not above `stop`; both are folders.

    Raises UsageError where one folder has both forms.
    """
    for folder in (start, *start.parents):
        own, shared = folder / "bylint.toml", folder / "pyproject.toml"
        has_shared = shared.is_file() and "bylint" in _toml(shared).get("tool", {})
        if own.is_file() and has_shared:
            message = f"two settings in {folder}: bylint.toml and [tool.bylint] in pyproject.toml"
            raise UsageError(
                message,
                "keep one of them, or name one with --config",
            )
        if own.is_file():
            return own
        if has_shared:
            return shared
        if folder == stop:
            break
    return None


def read_settings(path: Path | None, shown_as: str = "") -> Settings:
    """The settings of a file; the defaults for None. Raises UsageError."""
    if path is None:
        return Settings()
    table = _toml(path)
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("bylint", {})
    from pydantic import ValidationError

    try:
        settings = validated(Settings, table)
    except ValidationError as error:
        message = f"{path}: {_problem(error, Settings)}"
        raise UsageError(message) from error
    object.__setattr__(settings, "_path", shown_as or path.name)  # it is no key of the file
    return settings


def _toml(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"{path}: not readable as TOML: {error}"
        raise UsageError(message) from error


def _problem(error: "ValidationError", table: type[_Table | Options]) -> str:
    """The first thing that is wrong, with the nearest known key."""
    problems = error.errors(include_url=False, include_context=False)
    first = min(problems, key=lambda problem: problem["type"] != _UNKNOWN)  # a misspelt key explains a missing one
    place = ".".join(map(str, first["loc"]))
    if table is not Settings:  # options are checked under their Python names
        place = _kebab(place)
    if first["type"] == _UNKNOWN:
        return f"unknown key {place!r}{did_you_mean(_kebab(str(first['loc'][-1])), _keys(table, first['loc'][:-1]))}"
    given = repr(first["input"])
    shown = f", not {given}" if len(given) < 40 and first["type"] != "missing" else ""
    return f"{place}: {plain_words(first['msg'])}{shown}"


def _keys(table: type[_Table | Options], place: Sequence[int | str]) -> list[str]:
    """The keys that a table knows, by its place."""
    tables: dict[str, type[_Table]] = {"per-path": PathRule, "waivers": Waiver, "plugins": PluginRules}
    inner = tables.get(str(place[0]), table) if place and table is Settings else table
    return [_kebab(own.name) for own in dataclasses.fields(inner)]


def chosen_checks(
    checks: Iterable[Check], settings: Settings, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> list[Check]:
    """The checks of a run: `select` on the command line takes the place of the settings', `ignore` adds to it.

    A check that is off by default needs a pattern that names it: `*` and `acme/*` name none.

    Raises UsageError for a pattern that matches no check.
    """
    checks = list(checks)
    known = [check.id for check in checks]
    where = settings.path or "settings"
    wanted = tuple(select) or settings.select
    _require_known(select, known, "--select")
    _require_known(ignore, known, "--ignore")
    if not select:
        _require_known(settings.select, known, f"{where}: select")
    _require_known(settings.ignore, known, f"{where}: ignore")
    _require_known(settings.severity, known, f"{where}: severity", takes_globs=False)
    for rule in settings.per_path:
        _require_known(rule.ignore, known, f"{where}: per-path.ignore")
    _require_known((waiver.check for waiver in settings.waivers), known, f"{where}: waivers.check")
    unwanted = (*settings.ignore, *ignore)
    named = tuple(pattern for pattern in wanted if pattern.rpartition("/")[2].strip("*?"))
    return [
        check
        for check in checks
        if matches(check.id, wanted if check.by_default else named) and not matches(check.id, unwanted)
    ]


def matches(text: str, patterns: Iterable[str]) -> bool:
    """Whether a text is one of some words or globs."""
    return any(fnmatchcase(text, pattern) for pattern in patterns)


def _require_known(patterns: Iterable[str], known: Sequence[str], where: str, *, takes_globs: bool = True) -> None:
    for pattern in patterns:
        if pattern not in known and not (takes_globs and any(fnmatchcase(check_id, pattern) for check_id in known)):
            message = f"{where}: there is no check {pattern!r}{did_you_mean(pattern, known)}"
            raise UsageError(message, "see: bylint list")


def check_options(checks: Iterable[Check], settings: Settings) -> dict[str, Options]:
    """The options that the settings give to checks, by id. Raises UsageError."""
    if not settings.checks:
        return {}
    from pydantic import ValidationError

    by_id = {check.id: check for check in checks if check.subject != FILE}
    where = settings.path or "settings"
    found = {}
    for check_id, table in settings.checks.items():
        _require_known([check_id], list(by_id), f"{where}: checks")
        kind = by_id[check_id].options if check_id in by_id else None
        if kind is None:
            message = f"{where}: checks.{check_id}: this check has no options"
            raise UsageError(message)
        try:
            found[check_id] = validated(kind, {key.replace("-", "_"): value for key, value in table.items()})
        except ValidationError as error:
            message = f"{where}: checks.{check_id}.{_problem(error, kind)}"
            raise UsageError(message) from error
    return found


def severity_overrides(settings: Settings) -> dict[str, Severity]:
    """The severities that the settings give to checks, by id."""
    return {check_id: Severity(severity) for check_id, severity in settings.severity.items()}


def settings_schema(checks: Iterable[Check]) -> dict[str, Any]:
    """The JSON Schema of the settings, with the options of each of these checks."""
    schema = schema_of(Settings)
    options: dict[str, Any] = {}
    for check in checks:
        if check.options is not None:
            own = schema_of(check.options)
            own["properties"] = {_kebab(key): value for key, value in own.get("properties", {}).items()}
            options[check.id] = {**own, "title": check.id, "description": check.summary}
    schema["properties"]["checks"] = {
        "type": "object",
        "description": "Options of checks, by id.",
        "properties": options,
        "additionalProperties": {"type": "object"},
    }
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "Settings of bylint"}
