"""What the tests of JATS and of deposits share: reading a text, pointing into it, and changing it."""

from bylint import Authorship, Change, Finding, Location, Paper
from bylint.edits import edited
from forms import named, papers_and_findings

PATH = "x.xml"


class Format:
    """One format, by the name of its loader."""

    def __init__(self, name: str) -> None:
        self.loader = named(name)

    def papers(self, text: str | bytes) -> list[Paper]:
        """The papers of a file in which nothing is wrong."""
        papers, findings = papers_and_findings(self.loader, PATH, _bytes(text))
        assert findings == []
        return papers

    def paper(self, text: str | bytes) -> Paper:
        """The only one."""
        (paper,) = self.papers(text)
        return paper

    def findings(self, text: str | bytes) -> list[Finding]:
        """What is wrong with a file, each with a place inside it."""
        findings = papers_and_findings(self.loader, PATH, _bytes(text))[1]
        for finding in findings:
            assert finding.check in {check.id for check in self.loader.checks}
            assert len(finding.message) < 400
            assert finding.location is not None
            assert finding.location in self.loader.locate(_bytes(text), [finding.location])
        return findings

    def at(self, text: str, place: Location) -> str:
        """What stands at a place."""
        data = text.encode()
        span = self.loader.locate(data, [place])[place]
        return data[span.start : span.end].decode()

    def changed(self, text: str | bytes, place: Location, old: str, new: str) -> str | None:
        """What a file becomes; None where the change is refused."""
        assert self.loader.edit is not None
        change = Change(place, old, new)
        made = self.loader.edit(_bytes(text), [change])
        return edited(_bytes(text), made.values()).decode() if change in made else None


def shown(byline: tuple[Authorship, ...]) -> list[str]:
    """Each name as `First|Last`."""
    return [f"{one.name.first or ''}|{one.name.last}" for one in byline]


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text
