"""What a change does, in a few sentences."""

from collections.abc import Callable, Iterator, Sequence

from bylint.preview.model import PageEvent, Preview, Put
from bylint.preview.pages import KINDS
from bylint.reporters._shared import number

_DONE = {
    "made": "makes {}",
    "split": "splits {}",
    "merged": "merges {}",
    "emptied": "empties {}",
    "renamed": "gives another id to {}",
}


def title(preview: Preview) -> str:
    """The two states."""
    return f"{_side(preview.base.name, preview.base.commit)} to {_side(preview.head.name, preview.head.commit)}"


def _side(name: str, commit: str) -> str:
    if not commit:
        return "the work tree"
    short = commit[:12]
    return short if commit.startswith(name) else f"{name} ({short})"


def sentences(preview: Preview) -> Sequence[str]:
    """What the change does, the most telling first; one sentence at least."""
    found = [*_put(preview), *_pages(preview), *_bylines(preview), *_findings(preview)]
    subject = "This ingest" if preview.papers.new else "This change"
    if not found:
        return [f"{subject} touches no page, no byline and no finding."]
    return [f"{subject if place == 0 else 'It'} {said}." for place, said in enumerate(found)]


_GROUPS: tuple[tuple[Callable[[Put], bool], str, str], ...] = (
    (lambda put: put.by == "name", "verified page", " by name alone"),
    (lambda put: put.by in {"id", "orcid"}, "page", " by an id or an ORCID"),
    (lambda put: put.by == "slug" and put.is_known, "page", " that nobody has verified, by name alone"),
)
"""New authorships, by what put them where they are; the rest are on pages that the change makes."""


def _put(preview: Preview) -> Iterator[str]:
    new = [put for put in preview.put if put.came_from is None]
    for belongs, page, how in _GROUPS:
        group = [put for put in new if belongs(put)]
        if group:
            pages = number(len({put.page for put in group}), page)
            yield f"puts {_papers(group)} on {pages}{how}{_wrong(group)}"
    alone = [put for put in new if put.wrong and put.by == "slug" and not put.is_known]
    if alone:
        yield f"puts {_papers(alone)} on new pages, where the evidence points to somebody who is known"


def _papers(some: Sequence[Put]) -> str:
    return number(len({put.paper for put in some}), "paper")


def _wrong(some: Sequence[Put]) -> str:
    """How many papers look wrong, as the end of a sentence."""
    papers, wrong = {put.paper for put in some}, {put.paper for put in some if put.wrong}
    if not wrong:
        return ""
    if len(papers) == len(wrong):
        return "; it looks wrong" if len(wrong) == 1 else "; all of them look wrong"
    return f"; {len(wrong):,} of them {'looks' if len(wrong) == 1 else 'look'} wrong"


def _pages(preview: Preview) -> Iterator[str]:
    counts = {kind: [event for event in preview.pages if event.kind == kind] for kind in KINDS}
    done = [_DONE[kind].format(number(len(counts[kind]), "page")) for kind in _DONE if counts[kind]]
    moved = counts["moved"]
    if moved:
        done.append(f"moves {number(len(_moving(moved)), 'paper')} between pages")
    if done:
        yield _listed(done)
    misled = [put for put in preview.put if put.came_from is not None and put.wrong]
    if misled:
        one = len({put.paper for put in misled}) == 1
        yield f"moves {_papers(misled)} to where {'it looks' if one else 'they look'} wrong"


def _moving(events: Sequence[PageEvent]) -> set[str]:
    return {move.paper for event in events for move in event.moves}


def _bylines(preview: Preview) -> Iterator[str]:
    done = []
    if preview.bylines:
        changed = len({byline.paper for byline in preview.bylines})
        done.append("changes the byline of 1 paper" if changed == 1 else f"changes the bylines of {changed:,} papers")
    if preview.papers.gone:
        done.append(f"takes away {number(preview.papers.gone, 'paper')}")
    if preview.papers.renumbered:
        done.append(f"gives another id to {number(preview.papers.renumbered, 'paper')}")
    if done:
        yield _listed(done)


def _findings(preview: Preview) -> Iterator[str]:
    found = preview.outcomes
    brought = len(found.brought) + len(preview.told)
    done = []
    if brought:
        failing = preview.failing
        verb = "fails" if failing == 1 else "fail"
        fails = f" ({failing:,} {verb} the {preview.after.audience})" if failing else ""
        done.append(f"brings {number(brought, 'finding')}{fails}")
    if found.settled:
        done.append(f"settles {number(len(found.settled), 'finding')}")
    if done:
        yield _listed(done)
    if found.hidden_brought or found.hidden_settled:
        brings, settles = f"{found.hidden_brought:,}", f"{found.hidden_settled:,}"
        yield f"brings {brings} and settles {settles} that are less sure, which --for review tells"


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
