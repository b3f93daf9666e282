"""
Works of OpenAlex by the hundred thousand in one file, checked as a stream: works a second, memory, processor time.

    python tests/benchmarks/streams.py --works 1000000 [--size full lean] [--packed] [--jobs 2] [--folder FOLDER]

The works have the structure of a sample, `--sample`, a work as OpenAlex writes it, with other people in it. Groups of a dozen write ten works each, alone or up to nine at a time, so that names, pages and teams grow with
the works as they do in a real collection; given and family names are drawn unevenly, so that there are namesakes. One name
of four is printed with an initial, one of eight has accents, two of five people have an ORCID, and one name of five hundred a slip.

A work of size `lean` has what bylint reads of it; one of size `full` has everything else that OpenAlex writes, too:
`--padding` more bytes of it, as many as make it about 14 KB by default. Checked are all checks whose subject is a name, an
authorship or a paper, in a process of its own for each run; memory is that of all its processes together.
"""

import argparse
import gzip
import json
import random
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from whole_run import Run, one_run, spread

from bylint.corpus.people import orcid_check_digit
from bylint.plugins import load_plugins
from bylint.report import EXIT_CLEAN, EXIT_FINDINGS

SUBJECTS = {"name", "authorship", "paper"}
GROUP = 12
"""People who write together."""
OF_A_GROUP = 10
"""Works that a group writes."""
SIZES = (1, 2, 3, 3, 4, 4, 5, 5, 6, 9)
"""Authors of works, one after the other."""
PADDING = 9500
SLIPS = 500
_ONSETS = (
    "b",
    "br",
    "ch",
    "d",
    "f",
    "g",
    "h",
    "j",
    "k",
    "kr",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "sh",
    "t",
    "v",
    "w",
    "y",
    "z",
)
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ei", "ou")
_ACCENTS = {"a": "á", "e": "é", "o": "ö", "u": "ü"}
_CODAS = ("", "n", "l", "r", "s", "ng", "m", "k")
_TOPICS = [
    "parsing",
    "models",
    "corpus",
    "translation",
    "of",
    "the",
    "for",
    "neural",
    "methods",
    "evaluation",
    "language",
    "with",
    "sparse",
    "graphs",
    "retrieval",
    "noisy",
    "speech",
    "annotation",
    "low",
    "resource",
    "transfer",
    "learning",
    "and",
    "dialogue",
    "systems",
    "in",
    "clinical",
    "text",
    "probing",
    "large",
    "scale",
    "data",
]


def words(number: int, syllables: int, seed: int) -> list[str]:
    """Some invented names of up to so many syllables, no two alike."""
    chosen = random.Random(seed)
    found: dict[str, None] = {}
    while len(found) < number:
        parts = [
            chosen.choice(_ONSETS) + chosen.choice(_VOWELS) + chosen.choice(_CODAS)
            for _ in range(chosen.randint(1, syllables))
        ]
        name = "".join(parts)
        if chosen.random() < 0.08:
            name = "".join(_ACCENTS.get(letter, letter) for letter in name)
        if len(name) > 2:
            found.setdefault(name.capitalize())
    return list(found)


def uneven(names: list[str], chosen: random.Random) -> str:
    """One of some names, the first ones more often than the last."""
    return names[int(len(names) * chosen.random() ** 3)]


def entry_of(person: int, place: str, chosen: random.Random, names: tuple[list[str], list[str]]) -> dict[str, Any]:
    """An authorship of somebody, as OpenAlex writes it."""
    given, family = uneven(names[0], chosen), uneven(names[1], chosen)
    printed = f"{given[0]}. {family}" if chosen.random() < 0.25 else f"{given} {family}"
    if chosen.randrange(SLIPS) == 0:
        printed = chosen.choice(
            [printed.upper(), f"Dr. {printed}", printed.replace(" ", "  "), f"{given}{family}", family]
        )
    digits = f"{person:016d}"[-15:]
    bare = "-".join(f"{digits}{orcid_check_digit(digits)}"[at : at + 4] for at in range(0, 16, 4))
    institution = f"https://openalex.org/I{person // GROUP}"
    return {
        "author_position": "middle",
        "author": {
            "id": f"https://openalex.org/A{5000000000 + person}",
            "display_name": f"{given} {family}",
            "orcid": f"https://orcid.org/{bare}" if chosen.random() < 0.4 else None,
        },
        "institutions": [
            {
                "id": institution,
                "display_name": f"University of {place}",
                "ror": f"https://ror.org/{person // GROUP:09d}",
                "country_code": "US",
                "type": "education",
                "lineage": [institution],
            }
        ],
        "countries": ["US"],
        "is_corresponding": False,
        "raw_author_name": printed,
        "raw_affiliation_strings": [f"Department of Letters, University of {place}"],
        "affiliations": [
            {
                "raw_affiliation_string": f"Department of Letters, University of {place}",
                "institution_ids": [institution],
            }
        ],
    }


def _abstract(chosen: random.Random) -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for position in range(chosen.randint(60, 160)):
        index.setdefault(chosen.choice(_TOPICS) + "s" * chosen.randrange(3), []).append(position)
    return index


