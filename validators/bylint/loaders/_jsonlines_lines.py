"""Records as lines of JSON Lines."""

import json
from collections.abc import Mapping
from typing import Any

from bylint.loaders._person_fields import EntryForm, fields_of, name_fields
from bylint.model import Authorship, Paper, Person, Venue

_written = json.JSONEncoder(ensure_ascii=False).encode


def line_of(record: Paper | Person | Venue) -> str:
    """The line of a record, without its end; what the record does not say is left out."""
    if isinstance(record, Paper):
        return _written(_paper_fields(record))
    if isinstance(record, Person):
        return _written(fields_of(record, EntryForm.LINE))
    return _written({"venue": record.id})


def _paper_fields(paper: Paper) -> Mapping[str, Any]:
    return _said(
        {
            "id": paper.id,
            "title": paper.title,
            "year": paper.year,
            "authors": [*map(_authorship_fields, paper.authorships)],
            "editors": [*map(_authorship_fields, paper.editors)],
            "venues": paper.venues,
            "volume": paper.volume_id,
            "front_matter": paper.is_front_matter or None,
            "abstract": paper.abstract,
            "doi": paper.doi,
            "pages": paper.pages,
            "key": paper.key,
            "language": paper.language,
        }
    )


def _authorship_fields(authorship: Authorship) -> Mapping[str, Any]:
    return _said(
        {
            **name_fields(authorship.name),
            "id": authorship.person_id,
            "orcid": authorship.orcid,
            "openreview": authorship.openreview,
            "affiliations": authorship.affiliations,
            "variants": [{"script": script, **name_fields(name)} for script, name in authorship.variants],
            "literal": authorship.is_literal or None,
        }
    )


def _said(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """The fields without those that hold nothing; an empty text is something."""
    return {field: value for field, value in fields.items() if value is not None and value not in ((), [])}
