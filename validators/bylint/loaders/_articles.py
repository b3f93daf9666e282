"""Papers from trees of XML, in any format that an ArticleForm describes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bylint.finding import Finding
from bylint.loaders import Record
from bylint.loaders._article_texts import text_of, title_of
from bylint.loaders._markup import markup_of
from bylint.loaders._whole_names import whole_name
from bylint.loaders._xml import XmlError, line_of, on_one_line, parse, spell_out_characters
from bylint.loaders.shared import BROKEN_RECORD, brief, broken_file
from bylint.model import Authorship, Location, Name, Paper, Variant

if TYPE_CHECKING:
    from lxml import etree


class Signature(NamedTuple):
    """What writes one name of a byline, and what stands beside it."""

    name: Name
    element: "etree._Element"
    """What writes it."""
    first: tuple["etree._Element", ...] = ()
    last: tuple["etree._Element", ...] = ()
    """Elements whose texts, with spaces between them, are the first or the last name; neither of them has any where
    the name is written as one text."""
    is_body: bool = False
    """Whether the one text is the name of a body, which is not to be parted."""
    orcid: "etree._Element | None" = None
    affiliations: tuple[tuple["etree._Element", str], ...] = ()
    """The elements and what they say."""
    variants: tuple[Variant, ...] = ()


class Written(NamedTuple):
    """A record of a file."""

    paper: Paper
    """Without its bylines."""
    element: "etree._Element"
    parts: Mapping[str, "etree._Element | None"]
    """What writes the parts of the record that findings point at."""
    bylines: Mapping[str, Sequence[Signature]]


class ArticleForm(NamedTuple):
    """One format."""

    roots: frozenset[str]
    """Names of elements that its files begin with."""
    records: Callable[["etree._Element", str], Iterator[Written | Finding]]
    """The records of a tree, in its order, from its root and the path of the file."""
    first_tag: str
    """The element of a first name."""
    is_first_first: bool
    """Whether it stands before that of the last name."""


def tree_of(data: bytes) -> "etree._Element":
    """The tree of a file, with characters for their names and without namespaces. Raises XmlError."""
    root = parse(data, may_name_a_type=True)
    spell_out_characters(root)
    for element in root.iter("*"):
        if element.tag.startswith("{"):
            element.tag = element.tag.rpartition("}")[2]
    return root


def read_articles(form: ArticleForm, path: str, data: bytes) -> Iterator[Record]:
    """The papers of a file, in its order; a file, a record or a name that cannot be read is a finding."""
    try:
        root = tree_of(data)
    except XmlError as error:
        yield broken_file(path, str(error), error.line, error.column)
        return
    if root.tag not in form.roots:
        wanted = ", ".join(f"<{tag}>" for tag in sorted(form.roots))
        yield broken_file(path, f"the root element is <{brief(root.tag)}>, not one of {wanted}", line_of(root))
        return
    for record in form.records(root, path):
        if isinstance(record, Finding):
            yield record
        else:
            yield from markup_of(record.paper)
            authors, editors = _byline(record, "author", path), _byline(record, "editor", path)
            yield record.paper._replace(authorships=authors, editors=editors)


def broken_record(element: "etree._Element", path: str, told: str, about: str) -> Finding:
    """The finding for an element that is not of the form that its format asks for."""
    place = Location(path, line=line_of(element))
    return Finding(check=BROKEN_RECORD.id, message=brief(told, 200), location=place, about=brief(about, 200))


def person(
    element: "etree._Element", first: Sequence["etree._Element"], last: Sequence["etree._Element"]
) -> Signature | None:
    """The signature of a name that is written in parts; None where nothing is. What is alone is the last name."""
    first, last = tuple(filter(_holds_text, first)), tuple(filter(_holds_text, last))
    if not last:
        first, last = (), first
    return Signature(Name(joined(first) or None, joined(last)), element, first, last) if last else None


def person_in_one_text(element: "etree._Element") -> Signature | None:
    """The signature of a person whose name is written as one text; None where nothing is written."""
    text = title_of(element)
    return Signature(whole_name(text), element) if text else None


def body(element: "etree._Element") -> Signature | None:
    """The signature of a body; None where nothing is written."""
    text = title_of(element)
    return Signature(Name(None, text), element, is_body=True) if text else None


def joined(elements: Sequence["etree._Element"]) -> str:
    """The texts of the parts of a name, with spaces between them."""
    return " ".join(map(part_of_name, elements))


def part_of_name(element: "etree._Element") -> str:
    """The text of a part of a name with every space, but for those that only lay it out on several lines."""
    text = text_of(element)
    return on_one_line(text) if "\n" in text else text


def _holds_text(element: "etree._Element") -> bool:
    return bool(part_of_name(element).strip())


def _byline(record: Written, role: str, path: str) -> tuple[Authorship, ...]:
    return tuple(
        Authorship(
            signature.name,
            record.paper.id,
            position,
            role,
            path,
            orcid=(text_of(signature.orcid).strip() or None) if signature.orcid is not None else None,
            affiliations=tuple(filter(None, (text for _, text in signature.affiliations))),
            variants=signature.variants,
            is_literal=signature.is_body,
        )
        for position, signature in enumerate(record.bylines.get(role, ()), 1)
    )
