"""What reviewers decided and no record says: kept in the repository, so that nobody is asked twice."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from bylint.corpus.corpus import Corpus
from bylint.decisions.files import read_decisions
from bylint.decisions.forms import BaselineForm, DifferentForm, LeaveForm, OnePersonForm, ReviewedForm, pages_of
from bylint.decisions.news import news
from bylint.decisions.places import seen_at, what_stands_there
from bylint.finding import Finding

_SAID = {
    "assign": "these papers are where they belong",
    "different": "these are different people",
    "leave": "to be left as it is",
    "one-person": "this is one person",
    "same": "these are one person",
}


def read_memory(path: Path) -> tuple[ReviewedForm, ...]:
    """The decisions that a repository keeps; none where there is no file. Raises UsageError."""
    kept = read_decisions(path, "decisions", "restore the file, or remove it")
    return tuple(form for form in kept if not isinstance(form, BaselineForm))


class Memory:
    """The decisions that are kept, held against the findings of one corpus."""

    def __init__(self, forms: Sequence[ReviewedForm], corpus: Corpus) -> None:
        self._corpus = corpus
        self._by_fingerprint: dict[tuple[str | None, str], list[ReviewedForm]] = {}
        self._by_page: dict[str, list[tuple[frozenset[str], ReviewedForm]]] = {}
        self._there = what_stands_there(forms, corpus)
        for form in forms:
            if form.fingerprint is not None:
                self._by_fingerprint.setdefault((form.check, form.fingerprint), []).append(form)
            pages = frozenset([*pages_of(form), *self._current_pages(form)])
            for page in pages:
                self._by_page.setdefault(page, []).append((pages, form))

    def _current_pages(self, form: ReviewedForm) -> Iterator[str]:
        """Where the authorships are now that a decision saw: a page gets another id with its person."""
        for one in form.papers:
            item = self._there.get(seen_at(one))
            if item is not None:
                yield self._corpus.people.resolve(item, use_ids=self._corpus.use_ids).page_id

    def answer(self, finding: Finding) -> tuple[str, list[str]] | None:
        """What was decided of a finding, in words, and what is new since then; None where nothing was.

        Of several decisions the first that nothing speaks against.
        """
        pages = pages_in_question(finding, self._corpus)
        forms = list(self._by_fingerprint.get((finding.check, finding.fingerprint), ()))
        for page in sorted(pages):
            decided = self._by_page.get(page, ())
            forms += [form for form_pages, form in decided if _is_about(form, form_pages, pages, finding)]
        held = [self._corpus.pages[page] for page in sorted(pages) if page in self._corpus.pages]
        answers = [(_told(form), news(form, finding, held, self._corpus, self._there)) for form in forms]
        return min(answers, key=lambda answer: bool(answer[1]), default=None)


def pages_in_question(finding: Finding, corpus: Corpus) -> frozenset[str]:
    """The pages of which a finding says that they hold several people, or are one person's."""
    kind, subject_id, _ = finding.subject
    if kind == "page":
        return frozenset([subject_id])
    named = subject_id.split(" ") if kind == "page-pair" else finding.about.split(" ")
    return frozenset(named) if len(named) > 1 and all(page in corpus.pages for page in named) else frozenset()


def _is_about(form: ReviewedForm, held: Collection[str], pages: Collection[str], finding: Finding) -> bool:
    """Whether a decision answers the question of a finding, whatever check asks it; `held` are the decision's pages."""
    joins = (
        len(pages) > 1 and set(pages) <= set(held) and (len(finding.names) > 1 or finding.subject.kind == "page-pair")
    )
    divides = len(pages) == 1 and bool(finding.groups)
    match form:
        case DifferentForm():
            return joins
        case OnePersonForm():
            return divides
        case LeaveForm():
            return form.check in {None, finding.check} and (joins or (divides and len(pages_of(form)) == 1))
        case _:
            return False


def _told(form: ReviewedForm) -> str:
    by = f" by {form.reviewer}" if form.reviewer else ""
    return f"decided{by}: {_SAID[form.kind]}" + (f" ({form.note})" if form.note else "")
