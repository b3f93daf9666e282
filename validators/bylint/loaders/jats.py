"""
JATS, the XML of journals (also NLM, PubMed Central, eLife, PLoS): the front matter of an article.

A file is one `<article>`; PubMed Central and OAI answers hold several. Read are, from `article-meta` alone, the title
and subtitle, the first abstract that is no teaser or picture, DOI, pages and the earliest date on which the article
came out, and from `journal-meta` the journal. Who is named in references, in letters to the authors and in other
articles inside this one is not of the byline. An article's id is its DOI, or else its number at PubMed Central.

Authors and editors are the contributors of these kinds, in their order; an editor may be the journal's or the
article's. An `author non-byline`, a reviewer or a translator is neither. A name is `given-names`, and `surname` with
`suffix`; a `prefix` is part of it where it is a particle, and not where it is a title. Of several forms of a name
(`name-alternatives`) the first in Latin letters and in parts is the name, the others are variants of it. A
`string-name` without parts ends with its last word, and with particles before that.

A body (`collab`) is one author, whatever it consists of. Its members follow it in the byline where the record calls
them authors, as journals of physics do for a collaboration of hundreds whose names are printed; where it does not, as
in eLife, they are not read. `on-behalf-of` names nobody.

Affiliations are those that a contributor refers to, or that stand with them; where nobody in a group refers to any,
those of the group. ORCIDs are read as they are written. There are no ids of people beside them.

A document type may be named; nothing is fetched for it, and one that declares anything itself is refused. Characters
may have the names that they have in HTML. Names, titles and ORCIDs can be changed in place.
"""

ROOTS = frozenset({"OAI-PMH", "article", "pmc-articleset"})
_SIGNS = (b"<front", b"article-meta", b"journal-meta", b"JATS", b"NLM//DTD", b"jats.nlm.nih.gov", b"article-type=")
_SIGNS_IN_OAI = (b"jats.nlm.nih.gov", b"dtd.nlm.nih.gov", b"article-type=")


def recognises(path: str, head: bytes) -> bool:  # noqa: ARG001 - every loader is handed both
    """Whether a file begins with an article that is of JATS, or with an answer that holds some."""
    from bylint.loaders._xml_heads import root_of

    root = root_of(head)
    beginning = head.replace(b"\0", b"")
    signs = {"article": _SIGNS, "OAI-PMH": _SIGNS_IN_OAI, "pmc-articleset": (b"",)}.get(root, ())
    return any(sign in beginning for sign in signs)
