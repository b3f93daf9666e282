"""
The records and names of files of JSON and YAML as bylint reads them, beside what `json` and PyYAML's loader see.

    python tests/benchmarks/read_json.py FILE ...

One row a loader and folder: files, then papers, authors and editors, each as bylint reads it and as it is counted without
bylint, those without authors, and what could not be read. A recorded answer in YAML, as test suites keep them, is taken
out of its wrapping first, text, base64 or gzip.
"""

import argparse
import base64
import gzip
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from bylint import Finding, Paper
from bylint.loaders import Loader
from bylint.plugins import Plugins

LOADERS = Plugins().loaders


def contents(path: Path) -> Iterator[tuple[str, bytes]]:
    """What a file holds: itself, or the answers that are recorded in it, each with a name."""
    data = path.read_bytes()
    if path.suffix not in {".yml", ".yaml"}:
        yield path.name, data
        return
    recorded = yaml.load(data, Loader=yaml.CSafeLoader)
    for number, exchange in enumerate(recorded.get("interactions") or recorded["http_interactions"]):
        body = exchange["response"]["body"]
        answer = body.get("string") or body.get("base64_string") or ""
        answer = answer.encode() if isinstance(answer, str) else answer
        if body.get("encoding") == "base64" or "base64_string" in body or answer.startswith(b"eyJ"):
            answer = base64.b64decode(answer)
        yield f"{path.stem}-{number}.json", gzip.decompress(answer) if answer.startswith(b"\x1f\x8b") else answer


def loader_of(name: str, data: bytes) -> Loader | None:
    """The loader that reads a file."""
    return next((one for one in LOADERS if name.endswith(one.endings) and one.recognises(name, data[:4096])), None)


def listed(value: Any) -> list[Any]:
    """A list, or what stands alone as one."""
    return value if isinstance(value, list) else [value] if value else []


def _citations(tree: Any) -> list[Any]:
    return [tree, *listed(tree.get("preferred-citation")), *tree.get("references", [])]


def _of_scholar(tree: Any) -> list[Any]:
    if isinstance(tree, list):
        return tree
    return tree["papers"] if "papers" in tree else [tree, *tree.get("citations", []), *tree.get("references", [])]


RECORDS: Mapping[str, Callable[[Any], list[Any]]] = {
    "csl-json": listed,
    "crossref": lambda tree: listed(tree.get("message", tree).get("items", tree.get("message", tree))),
    "openalex": lambda tree: listed(tree.get("results", tree)),
    "datacite": lambda tree: [one.get("attributes", one) for one in listed(tree.get("data", tree))],
    "openreview": lambda tree: [one["content"] for one in tree["notes"]],
    "semantic-scholar": _of_scholar,
    "ismir": listed,
    "mlanthology": lambda tree: listed(tree.get("papers", tree)),
    "codemeta": listed,
    "cff": _citations,
    "arxiv-snapshot": listed,
}
AUTHORS = {
    "openalex": "authorships",
    "datacite": "creators",
    "cff": "authors",
    "mlanthology": "authors",
    "arxiv-snapshot": "authors_parsed",
}
EDITORS = {"cff": "editors", "datacite": "contributors"}


def parsed(text: str) -> Any:
    """The value of a text of JSON, or the list of those on its lines."""
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return [json.loads(line) for line in text.splitlines()]


def by_hand(name: str, loader: str, data: bytes) -> tuple[int, int, int]:
    """The records, authors and editors of a file."""
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode()
    tree = yaml.safe_load(text) if loader == "cff" else parsed(text)
    records = [one for one in RECORDS[loader](tree) if one]
    key = AUTHORS.get(loader, "authors" if loader == "semantic-scholar" else "author")
    editors = [one for record in records for one in listed(record.get(EDITORS.get(loader, "editor")))]
    if loader == "datacite":
        editors = [one for one in editors if one.get("contributorType") == "Editor"]
    return len(records), sum(len(listed(record.get(key))) for record in records), len(editors)


def by_bylint(name: str, loader: Loader, data: bytes) -> tuple[tuple[int, int, int], int, Counter[str]]:
    """The same as the loader reads it, the papers without authors, and what could not be read, by check."""
    records = list(loader.read(name, data))
    papers = [record for record in records if isinstance(record, Paper)]
    counts = (
        len(papers),
        sum(len(paper.authorships) for paper in papers),
        sum(len(paper.editors) for paper in papers),
    )
    found = Counter(record.check for record in records if isinstance(record, Finding))
    return counts, sum(not paper.authorships for paper in papers), found


def main() -> None:
    """Print a table, and the files that no loader reads."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    rows: dict[tuple[str, str], list[Any]] = {}
    unread = []
    for path in parser.parse_args().files:
        for name, data in contents(path):
            loader = loader_of(name, data)
            if loader is None:
                unread.append(f"{name}: {data[:40]!r}")
                continue
            ours, alone, found = by_bylint(name, loader, data)
            row = rows.setdefault((path.parent.name, loader.name), [0, Counter(), Counter(), 0, Counter()])
            row[0] += 1
            row[1].update(dict(enumerate(ours)))
            row[2].update(dict(enumerate(by_hand(name, loader.name, data))))
            row[3] += alone
            row[4].update(found)
    print("| folder | loader | files | papers | authors | editors | without authors | findings of the loader |")  # noqa: T201
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")  # noqa: T201
    for (folder, loader_name), (files, ours, theirs, alone, found) in sorted(rows.items()):
        counts = [f"{ours[part]} of {theirs[part]}" for part in range(3)]
        told = ", ".join(f"{check} {count}" for check, count in sorted(found.items())) or "none"
        print(f"| {folder} | {loader_name} | {files} | {' | '.join(counts)} | {alone} | {told} |")  # noqa: T201
    for told in unread:
        print(f"not read: {told}")  # noqa: T201


if __name__ == "__main__":
    main()
