"""Decisions that change no record: what of them stays in the repository."""

from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from bylint.corpus.corpus import Corpus
from bylint.decisions.files import parse_decisions, written
from bylint.decisions.forms import AnyForm, AssignForm, BaselineForm, ReviewedForm, SameForm, SeenForm, pages_of
from bylint.decisions.places import Key, seen_at, what_stands_there
from bylint.edits import Edit, Patch, digest
from bylint.errors import UsageError
from bylint.files import UnreadableError, read_bytes
from bylint.model import Authorship
from bylint.privacy import Withheld


class Keeping(NamedTuple):
    """What the file of kept decisions becomes."""

    patch: Patch | None
    """None where nothing is new."""
    new: int
    """Decisions that are kept from now on."""
    known: int
    """Decisions that were kept before."""


def is_kept(form: ReviewedForm) -> bool:
    """Whether no record says what a decision says: it assigns nothing, or what is assigned already."""
    if isinstance(form, AssignForm):
        is_said = not form.person.new and all(seen.id == form.person.id for seen in form.papers)
        return is_said and form.check is not None
    return not isinstance(form, SameForm)


def keeping(path: Path, root: Path, forms: Iterable[ReviewedForm], corpus: Corpus, hidden: Withheld) -> Keeping:
    """Keep decisions in a file, with the ORCIDs that stand there now. Raises UsageError.

    A decision takes the place of an older one about the same finding and the same pages.
    """
    data = b""
    try:
        if path.exists():
            data = read_bytes(path, root)
        before = parse_decisions(data) if data else ()
    except (UnreadableError, ValueError) as error:
        message = f"{path}: no decisions that bylint can read: {error}"
        raise UsageError(message, "restore the file, or remove it") from error
    kept: dict[Hashable, AnyForm] = {_question(form): form for form in before}
    last = list({_question(form): form for form in forms}.values())
    there = what_stands_there(last, corpus)
    new = known = 0
    for form in last:
        whole = _whole(form, there, hidden)
        old = kept.get(_question(form))
        if old is not None and as_said(old, hidden) == as_said(whole, hidden):
            known += 1
        else:
            kept[_question(form)] = whole
            new += 1
    if not new:
        return Keeping(None, 0, known)
    patch = Patch(digest(data) if data else b"", ((Edit(0, len(data), written(kept.values()).encode()),),))
    return Keeping(patch, new, known)


def _question(form: AnyForm) -> Hashable:
    """What a decision answers; of several people it says several things."""
    if isinstance(form, BaselineForm):
        return form
    person = form.person.id if isinstance(form, AssignForm | SameForm) else None
    return form.check, form.fingerprint, frozenset(pages_of(form)), person


def _whole(form: ReviewedForm, there: Mapping[Key, Authorship], hidden: Withheld) -> ReviewedForm:
    """A decision with the ORCIDs that stand where it saw something, and without names that nothing may tell."""

    def seen_whole(seen: SeenForm) -> SeenForm:
        item = there.get(seen_at(seen))
        orcid = seen.orcid or (item.orcid if item is not None else None)
        return seen.model_copy(update={"orcid": orcid, "name": hidden.text(seen.name)})

    told: dict[str, object] = {"note": hidden.text(form.note), "reviewer": hidden.text(form.reviewer)}
    if isinstance(form, AssignForm | SameForm):
        told["person"] = form.person.model_copy(update={"name": hidden.text(form.person.name)})
    return form.model_copy(update={**told, "papers": tuple(sorted(map(seen_whole, form.papers), key=seen_at))})


def as_said(form: AnyForm, hidden: Withheld) -> Hashable:
    """A decision as a reviewer says it again: without what was noted when it was kept."""
    if isinstance(form, BaselineForm):
        return form
    bare = frozenset(seen.model_copy(update={"orcid": None, "name": hidden.text(seen.name)}) for seen in form.papers)
    return _question(form), form.kind, bare, hidden.text(form.note), hidden.text(form.reviewer)
