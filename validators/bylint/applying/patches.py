"""The bytes that make other ids in bylines and other entries for people, and the proof that they make nothing else."""

from collections.abc import Iterable, Mapping, Sequence

from bylint.applying.directory import RefusedError
from bylint.corpus.reading import Reading, records_of
from bylint.edits import Edit, Patch, digest
from bylint.files import UnreadableError, read_bytes
from bylint.finding import Change, Finding
from bylint.fixing import edits_of_file
from bylint.loaders import PersonChange
from bylint.model import Authorship, Paper, Person


def patches(reading: Reading, ids: Mapping[Authorship, str], people: Sequence[PersonChange]) -> dict[str, Patch]:
    """What the files become, by shown path. Raises RefusedError for what cannot be made, or not without more."""
    edits: dict[str, list[Edit]] = {}
    by_path: dict[str, list[Change]] = {}
    for authorship, person_id in ids.items():
        change = Change(authorship.at("id"), authorship.person_id or "", person_id)
        by_path.setdefault(authorship.path, []).append(change)
    for path, changes in by_path.items():
        edits.setdefault(path, []).extend(_id_edits(path, changes, reading))
    entries: dict[str, list[PersonChange]] = {}
    for entry in people:
        path = next(person.path for person in entry if person is not None)
        entries.setdefault(path, []).append(entry)
    for path, changed in entries.items():
        edits.setdefault(path, []).extend(_entry_edits(path, changed, reading))
    made = {path: Patch(reading.digests[path], (tuple(of_file),)) for path, of_file in edits.items()}
    papers: dict[str, list[Paper]] = {path: [] for path in made}
    for paper in reading.corpus.papers:
        if paper.path in papers:
            papers[paper.path].append(_with_ids(paper, ids))
    for path, patch in made.items():
        _prove(path, patch, reading, papers[path], people)
    return made


def people_path(reading: Reading) -> str:
    """Where new people are listed: where others are, or else in a file whose format has people; empty for nowhere."""
    for person in reading.corpus.people:
        return person.path
    for path in sorted(reading.digests):
        loader = reading.sources.loader(path)
        if loader is not None and loader.enter is not None:
            return path
    return ""


def can_say(path: str, change: PersonChange, reading: Reading) -> bool:
    """Whether the file of a people database can hold an entry."""
    return change in _entered(path, [change], reading)


def _entered(path: str, changes: Sequence[PersonChange], reading: Reading) -> Mapping[PersonChange, Sequence[Edit]]:
    """The edits of each change of a person that can be made."""
    loader = reading.sources.loader(path)
    if loader is None or loader.enter is None:
        message = f"{path}: bylint does not write people in this format"
        raise RefusedError(message)
    data = _bytes(path, reading)
    try:
        return loader.enter(data, changes)
    except Exception as error:  # a loader of a plugin must not end the run
        message = f"{path}: the loader {loader.name} failed: {type(error).__name__}"
        raise RefusedError(message) from error


def _bytes(path: str, reading: Reading) -> bytes:
    try:
        data = read_bytes(reading.sources.root / path, reading.sources.root)
    except UnreadableError as error:
        message = f"{path}: {error}"
        raise RefusedError(message) from error
    if digest(data) != reading.digests[path]:
        message = f"{path}: the file has changed since it was read"
        raise RefusedError(message)
    return data


def _id_edits(path: str, changes: Sequence[Change], reading: Reading) -> Iterable[Edit]:
    try:
        made = edits_of_file(path, changes, {}, reading)
    except UnreadableError as error:
        message = f"{path}: {error}"
        raise RefusedError(message) from error
    for change in changes:
        if change not in made:
            place = change.location
            message = f"{path}: the id of {place.byline} {place.position} of {place.record} cannot be written"
            raise RefusedError(message)
    return made.values()


def _entry_edits(path: str, changes: Sequence[PersonChange], reading: Reading) -> Iterable[Edit]:
    made = _entered(path, changes, reading)
    for change in changes:
        if change not in made:
            person = next(person for person in change if person is not None)
            message = f"{path}: the entry of {person.id} cannot be written"
            raise RefusedError(message)
    return [edit for edits in made.values() for edit in edits]


def _prove(
    path: str,
    patch: Patch,
    reading: Reading,
    papers: Sequence[Paper],
    people: Sequence[PersonChange],
) -> None:
    """Raise RefusedError unless the file, read again, holds what it is to hold and everything else as it was."""
    loader = reading.sources.loader(path)
    after = records_of(loader, path, patch.applied(_bytes(path, reading))) if loader else []
    entries: dict[str, Person] = {}
    for record in after:
        if isinstance(record, Person):
            entries.setdefault(record.id, record)
    known = {person.id: person for person in reading.corpus.people if person.path == path}
    known |= {new.id: new for _, new in people if new is not None and new.path == path}
    gone = {old.id for old, new in people if old is not None and new is None}
    expected = {person_id: _said(person) for person_id, person in known.items() if person_id not in gone}
    broken = {finding.check for finding in reading.findings if finding.location and finding.location.path == path}
    if (
        [record for record in after if isinstance(record, Paper)] != list(papers)
        or {person_id: _said(person) for person_id, person in entries.items()} != expected
        or any(isinstance(record, Finding) and record.check not in broken for record in after)
    ):
        message = f"{path}: what is decided cannot be written without touching more"
        raise RefusedError(message)


def _with_ids(paper: Paper, ids: Mapping[Authorship, str]) -> Paper:
    authorships, editors = (
        tuple(item._replace(person_id=ids.get(item, item.person_id)) for item in byline)
        for byline in (paper.authorships, paper.editors)
    )
    return paper._replace(authorships=authorships, editors=editors)


def _said(person: Person) -> tuple[object, ...]:
    """What an entry says of a person; some databases have one field for the degree and for remarks."""
    remark = person.degree or person.comment if person.is_verified else None
    return person.names, person.orcid, remark, person.similar, person.is_verified, person.matches_by_name
