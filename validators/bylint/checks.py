"""What a check is, how a function becomes one, and how a package's checks are found.

The module is not called `check`, because the decorator is: a package cannot export both.
"""

import importlib
import inspect
import pkgutil
import re
import sys
import typing
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from types import FunctionType, MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any

from bylint.corpus.before import Before
from bylint.corpus.corpus import Corpus
from bylint.corpus.twins import Twins
from bylint.corpus.views import Assignment, Coauthors, Names, Topics
from bylint.disambiguation.view import Disambiguation
from bylint.errors import PluginError
from bylint.finding import HIGH_CONFIDENCE, Applicability, Finding, Severity
from bylint.model import PARTS, Authorship, Name, Page, PagePair, Paper, Person, Volume

if TYPE_CHECKING:
    from bylint.options import Options

SUBJECTS: Mapping[type, str] = MappingProxyType(
    {
        Name: "name",
        Authorship: "authorship",
        Paper: "paper",
        Volume: "volume",
        Page: "page",
        PagePair: "page-pair",
        Person: "person",
        Corpus: "corpus",
    }
)
"""What a check can be put to, and the word for it."""

View = Names | Coauthors | Topics | Assignment | Disambiguation | Before | Twins
VIEWS: tuple[type[View], ...] = (Names, Coauthors, Topics, Assignment, Disambiguation, Before, Twins)
"""What a check may ask for beside its subject."""

FILE = "file"
"""The subject of what a loader or the engine reports while it reads."""

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""What a check's id looks like, without a prefix."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Check:
    """A named question put to every subject of one kind; made by `@check` or `declare`."""

    id: str
    severity: Severity
    page: str
    """Markdown; the first line says what is wrong."""
    subject: str
    """One of the words of SUBJECTS, or `file`."""
    confidence: float = HIGH_CONFIDENCE
    """How often it is right, 0 to 1, where a finding does not say so itself."""
    fixes: Applicability | None = None
    """The most that a fix of its findings may be; None for a check that only reports."""
    by_default: bool = True
    """False for a check that runs only where it is selected by its name."""
    needs: frozenset[str] = frozenset()
    """The PARTS without which there is nothing to ask: it is not put to records of a format that cannot have them."""
    function: Callable[..., Iterable[Finding]] | None = None
    """None for what a loader or the engine reports."""
    options: "type[Options] | None" = None
    arguments: Mapping[str, "type[View | Options]"] = field(default_factory=dict)
    """The parameters after the subject."""
    module: str = "bylint"
    source: str = ""
    """`file:line` of the function."""
    distribution: str = "bylint"

    @property
    def needs_base(self) -> bool:
        """Whether it compares with a base revision, and has nothing to say without one."""
        return Before in self.arguments.values()

    @property
    def needs_other_sources(self) -> bool:
        """Whether it compares with other sources, and has nothing to say without one."""
        return Twins in self.arguments.values()

    @property
    def summary(self) -> str:
        """The first line of the page, without its full stop."""
        return self.page.strip().partition("\n")[0].strip().removesuffix(".")


def check(
    severity: Severity,
    *,
    confidence: float = HIGH_CONFIDENCE,
    fixes: Applicability | None = None,
    by_default: bool = True,
    needs: Collection[str] = (),
) -> Callable[[Callable[..., Iterable[Finding]]], Check]:
    """Make a function the check of its module.

    The module's name is the id, its docstring the page; the annotation of the first parameter says what the
    check is put to, each further parameter names a view or the check's options. A check whose findings carry fixes
    says with `fixes` what these may be; one that few repositories want is off `by_default`. One that has nothing to ask
    where records have no ORCID `needs` ("orcid",); the words are those of PARTS, and all of them are needed.

    Raises PluginError, with `file:line`, where one of these is missing or no such thing.
    """
    if isinstance(severity, FunctionType):
        message = f"{_place(severity)}: write a severity in parentheses, as in @check(Severity.ERROR)"
        raise PluginError(message)

    def decorate(function: Callable[..., Iterable[Finding]]) -> Check:
        made = _checked(typing.cast("FunctionType", function), severity, confidence)
        unknown = [needs] if isinstance(needs, str) else sorted(set(needs) - set(PARTS))
        if unknown:
            message = f"{made.source}: needs={unknown[0]!r} is none of ({', '.join(map(repr, PARTS))})"
            raise PluginError(message)
        return replace(made, fixes=fixes, by_default=by_default, needs=frozenset(needs))

    return decorate


def declare(check_id: str, severity: Severity, page: str) -> Check:
    """What a loader says while it reads a file: an id and its page, without a function.

    A plugin's id begins with its prefix: `acme/broken-record`. Raises PluginError for an id or a page that is none.
    """
    if not ID.fullmatch(check_id.rpartition("/")[2]):
        message = f"{check_id!r} is no id; write lower case words with '-' between them"
        raise PluginError(message)
    if not page.strip():
        message = f"{check_id} has no page"
        raise PluginError(message)
    return Check(id=check_id, severity=severity, page=page.strip(), subject=FILE, confidence=1.0)


def _place(function: FunctionType) -> str:
    return f"{function.__code__.co_filename}:{function.__code__.co_firstlineno}"


