"""What the engine itself reports: faults of the run, of the settings and of the baseline."""

from collections.abc import Container, Iterable, Iterator

from bylint.checks import Check, declare
from bylint.finding import Evidence, Finding, Severity, SubjectReference
from bylint.model import Authorship, Location, Name, Paper

UNREADABLE_FILE = declare(
    "unreadable-file",
    Severity.ERROR,
    """
A file of the corpus cannot be opened.

## Why it matters

Its records are missing, so every answer about the people in it is incomplete: the run ends with exit code 3.

## What to do

See that the path is a regular file inside the repository, and that you may read it.
""",
)
CRASHED_CHECK = declare(
    "crashed-check",
    Severity.ERROR,
    """
A check failed while it ran.

## Why it matters

What it would have found is not in the report. The other checks are not touched by it, but the run ends with exit
code 3, because it cannot be trusted to be complete.

## What to do

Report it to the author of the check, with the place that is named. To go on without the check, add it to `ignore`.
""",
)
REFUSED_PLUGIN = declare(
    "refused-plugin",
    Severity.ERROR,
    """
An installed plugin breaks a rule and takes no part.

## Why it matters

Its checks do not run, and nobody would see it: the run ends with exit code 3.

## What to do

`bylint plugins` says what is wrong and where. To go on without the plugin, name it in `plugins.deny`.
""",
)
UNUSED_WAIVER = declare(
    "unused-waiver",
    Severity.WARNING,
    """
A waiver in the settings matches no finding.

## Why it matters

The thing it excused is gone, or the waiver never matched. If it stays, it may hide something else one day.

## What to do

Take the waiver out.
""",
)
UNUSED_BASELINE = declare(
    "unused-baseline",
    Severity.NOTE,
    """
Entries of the baseline match no finding any more.

## Why it matters

They were settled, which is good; as long as they stay, the same slip can come back unseen.

## What to do

Run `bylint baseline --prune`.
""",
)

DEADNAME = declare(
    "deadname",
    Severity.WARNING,
    """
A paper carries a name that its bearer has given up.

## Why it matters

Somebody has changed their name and asked that the old one is not shown any more. An ingest from old metadata brings it
back.

## What to do

Find the authorship: the settings' `withhold` lists the SHA-256 of the name, which `printf 'first last' | sha256sum`
gives for each name of the byline, in lower case. Write the name that its bearer uses today, and let the people
database lead the old papers to the same page.

The finding names the paper and nothing else, neither of the two names, nor the place in the byline; but on a paper of
few authors that may be enough to guess. Where a log is public and old papers are to stay as they are, put `deadname`
into `ignore`, or a waiver on those papers, and run it where only you read it.

## Quiet on

Names that `withhold` does not list. An entry of the people database, which has to list the old name as long as a paper
carries it.
""",
)

CHECKS: tuple[Check, ...] = (
    CRASHED_CHECK,
    DEADNAME,
    REFUSED_PLUGIN,
    UNREADABLE_FILE,
    UNUSED_BASELINE,
    UNUSED_WAIVER,
)
"""All of them, by id."""

INCOMPLETE: frozenset[str] = frozenset({"broken-file", "crashed-check", "refused-plugin", "unreadable-file"})
"""A finding of one of these means that the run is not to be trusted."""


def unreadable_file(path: str, why: str) -> Finding:
    """A file that cannot be opened."""
    return Finding(check=UNREADABLE_FILE.id, message=why, location=Location(path))


def crashed_check(check: Check, why: str, where: str, subject: str, times: int) -> Finding:
    """A check that failed `times` times, first on `subject`."""
    often = "" if times == 1 else f", {times} times in all"
    return Finding(
        check=CRASHED_CHECK.id,
        message=f"{check.id} failed on {subject}{often}: {why}",
        subject=SubjectReference("check", check.id),
        evidence=(Evidence(text=f"raised at {where}"),) if where else (),
    )


def refused_plugin(name: str, distribution: str, why: str) -> Finding:
    """A plugin that was refused."""
    return Finding(
        check=REFUSED_PLUGIN.id,
        message=f"{distribution} ({name}) is refused: {why}",
        subject=SubjectReference("plugin", f"{distribution} {name}"),
    )


def deadnames(papers: Iterable[Paper], given_up: Container[Name]) -> Iterator[Finding]:
    """Papers with a name that its bearer has given up, in a byline or beside it in another script."""

    def is_told(authorship: Authorship) -> bool:
        return authorship.name in given_up or any(variant.name in given_up for variant in authorship.variants)

    for paper in papers:
        if any(is_told(authorship) for byline in paper.bylines for authorship in byline):
            yield Finding(
                check=DEADNAME.id,
                message=f"{paper.id} carries a name that its bearer has given up",
                location=paper.location,
                papers=(paper.id,),
            )
