"""Fixes of names made in memory, as a loader makes them in a file."""

from bylint import Authorship, Corpus, Finding, Name


def fixed(corpus: Corpus, finding: Finding) -> Corpus:
    """A corpus of the same papers after the fix of a finding, which must change names alone."""
    assert finding.fix is not None
    changes = {change.location: change for change in finding.fix.changes}

    def changed(authorship: Authorship) -> Authorship:
        parts = []
        for field in ("first", "last"):
            old = getattr(authorship.name, field) or ""
            change = changes.pop(authorship.at(field), None)
            assert change is None or change.old == old
            parts.append(change.new if change else old)
        return authorship._replace(name=Name(parts[0] or None, parts[1]))

    papers = [
        paper._replace(
            authorships=tuple(map(changed, paper.authorships)),
            editors=tuple(map(changed, paper.editors)),
        )
        for paper in corpus.papers
    ]
    assert not changes
    return Corpus(papers, corpus.people)
