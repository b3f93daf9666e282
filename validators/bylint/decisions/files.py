"""Files of decisions: read as they are, written a decision a line in an order of their own, so that branches merge."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from bylint.decisions.forms import FORMAT, AnyForm, BaselineForm, DecisionsForm, pages_of
from bylint.errors import UsageError, plain_words
from bylint.files import UnreadableError, read_bytes

_KINDS = ("assign", "same", "different", "one-person", "leave", "baseline")


def read_decisions(path: Path, what: str, hint: str) -> tuple[AnyForm, ...]:
    """The decisions of a file; none where there is no file. Raises UsageError, which calls the file `what`."""
    try:
        if not path.exists():
            return ()
        return parse_decisions(read_bytes(path, Path(path.absolute().anchor)))
    except (OSError, UnreadableError, ValueError) as error:
        why = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
        message = f"{path}: no {what} that bylint can read: {why}"
        raise UsageError(message, hint) from error


def parse_decisions(data: bytes) -> tuple[AnyForm, ...]:
    """The decisions in the bytes of a file. Raises ValueError, which says what is wrong and where."""
    try:
        return DecisionsForm.model_validate_json(data.removeprefix(BOM_UTF8)).decisions
    except ValidationError as error:
        raise ValueError(_problem(error)) from error


def _problem(error: ValidationError) -> str:
    """The first thing that is wrong, with its place."""
    problem = error.errors(include_url=False, include_input=False, include_context=False)[0]
    place = [part for part in problem["loc"] if part not in _KINDS]
    told = plain_words(problem["msg"])[:200]
    if problem["type"] in {"union_tag_not_found", "union_tag_invalid"}:
        told = f"kind: one of {', '.join(_KINDS)} is needed"
    if place[:1] == ["decisions"] and len(place) > 1:
        field = ".".join(map(str, place[2:]))
        return f"decision {int(place[1]) + 1}: {field + ': ' if field else ''}{told}"
    return f"{'.'.join(map(str, place))}: {told}" if place else told


def written(forms: Iterable[AnyForm]) -> str:
    """The text of a file of these decisions, each of them once."""
    rows = [json.dumps(form.model_dump(mode="json"), ensure_ascii=False) for form in sorted(set(forms), key=_order)]
    body = "".join(f"\n{row}," for row in rows).removesuffix(",")
    return f'{{"format": "{FORMAT}", "decisions": [{body}\n]}}\n'


def _order(form: AnyForm) -> tuple[object, ...]:
    """By check and what it is about, so that what belongs together stands together, whoever decided it when."""
    about = form.about if isinstance(form, BaselineForm) else " ".join(sorted(pages_of(form)))
    return form.check or "", about, form.fingerprint or "", form.kind, form.model_dump_json()