def _checked(function: FunctionType, severity: Severity, confidence: float) -> Check:
    if not isinstance(function, FunctionType):
        message = f"@check stands above {function!r:.80}, which is no function"
        raise PluginError(message)
    source = _place(function)
    page = (function.__globals__.get("__doc__") or "").strip()
    check_id = function.__module__.rpartition(".")[2].replace("_", "-")
    if not page:
        message = f"{source}: {check_id} has no page; write it as the docstring of the module"
        raise PluginError(message)
    if not ID.fullmatch(check_id):
        message = f"{source}: {check_id!r} is no id; name the module in lower case words"
        raise PluginError(message)
    if not isinstance(severity, Severity):
        message = f"{source}: {severity!r} is no Severity"
        raise PluginError(message)
    if not isinstance(confidence, int | float) or not 0 <= confidence <= 1:
        message = f"{source}: confidence is {confidence!r}, it must lie between 0 and 1"
        raise PluginError(message)
    subject, arguments = _put_to(function, source)
    return Check(
        id=check_id,
        severity=severity,
        confidence=confidence,
        page=page,
        subject=subject,
        function=function,
        options=_only_options(function, arguments, source),
        arguments=MappingProxyType(arguments),
        module=function.__module__,
        source=source,
    )


def _put_to(function: FunctionType, source: str) -> tuple[str, dict[str, Any]]:
    """The word for the first parameter's subject, and the kinds of the other parameters."""
    hints = _parameter_types(function, source)
    first: Any = next(iter(hints.values()), None)
    if first not in SUBJECTS:
        known = ", ".join(kind.__name__ for kind in SUBJECTS)
        message = f"{source}: the first parameter of {function.__name__} must be annotated with one of {known}"
        raise PluginError(message)
    arguments = dict(list(hints.items())[1:])
    for name, kind in arguments.items():
        if kind not in VIEWS and not _is_options(kind):
            known = ", ".join(view.__name__ for view in VIEWS)
            message = f"{source}: parameter {name} must be annotated with a view ({known}) or Options"
            raise PluginError(message)
    return SUBJECTS[first], arguments


def _only_options(function: FunctionType, arguments: Mapping[str, Any], source: str) -> "type[Options] | None":
    found: list[type[Options]] = [kind for kind in arguments.values() if _is_options(kind)]
    if len(found) > 1:
        message = f"{source}: {function.__name__} asks for options twice"
        raise PluginError(message)
    for kind in found:
        for option in fields(kind):
            if option.default is MISSING and option.default_factory is MISSING:
                message = f"{source}: option {option.name} of {kind.__name__} has no default"
                raise PluginError(message)
            if type(option.default).__module__.startswith("pydantic"):
                message = f"{source}: {option.name} of {kind.__name__}: write Annotated[..., Field(...)] and a default"
                raise PluginError(message)
    return found[0] if found else None


def _parameter_types(function: FunctionType, source: str) -> dict[str, Any]:
    """The annotations of the parameters alone, so that a return type may stay unresolved."""
    code = function.__code__
    if code.co_flags & (inspect.CO_VARARGS | inspect.CO_VARKEYWORDS) or code.co_kwonlyargcount:
        message = f"{source}: {function.__name__} may take no *args, **kwargs or keyword-only parameters"
        raise PluginError(message)
    if code.co_posonlyargcount > 1:
        message = f"{source}: of {function.__name__}, the first parameter alone may be positional-only"
        raise PluginError(message)
    try:
        annotations = {name: function.__annotations__.get(name) for name in code.co_varnames[: code.co_argcount]}
        for name, annotation in annotations.items():
            if annotation is None:
                message = f"{source}: parameter {name} of {function.__name__} has no annotation"
                raise PluginError(message)
        holder = type("Parameters", (), {"__annotations__": annotations})
        return typing.get_type_hints(holder, globalns=function.__globals__)
    except NameError as error:
        message = (
            f"{source}: an annotation of {function.__name__} names {error.name!r}, which the module does not import "
            "when it runs (an import under TYPE_CHECKING is not enough)"
        )
        raise PluginError(message) from error
    except (AttributeError, SyntaxError, TypeError) as error:
        said = " ".join(str(error).split())
        message = f"{source}: an annotation of {function.__name__} is no type: {said}"
        raise PluginError(message) from error


def _is_options(kind: object) -> bool:
    options = sys.modules.get("bylint.options")
    return options is not None and isinstance(kind, type) and issubclass(kind, options.Options)


def checks_in(package: str) -> list[Check]:
    """The checks of a package: one in each of its modules; modules whose name begins with `_` are helpers.

    Raises PluginError, with the file, for a module with no check or with two, and for a package without a module.
    """
    home = sys.modules[package]
    if not hasattr(home, "__path__"):
        message = f"{home.__file__}:1: {package} is one module; checks_in looks into a package (a folder)"
        raise PluginError(message)
    found: list[Check] = []
    for info in pkgutil.iter_modules(home.__path__):
        if info.name.startswith("_"):
            continue
        name = f"{package}.{info.name}"
        module = importlib.import_module(name)
        found.extend(checks_in(name) if info.ispkg else [_only_check(module)])
    if not found:
        message = f"{home.__file__}:1: no check in {package}; a check is a module beside this file"
        raise PluginError(message)
    return found


def _only_check(module: ModuleType) -> Check:
    own = [value for value in vars(module).values() if isinstance(value, Check) and value.module == module.__name__]
    checks = list(dict.fromkeys(own))
    if len(checks) == 1:
        return checks[0]
    if checks:
        message = f"{checks[1].source}: a second check in {module.__name__}; one module is one check"
        raise PluginError(message)
    message = f"{module.__file__}:1: no check in {module.__name__}; a helper's name begins with '_'"
    raise PluginError(message)
