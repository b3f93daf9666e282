"""Names that are no person's: of groups, of language models, of nobody."""

import re

from bylint import Name

_GROUP = re.compile(
    r"\b(?:team|group|consortium|committee|council|collaborations?|initiative|laborator(?:y|ies)|institute|university"
    r"|research unit|association|society|inc|ltd|gmbh|organi[sz]ers|organi[sz]ing|contributors|workshops?|project"
    r"|foundation|centre|network|community)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"^anonymous\b|^\W*anon\W*$", re.IGNORECASE)
_MODEL = re.compile(
    r"\b(?:chat[ -]?gpt|gpt[ -]?\d|llama[ -]?\d|claude[ -]\d|gemini[ -]\d|c-lara-instance)", re.IGNORECASE
)
_SUSPECT = re.compile(
    r"(?:team|group|sortium|mittee|council|collab|initiat|laborator|institut|univers|unit|sociat|societ|inc|ltd|gmbh"
    r"|rgani|ntributors|workshop|project|foundat|centre|network|communit|anon|gpt|llama|claude|gemini|c-lara)"
)
"""What all of them hold, in small letters; cheap, for there are many names."""


def kind_of_collective(name: Name) -> str:
    """What a name is instead of a person's; empty for a person's.

    >>> kind_of_collective(Name("R&d", "Team")), kind_of_collective(Name("Claude", "Barras"))
    ('a group', '')
    """
    text = str(name)
    if "(" in text:
        text = text.partition("(")[0].strip() or text  # what stands in brackets is not the name
    if not _SUSPECT.search(text.lower()):
        return ""
    if _MODEL.search(text):
        return "a language model"
    if _NOBODY.search(text):
        return "nobody"
    return "a group" if _GROUP.search(text) else ""
