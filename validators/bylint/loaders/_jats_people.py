"""Who wrote and edited an article, as the front matter of JATS says it."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from bylint.loaders._article_texts import address_of, title_of
from bylint.loaders._articles import Signature, body, broken_record, part_of_name, person, person_in_one_text
from bylint.model import Variant
from bylint.names import PARTICLES, scripts

if TYPE_CHECKING:
    from lxml import etree

    from bylint.finding import Finding

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
"""The attribute that says the language of an element."""
_NAMES = ("name", "string-name", "name-alternatives")
_BODIES = ("collab", "collab-name")
_FORMS_OF_A_BODY = ("collab-alternatives", "collab-name-alternatives")
_NO_ONE = frozenset({"non", "reviewer", "reviewers", "translator"})
"""Words of kinds of contributors who are not in the byline: `author non-byline`."""
_NEUTRAL = frozenset({"collab", "collaboration", "group", "organization", "person"})
"""Words that say what a contributor is, and not what they did."""
_ORCID = "orcid.org/"


class People:
    """The bylines of an article, and what is wrong with them."""

    def __init__(self, meta: "etree._Element", path: str, record: str) -> None:
        """Reads the groups of contributors that stand in the front matter itself, and those of bodies among them."""
        self.bylines: dict[str, list[Signature]] = {"author": [], "editor": []}
        self.findings: list[Finding] = []
        self._path, self._record = path, record
        self._affiliations = dict(_addresses(meta))
        for group in meta.iterchildren("contrib-group"):
            self._add_group(group, is_of_body=False)

    def _add_group(self, group: "etree._Element", *, is_of_body: bool) -> None:
        contributors = list(group.iterchildren("contrib"))
        is_shared = not any(self._referred(contributor) for contributor in contributors)
        shared = [(element, address_of(element)) for element in group.iterchildren("aff")] if is_shared else []
        for contributor in contributors:
            role = _role(contributor, group, is_of_body=is_of_body)
            if role:
                self._add(contributor, role, shared)

    def _add(self, contributor: "etree._Element", role: str, shared: Sequence[tuple["etree._Element", str]]) -> None:
        people = list(contributor.iterchildren(*_NAMES))
        bodies = list(contributor.iterchildren(*_BODIES, *_FORMS_OF_A_BODY))
        named = _person(people[0]) if people else _body(bodies[0]) if bodies else None
        if named is None:
            if contributor.find("anonymous") is None:
                self._tell(contributor, f"{role} {len(self.bylines[role]) + 1}: no name")
        else:
            if len(people) > 1:
                self._tell(contributor, f"{role} {named.name} has {len(people)} names, of which one is read")
            affiliations = self._referred(contributor) or shared
            self.bylines[role].append(named._replace(orcid=_orcid(contributor), affiliations=tuple(affiliations)))
        for group in [] if people else _groups_inside(bodies):
            self._add_group(group, is_of_body=True)

    def _tell(self, contributor: "etree._Element", told: str) -> None:
        self.findings.append(
            broken_record(contributor, self._path, f"{self._record}: {told}", f"{self._record} {told}")
        )

    def _referred(self, contributor: "etree._Element") -> list[tuple["etree._Element", str]]:
        """The affiliations that a contributor refers to, then those that stand with them."""
        found: dict[etree._Element, str] = {}
        for child in contributor.iterchildren("xref", "aff"):
            for reference in (child, *child.iterchildren("xref")):
                for own_id in reference.get("rid", "").split() if reference.tag == "xref" else ():
                    if own_id in self._affiliations:
                        found.setdefault(*self._affiliations[own_id])
            if child.tag == "aff" and (address := address_of(child)):
                found.setdefault(child, address)
        return list(found.items())


def _addresses(meta: "etree._Element") -> Iterator[tuple[str, tuple["etree._Element", str]]]:
    """The affiliations of an article by their ids; of one in several languages, the first."""
    for element in meta.iter("aff", "aff-alternatives"):
        own = element.find("aff") if element.tag == "aff-alternatives" else element
        if own is not None:
            address = own, address_of(own)
            yield from ((own_id, address) for own_id in {element.get("id", ""), own.get("id", "")} if own_id)


def _role(contributor: "etree._Element", group: "etree._Element", *, is_of_body: bool) -> str:
    """`author`, `editor`, or nothing; who belongs to a body is an author only where the record says so."""
    said = _words(contributor.get("contrib-type", "")) - _NEUTRAL or _words(group.get("content-type", ""))
    if said & _NO_ONE:
        return ""
    if said & {"editor", "editors"}:
        return "editor"
    if said & {"author", "authors"}:
        return "author"
    if is_of_body or (said and contributor.get("contrib-type")):
        return ""
    roles = (_words(title_of(role)) for role in contributor.iterchildren("role"))
    return "editor" if any("editor" in words for words in roles) else "author"


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall("[a-z]+", text.lower()))


def _groups_inside(bodies: Sequence["etree._Element"]) -> Iterator["etree._Element"]:
    for element in bodies:
        own = element if element.tag in _BODIES else next(element.iterchildren(*_BODIES), None)
        yield from own.iterchildren("contrib-group") if own is not None else ()


def _person(element: "etree._Element") -> Signature | None:
    """The signature of a person; one of them for all forms of one name."""
    if element.tag != "name-alternatives":
        return _one_form(element)
    forms = [found for child in element.iterchildren("name", "string-name") if (found := _one_form(child)) is not None]
    return _with_variants(forms)


def _body(element: "etree._Element") -> Signature | None:
    if element.tag in _BODIES:
        return body(element)
    return _with_variants([found for child in element.iterchildren(*_BODIES) if (found := body(child)) is not None])


def _with_variants(forms: Sequence[Signature]) -> Signature | None:
    """The first form in Latin letters that is in parts, or else the first of the best, with the others beside it."""
    if not forms:
        return None
    main = min(forms, key=lambda form: (scripts(str(form.name)) != {"latin"}, not form.last))
    variants = tuple(Variant(form.element.get(LANGUAGE, ""), form.name) for form in forms if form.name != main.name)
    return main._replace(variants=variants)


def _one_form(element: "etree._Element") -> Signature | None:
    """The signature of a name, with a particle before the last name and a suffix behind it."""
    before = [part for part in element.iterchildren("prefix") if part_of_name(part).strip() in PARTICLES]
    surnames, behind = list(element.iterchildren("surname")), list(element.iterchildren("suffix"))
    first = list(element.iterchildren("given-names"))
    if element.tag == "name" or first or surnames:
        return person(element, first, [*before, *surnames, *behind] if surnames else [])
    return person_in_one_text(element)


def _orcid(contributor: "etree._Element") -> "etree._Element | None":
    """What says the ORCID of a contributor: an id of that kind or of none, or an address."""
    for child in contributor.iterchildren("contrib-id", "uri", "ext-link"):
        kind = child.get("contrib-id-type", "").lower()
        if kind == "orcid" or (not kind and _ORCID in (child.text or "")):
            return child
    return None
