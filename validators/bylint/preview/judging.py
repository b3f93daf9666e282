"""The findings of both states: those of `bylint check`, for each as if it were checked out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bylint.checks import FILE, Check
from bylint.finding import Finding
from bylint.preview.states import State
from bylint.privacy import Withheld, withheld
from bylint.run import Progress, findings_in, names_withheld


class Judged(NamedTuple):
    """What is found in each state."""

    before: Sequence[Finding]
    after: Sequence[Finding]


def judged(before: State, after: State, progress: Progress) -> Judged:
    """The findings of both states.

    Where both hold the same records and are asked the same, nothing is put to any check.
    """
    is_to_judge = not _are_alike(before, after)
    then = [check for check in before.question.checks if not check.needs_base and (is_to_judge or _is_of_files(check))]
    now = [check for check in after.question.checks if is_to_judge or _is_of_files(check)]
    return Judged(_findings(before, then, progress), _findings(after, now, progress))


def hidden_names(before: State, after: State) -> Withheld:
    """The names that either state withholds, as far as one of them holds any."""
    settings = [state.question.setup.settings for state in (before, after)]
    digests = sorted({digest for one in settings for digest in one.withhold})
    found = [
        names_withheld(replace(one, withhold=tuple(digests)), state.reading).names
        for one, state in zip(settings, (before, after), strict=True)
    ]
    return withheld(digests, found[0] | found[1])


def _findings(state: State, checks: Sequence[Check], progress: Progress) -> Sequence[Finding]:
    return findings_in(state.reading, state.scope, replace(state.question, checks=checks), progress)[0]


def _is_of_files(check: Check) -> bool:
    """Whether loaders have given its findings already."""
    return check.subject == FILE


def _are_alike(before: State, after: State) -> bool:
    return _asked(before) == _asked(after) and _held(before) == _held(after)


def _asked(state: State) -> tuple[object, ...]:
    """All that decides what is found in some records."""
    question = state.question
    return question.setup.settings, question.decisions, question.kept, [check.id for check in question.checks]


def _held(state: State) -> tuple[object, ...]:
    """The records."""
    corpus = state.corpus
    return corpus.papers, tuple(corpus.people), corpus.venues, state.reading.findings
