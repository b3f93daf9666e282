"""What the script knows of the items and pages, as JSON: what decisions and filters are made of, and no more."""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from bylint.corpus.corpus import Corpus
from bylint.corpus.people import UNVERIFIED
from bylint.decisions.forms import FORMAT
from bylint.dossier.ids import NO_NAME, suffixes
from bylint.dossier.model import Dossier, Row
from bylint.model import Name
from bylint.names import slug
from bylint.review.items import Item, volumes_of

_TELLING_PAPERS = 20
"""Papers by which a repository is known from another."""


def content(
    items: Sequence[Item],
    dossiers: Mapping[str, Dossier],
    corpus: Corpus,
    ids: Collection[str],
    decisions: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    """Everything, as JSON can hold it; a page is named by its number among the dossiers."""
    number = {key: place for place, key in enumerate(dossiers)}
    volume_of = {paper.id: paper.volume_id for paper in corpus.papers if paper.volume_id}
    return {
        "format": FORMAT,
        "repository": repository_key(corpus),
        "items": [_item(item, number, volume_of) for item in items],
        "pages": [_page(dossier) for dossier in dossiers.values()],
        "ids": sorted(ids),
        "commonWords": sorted(NO_NAME),
        "decisions": decisions,
    }


def script_text(value: object) -> str:
    """JSON that can stand inside of a script element: nothing in it ends one, or begins a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("&", r"\u0026").replace("<", r"\u003c").replace(">", r"\u003e")
    return text.encode(errors="backslashreplace").decode()


def repository_key(corpus: Corpus) -> str:
    """A word for the repository that an ingest does not change, and that tells nothing of it."""
    told = [(paper.path, paper.id, paper.title) for paper in corpus.papers[:_TELLING_PAPERS]]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]


def _item(item: Item, number: Mapping[str, int], volume_of: Mapping[str, str]) -> dict[str, Any]:
    return {
        "check": item.check,
        "fingerprint": item.fingerprint,
        "severity": item.severity,
        "confidence": None if item.confidence is None else round(item.confidence, 4),
        "title": item.title,
        "kinds": item.kinds,
        "pages": [number[key] for key in item.pages],
        "volumes": volumes_of(item.papers, volume_of),
    }


def _page(dossier: Dossier) -> dict[str, Any]:
    ids, names = [page.name for page in dossier.pages], [name.name for name in dossier.names]
    usual: dict[str, Any] = {
        "byline": "authors",
        "name": names[0],
        "page": ids[0],
        "id": None,
        "orcid": None,
        "suffixes": [],
    }
    return {
        "ids": ids,
        "slug": slug(Name(None, dossier.title)),
        "names": names,
        "usual": usual,
        "papers": [_but(usual, _paper(row)) for row in dossier.papers],
        "targets": _targets(dossier),
    }


def _but(usual: Mapping[str, Any], held: Mapping[str, Any]) -> dict[str, Any]:
    """What is not as usual: most papers of a page differ in little, and a file may hold many thousands."""
    return {key: value for key, value in held.items() if key not in usual or usual[key] != value}


def _paper(row: Row) -> dict[str, Any]:
    return {
        "paper": row.id,
        "byline": f"{row.role}s",
        "position": row.position,
        "name": row.name,
        "page": row.page,
        "id": row.written_id,
        "orcid": row.orcid,
        "group": row.group,
        "suffixes": suffixes([row]),
    }


def _targets(dossier: Dossier) -> list[dict[str, str]]:
    """The people whose papers these may be, the nearest first."""
    found: dict[str, str] = {}
    for page in dossier.pages:
        found.setdefault(page.name, "this page")
    for group in dossier.groups:
        if group.id and not group.is_new:
            found.setdefault(group.id, f"group {group.group}")
    for item in dossier.misplaced:
        found.setdefault(item.suggested_id, "a namesake whom papers point to")
    for other in dossier.similar:
        found.setdefault(other.page, other.name)
    return [{"id": page, "why": why} for page, why in found.items() if not page.endswith(UNVERIFIED)]
