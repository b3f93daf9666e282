"""What a command asks, before a record is read: paths, settings, plugins, checks, and what silences findings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bylint.checks import Check
from bylint.corpus.scope import Scope, find_scope, settings_range
from bylint.decisions.judging import Decision, waivers
from bylint.errors import SEE_HELP, UsageError
from bylint.files import UnreadableError, read_bytes
from bylint.options import Options
from bylint.plugins import Plugins, load_plugins
from bylint.report import GATE
from bylint.settings import Settings, check_options, chosen_checks, find_settings, read_settings

if TYPE_CHECKING:
    from bylint.decisions.forms import ReviewedForm
    from bylint.disambiguation.model import Model


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a command line asks for; the defaults are those of `bylint check`."""

    paths: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    """Other sources, by name; PATHs may be some as well."""
    corpus: str | None = None
    loader: str | None = None
    """The only loader that reads, whatever a file looks like."""
    config: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    audience: str = GATE
    use_ids: bool = True
    max_findings: int | None = None
    base: str | None = None
    """The revision that bylines are compared with."""
    jobs: int = 0
    skip_others: bool = False
    """Pass over PATHs that no loader reads, instead of refusing them."""
    uses_baseline: bool = True


@dataclass(frozen=True, slots=True)
class Setup:
    """Everything that is known before a record is read."""

    settings: Settings
    plugins: Plugins
    scope: Scope
    baselines: tuple[Path, ...]
    """One for each repository."""

    @property
    def memories(self) -> tuple[Path, ...]:
        """The decisions that each repository keeps."""
        return tuple(root / self.settings.decisions for root in self.scope.repositories)


@dataclass(frozen=True, slots=True)
class Question:
    """What is put to a corpus: checks with their options, and what silences findings."""

    request: Request
    setup: Setup
    checks: Sequence[Check]
    options: Mapping[str, Options]
    decisions: Sequence[Decision]
    kept: "Sequence[ReviewedForm]" = ()
    """What reviewers decided, as the repository keeps it."""


def set_up(request: Request) -> Setup:
    """Find settings, plugins, corpus and other sources. Raises UsageError."""
    settings, plugins = settings_and_plugins(request)
    scope = find_scope(request.paths, request.corpus, plugins.loaders, request.beside)
    if request.config is None and request.corpus is None:
        require_equal_settings(scope.targets or scope.corpora)
    return Setup(settings, plugins, scope, tuple(root / settings.baseline for root in scope.repositories))


def settings_and_plugins(request: Request) -> tuple[Settings, Plugins]:
    """The settings around the PATHs, and the plugins that they let in. Raises UsageError."""
    settings = _settings(request)
    plugins = load_plugins(allow=settings.plugins.allow, deny=settings.plugins.deny)
    present = {plugin.distribution for plugin in plugins}
    for name in settings.plugins.required:
        if name not in present:
            message = f"{settings.path} requires the plugin {name!r}, which is not installed"
            raise UsageError(message, f"pip install {name}")
    if request.loader is not None:
        plugins = plugins.only(request.loader, (Path(path).name for path in request.paths if Path(path).is_file()))
    return settings, plugins


def _settings(request: Request) -> Settings:
    if request.config is not None:
        path = Path(request.config)
        if not path.is_file():
            message = f"there is no settings file {request.config!r}"
            raise UsageError(message, SEE_HELP)
        return read_settings(path, request.config)
    start, stop = settings_range(request.corpus or (request.paths or (".",))[0])
    nearest = find_settings(start, stop)
    return read_settings(nearest, nearest.relative_to(stop).as_posix() if nearest else "")


def require_equal_settings(paths: Iterable[Path]) -> None:
    """Raises UsageError where what is asked for lies in several places that have settings of their own."""
    found = {find_settings(*settings_range(str(path))) for path in paths}
    if len(found) > 1:
        shown = " and ".join(sorted(str(path or "none") for path in found))
        message = f"the PATHs have different settings: {shown}"
        raise UsageError(message, "name one with --config, or name what is another source with --beside")


def ask(request: Request) -> Question:
    """Everything that is asked, before a record is read. Raises UsageError."""
    setup = set_up(request)
    settings, plugins = setup.settings, setup.plugins
    baselines = setup.baselines if request.uses_baseline else ()
    return Question(
        request,
        setup,
        _answerable(chosen_checks(plugins.checks, settings, request.select, request.ignore), request, setup.scope),
        check_options(plugins.checks, settings),
        (
            *waivers(settings),
            *(decision for path in baselines if path.exists() for decision in _baseline(path, setup.scope.shown(path))),
        ),
        tuple(form for path in setup.memories if path.exists() for form in _memory(path)),
    )


def _baseline(path: Path, shown: str) -> "Iterable[Decision]":
    from bylint.decisions.baseline import read_baseline  # its forms take longer to import than most runs to read

    return read_baseline(path, shown)


def _memory(path: Path) -> "Iterable[ReviewedForm]":
    from bylint.decisions.memory import read_memory  # as above

    return read_memory(path)


def _answerable(checks: Sequence[Check], request: Request, scope: Scope) -> Sequence[Check]:
    """The checks that have what they compare with. Raises UsageError where all that were chosen have not."""
    answerable = [
        check
        for check in checks
        if (request.base is not None or not check.needs_base) and (scope.beside or not check.needs_other_sources)
    ]
    if len(answerable) < len(checks) and not any(check.function for check in answerable):
        unanswered = next(check for check in checks if check.needs_base or check.needs_other_sources)
        if unanswered.needs_base:
            message = f"{unanswered.id} compares with a base revision"
            raise UsageError(message, "name one, as in --base origin/master")
        message = f"{unanswered.id} compares with another source"
        raise UsageError(message, "name one, as in --beside works.openalex.jsonl.gz")
    return answerable


def model_of(setup: Setup) -> "Model | None":
    """The fitted numbers that the settings name; None for those that are shipped. Raises UsageError."""
    name = setup.settings.model
    if name is None:
        return None
    from bylint.disambiguation.model import read_model  # with numpy, which takes a tenth of a second

    root = setup.scope.repositories[0]
    try:
        text = read_bytes(root / name, root).decode("utf-8")
    except (UnreadableError, UnicodeDecodeError) as error:
        message = f"the model {name!r} of {setup.settings.path}: {error}"
        raise UsageError(message, "make one with: bylint calibrate") from error
    return read_model(text, name)
