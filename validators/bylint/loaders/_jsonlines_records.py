"""Records from lines of JSON Lines; the module is imported where a line is to be read."""

import re
from collections.abc import Sequence

from bylint.loaders._jsonlines_forms import (
    PAPER,
    PERSON,
    VENUE,
    AuthorshipForm,
    NameForm,
    PaperForm,
    PersonForm,
)
from bylint.model import Authorship, Name, Paper, Person, Variant, Venue

IS_PERSON = re.compile(r'"person"\s*:')
_IS_VENUE = re.compile(r'"venue"\s*:')


def record_of(path: str, line: str) -> Paper | Person | Venue:
    """The record of one line. Raises pydantic's ValidationError."""
    if IS_PERSON.search(line):
        return _person(path, PERSON.validate_json(line))
    if _IS_VENUE.search(line):
        return Venue(VENUE.validate_json(line).venue, path)
    return _paper(path, PAPER.validate_json(line))


def _name(form: NameForm) -> Name:
    return Name(form.first or None, form.last)


def _byline(path: str, paper: str, role: str, forms: Sequence[AuthorshipForm]) -> tuple[Authorship, ...]:
    return tuple(
        Authorship(
            _name(form),
            paper,
            position,
            role,
            path,
            form.id,
            form.orcid,
            form.affiliations,
            tuple(Variant(variant.script, _name(variant)) for variant in form.variants),
            form.openreview,
            form.literal,
        )
        for position, form in enumerate(forms, 1)
    )


def _paper(path: str, form: PaperForm) -> Paper:
    return Paper(
        form.id,
        form.title,
        form.year,
        path,
        _byline(path, form.id, "author", form.authors),
        _byline(path, form.id, "editor", form.editors),
        form.venues,
        form.volume,
        form.abstract,
        form.doi,
        form.pages,
        form.key,
        form.language,
        form.front_matter,
    )


def _person(path: str, form: PersonForm) -> Person:
    return Person(
        form.person,
        tuple(dict.fromkeys(map(_name, form.names))),
        path,
        form.orcid,
        form.degree,
        form.comment,
        form.similar,
        form.verified,
        form.matches_by_name,
        form.other_ids,
    )
