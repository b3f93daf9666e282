"""
Submissions of OpenReview, as both versions of its API answer: `notes`, a list, or one a line.

Read are `id`, `content.title`, `content.authors`, `content.venue`, `content.abstract`, and the year in `venueid`, the
invitation, or the date; in the second version each of them is the `value` of an object. Reviews and comments, which
have no authors in their content, are left out. A name is one text: the last word is the last name, with its particles
before it, unless a comma turns it round.

`content.authorids` says whose profile each name is: `~First_Last1` is the id of a person; addresses of mail and of
dblp are not. There are neither ORCIDs nor affiliations. Every name has its place.
"""

import re
from collections.abc import Iterator
from typing import Any

from bylint.finding import Finding
from bylint.loaders._forms import Claims, Entry, Fields, Form, NameForm, first_text, follow, text_at
from bylint.loaders._json_heads import keys_at_the_top, record_at
from bylint.loaders._profiles import profile_findings
from bylint.loaders._record_trees import Path
from bylint.loaders._whole_names import whole_name
from bylint.loaders.shared import BROKEN_RECORD
from bylint.model import Authorship, Paper

_NAMES = NameForm(whole=((), ("fullname",), ("name",)))
_PROFILE = re.compile(r"~(.*?)([0-9]+)")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_SECONDS_A_YEAR = 31_556_952


def recognises(path: str, head: bytes) -> bool:  # noqa: ARG001 - every loader is handed both
    """Whether the first note has a forum or an invitation."""
    record = record_at(keys_at_the_top(head), ("notes[].", ""))
    return not {"forum", "invitation", "invitations[]"}.isdisjoint(record) and any(
        key.startswith(("content", "signatures")) for key in record
    )


def is_submission(record: Fields) -> bool:
    """Whether a note says who wrote a paper."""
    return follow(record, ("content", "authors")) is not None


def names(entry: Any) -> NameForm:  # noqa: ARG001 - all entries are alike
    """An entry is a name, or an object with one."""
    return _NAMES


def _content(record: Fields, key: str) -> Any:
    found = follow(record, ("content", key))
    return found.get("value") if isinstance(found, dict) else found


def claims(record: Fields, entry: Entry) -> Claims:
    """The profile of an author, where there are as many profiles as names."""
    own = text_at(entry.value, "username")
    ids, authors = _content(record, "authorids"), _content(record, "authors")
    if not own and isinstance(ids, list) and isinstance(authors, list) and len(ids) == len(authors):
        own = text_at(ids, entry.number)
    profile = own if own.startswith("~") else None
    return Claims(profile, openreview=profile)


def remarks(record: Fields, entry: Entry, authorship: Authorship) -> Iterator[Finding]:
    """Whether the name in a profile's id could not be the printed one, and whether there is a profile for each name."""
    ids, authors = _content(record, "authorids"), _content(record, "authors")
    if entry.number == 0 and isinstance(ids, list) and isinstance(authors, list) and len(ids) != len(authors):
        told = f"{len(authors)} names and {len(ids)} profiles, so it is not clear which is whose"
        place = authorship.location._replace(position=0)
        yield Finding(check=BROKEN_RECORD.id, message=told, location=place, about=authorship.paper_id)
    match = _PROFILE.fullmatch(authorship.person_id or "")
    if match and match[1].isascii():
        yield from profile_findings(authorship, whole_name(match[1].replace("_", " ")))


def id_of(record: Fields, path: Path) -> str:  # noqa: ARG001 - a note has an id of its own
    """The id of a note."""
    return first_text(record, ("id",), ("forum",))


def _year(record: Fields) -> int | None:
    said = [_content(record, "venueid"), _content(record, "venue"), record.get("invitation")]
    said += invitations if isinstance(invitations := record.get("invitations"), list) else []
    years = [match[0] for text in said if isinstance(text, str) and (match := _YEAR.search(text))]
    if years:
        return int(years[0])
    dates = [record.get(key) for key in ("pdate", "cdate", "tcdate")]
    moment = next((date for date in dates if isinstance(date, int) and 0 < date < 1 << 48), None)
    return None if moment is None else 1970 + moment // 1000 // _SECONDS_A_YEAR


def paper(record: Fields, paper_id: str, path: str) -> Paper:
    """The paper of a submission."""
    title, venue, abstract = (_content(record, key) for key in ("title", "venue", "abstract"))
    return Paper(
        paper_id,
        title if isinstance(title, str) else "",
        _year(record),
        path,
        venues=(venue,) if isinstance(venue, str) and venue else (),
        abstract=abstract if isinstance(abstract, str) and abstract else None,
    )


def _in_both(key: str) -> tuple[Path, Path]:
    return ("content", key, "value"), ("content", key)


FORM = Form(
    paper,
    id_of,
    names,
    records=((), ("notes",)),
    is_record=is_submission,
    others=frozenset({"forum"}),
    bylines={"author": _in_both("authors")},
    claims=claims,
    remarks=remarks,
    fields={key: _in_both(key) for key in ("title", "abstract", "venue")},
    is_rich=True,
)