def works(number: int, sample: Mapping[str, Any], size: str, padding: int) -> Iterator[str]:
    """Works as lines of JSON."""
    chosen = random.Random(7)
    names = words(3000, 3, 1), words(40_000, 4, 2)
    rest = {} if size == "lean" else _rest(sample, padding)
    group: list[str] = []
    for at in range(number):
        if at % OF_A_GROUP == 0:
            first = at // OF_A_GROUP * GROUP
            place = uneven(names[1], chosen)
            group = [_line(entry_of(first + member, place, chosen, names)) for member in range(GROUP)]
        team = chosen.sample(group, SIZES[at % len(SIZES)])
        title = " ".join(chosen.choices(_TOPICS, k=9)).capitalize()
        work = {
            "id": f"https://openalex.org/W{4000000000 + at}",
            "doi": f"https://doi.org/10.1000/{at}",
            "title": title,
            "display_name": title,
            "publication_year": 1990 + at % 35,
            "language": "en",
            "primary_location": {"source": {"id": "https://openalex.org/S1", "display_name": "A Journal"}},
            "biblio": {"volume": "1", "issue": "2", "first_page": str(at), "last_page": str(at + 9)},
            "abstract_inverted_index": _abstract(chosen),
            **rest,
        }
        yield f'{_line(work)[:-1]},"authorships":[{",".join(team)}]}}\n'


def _rest(sample: Mapping[str, Any], padding: int) -> dict[str, Any]:
    """What else the sample's work has, with shorter lists where that is more than so many bytes."""
    read = {"authorships", "abstract_inverted_index", "abstract_inverted_index_v3"}
    rest = {key: value for key, value in sample.items() if key not in read and "name" not in key and key[0] != "p"}
    rest = {key: value for key, value in rest.items() if key not in {"id", "doi", "title", "language", "biblio"}}
    while len(_line(rest)) > padding:
        longest = max(
            (value for value in rest.values() if isinstance(value, list)), key=lambda value: len(_line(value))
        )
        if not longest:
            break
        longest.pop()
    return rest


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write(path: Path, lines: Iterator[str]) -> int:
    """Write lines, packed where the name says so; the bytes before packing."""
    size = 0
    with gzip.open(path, "wb", 6) if path.suffix == ".gz" else path.open("wb") as file:
        for line in lines:
            data = line.encode()
            size += len(data)
            file.write(data)
    return size


def selected() -> list[str]:
    """The checks whose subject is a name, an authorship or a paper."""
    return sorted(check.id for check in load_plugins().checks if check.subject in SUBJECTS and check.by_default)


def row(name: str, size: int, works: int, jobs: int, runs: list[Run]) -> str:
    """A row of the table."""
    return (
        f"| {name} | {size / 1e6:,.0f} | {size / works / 1000:.1f} | {jobs} | {spread([run.seconds for run in runs])} "
        f"| {works / min(run.seconds for run in runs):,.0f} | {spread([run.cpu_seconds for run in runs])} "
        f"| {max(run.peak_megabytes for run in runs):,.0f} | {', '.join(sorted({str(run.exit_code) for run in runs}))} |"
    )


def main() -> None:
    """Write the files, check each, and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--works", type=int, default=100_000)
    parser.add_argument("--size", nargs="+", choices=("lean", "full"), default=["lean", "full"])
    parser.add_argument("--packed", nargs="*", choices=("no", "yes"), default=["no"], help="as .jsonl, as .jsonl.gz")
    parser.add_argument("--jobs", nargs="+", type=int, default=[2])
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument(
        "--padding", type=int, default=PADDING, help="bytes that a full work has and bylint does not read"
    )
    parser.add_argument("--sample", type=Path, help="a work of OpenAlex in JSON; needed for works of size full")
    parser.add_argument("--folder", type=Path, help="where the files are written and left; a temporary one otherwise")
    parsed = parser.parse_args()
    sample = json.loads(parsed.sample.read_bytes()) if parsed.sample else {}
    print("| file | MB | KB a work | jobs | wall seconds | works a second | CPU seconds | peak MB | exit |")  # noqa: T201
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")  # noqa: T201
    with tempfile.TemporaryDirectory(dir=parsed.folder) as temporary:
        for size in parsed.size:
            for packed in parsed.packed:
                folder = Path(parsed.folder or temporary)
                path = folder / f"{size}-{parsed.works}.jsonl{'.gz' * (packed == 'yes')}"
                written = write(path, works(parsed.works, sample, size, parsed.padding))
                for jobs in parsed.jobs:
                    command = [
                        sys.executable,
                        "-m",
                        "bylint",
                        "check",
                        str(path),
                        "--progress",
                        "never",
                        "--for",
                        "review",
                    ]
                    command += ["--select", ",".join(selected()), "--jobs", str(jobs)]
                    runs = [one_run(command) for _ in range(parsed.runs)]
                    if {run.exit_code for run in runs} - {EXIT_CLEAN, EXIT_FINDINGS}:
                        sys.exit(f"bylint failed on {path}, so nothing is measured")
                    print(row(path.name, written, parsed.works, jobs, runs), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
