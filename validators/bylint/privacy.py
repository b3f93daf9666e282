"""Names that no output prints, because their bearers have given them up."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from bylint.finding import Evidence, Finding
from bylint.model import Name
from bylint.names import slug

PLACEHOLDER = "[name withheld]"


def name_digest(name: Name) -> str:
    """The SHA-256 of a name written `First Last` in lower case: what `withhold` lists instead of the name."""
    return hashlib.sha256(unicodedata.normalize("NFC", str(name)).lower().encode()).hexdigest()


@dataclass(frozen=True)
class Withheld:
    """The withheld names that a corpus holds, and how to leave them out of text."""

    names: frozenset[Name] = frozenset()
    pattern: re.Pattern[str] | None = field(default=None)

    def text(self, text: str) -> str:
        """The text without the names: not in either order, not with a comma, not as a slug."""
        return self.pattern.sub(PLACEHOLDER, text) if self.pattern else text

    def is_told_by(self, lines: str) -> bool:
        """Whether some lines of a file let a withheld name be read, however it is marked up."""
        if self.names and ("\\u" in lines or "\0" in lines):  # escapes and UTF-16 are not looked into
            return True
        import html

        folded = html.unescape(lines).casefold()
        return self.text(folded) != folded or any(
            name.last.casefold() in folded and (name.first or "").casefold() in folded for name in self.names
        )

    def finding(self, finding: Finding) -> Finding:
        """The finding without the names."""
        if self.pattern is None:
            return finding
        return replace(
            finding,
            message=self.text(finding.message),
            discreet_message=self.text(finding.discreet_message),
            evidence=tuple(self._evidence(evidence) for evidence in finding.evidence),
            names=tuple(Name(None, PLACEHOLDER) if name in self.names else name for name in finding.names),
            subject=finding.subject._replace(id=self._id(finding), name=self.text(finding.subject.name)),
            reason=self.text(finding.reason),
            fix=None if self._tells(finding) else finding.fix,
        )

    def _tells(self, finding: Finding) -> bool:
        """Whether the fix of a finding would tell a withheld name, before it or after."""
        changes = finding.fix.changes if finding.fix is not None else ()
        parts = {part for name in self.names for part in name if part}
        texts = [text for change in changes for text in (change.old, change.new, change.location.record)]
        return any(text in parts or self.text(text) != text for text in texts)

    def _evidence(self, evidence: Evidence) -> Evidence:
        return replace(evidence, text=self.text(evidence.text))

    def _id(self, finding: Finding) -> str:
        first, bar, last = finding.subject.id.partition("|")
        is_withheld = finding.subject.kind == "name" and bar and Name(first or None, last) in self.names
        return PLACEHOLDER if is_withheld else self.text(finding.subject.id)


NOTHING_WITHHELD = Withheld()


def withheld(digests: Sequence[str], names: Iterable[Name]) -> Withheld:
    """Those of some names whose digests are listed."""
    if not digests:
        return NOTHING_WITHHELD
    listed = set(digests)
    found = sorted(
        {name for name in names if name_digest(name) in listed}, key=lambda name: (-len(str(name)), str(name))
    )
    if not found:
        return NOTHING_WITHHELD
    return Withheld(frozenset(found), re.compile("|".join(map(_forms, found)), re.IGNORECASE))


def _forms(name: Name) -> str:
    """A pattern for every way in which a name is printed."""
    first, last = re.escape(name.first or ""), re.escape(name.last)
    forms = [f"{first} {last}", f"{last},? {first}", f"{first}\\|{last}"] if first else [last]
    return "|".join([*(rf"(?<!\w){form}(?!\w)" for form in forms), rf"(?<![\w-]){re.escape(slug(name))}(?!\w)"])
