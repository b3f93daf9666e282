"""Names that no output prints."""

import pytest

from bylint import Change, Evidence, Finding, Fix, Location, Name
from bylint.finding import SubjectReference
from bylint.privacy import PLACEHOLDER, name_digest, withheld
from bylint.testing import name

OLD = name("Zoe Quill")
HIDDEN = withheld([name_digest(OLD)], [OLD, name("Bo Li"), OLD])


def test_digest_is_what_a_shell_gives() -> None:
    """The digest can be made without bylint: SHA-256 over `first last` in lower case, without a line end."""
    assert name_digest(name("Ada Lovelace")) == "177f85df57ad121d5aaac8076a4a0554a673182fe06cf65ee7d9f7d0961f947d"


@pytest.mark.parametrize(
    "text",
    [
        "Zoe Quill",
        "ZOE QUILL",
        "Quill, Zoe",
        "Quill Zoe",
        "zoe-quill",
        "page zoe-quill/unverified",
        "zoe-quill-umich",
        "(Zoe Quill)",
        "Zoe|Quill",
    ],
)
def test_every_form_is_withheld(text: str) -> None:
    """Neither the name nor its slug is printed, in no order and no case."""
    shown = HIDDEN.text(text)
    assert PLACEHOLDER in shown
    assert "quill" not in shown.casefold()


@pytest.mark.parametrize("text", ["Zoe Quilliam", "Bo Li", "Zoe", "Quill", "zoe-quilliam"])
def test_other_names_stay(text: str) -> None:
    """A longer name, or a part of the name alone, is somebody else."""
    assert HIDDEN.text(text) == text


def test_whole_finding_is_clean() -> None:
    """No part of a finding keeps the name."""
    finding = HIDDEN.finding(
        Finding(
            message="Zoe Quill is listed twice",
            discreet_message="zoe-quill",
            names=(OLD, name("Bo Li")),
            evidence=(Evidence(text="as Quill, Zoe"),),
            subject=SubjectReference("name", "Zoe|Quill", "Zoe Quill"),
            reason="Zoe Quill asked",
        )
    )
    assert "Quill" not in repr(finding)
    assert finding.names == (Name(None, PLACEHOLDER), name("Bo Li"))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("<first>Zoe</first><last>Quill</last>", True),
        ('{"last": "QUILL", "first": "zoe"}', True),
        ("<first>Z&#111;e</first><last>Quill</last>", True),
        ('{"first": "Z\\u006fe", "last": "Quill"}', True),
        ("<first>Zoe</first>\n<last>Quill</last>\n", True),
        ("Z\0o\0e\0 \0Q\0u\0i\0l\0l\0", True),
        ("<first>Bo</first><last>Li</last>", False),
    ],
)
def test_lines_that_tell_are_known(line: str, told: bool) -> None:
    """A line of a file is not quoted where it lets the name be read between its marks."""
    assert HIDDEN.is_told_by(line) is told


def test_slug_tells_a_name_with_accents() -> None:
    """The key of an entry is quoted nowhere, though it has other letters than the name."""
    accented = withheld([name_digest(name("Zoë Müller"))], [name("Zoë Müller")])
    assert accented.is_told_by("zoe-muller:")
    assert not accented.is_told_by("zoe-mulder:")


@pytest.mark.parametrize(
    ("change", "is_kept"),
    [
        pytest.param(Change(Location("x", "p", field="doi"), "a", "b"), True, id="a DOI"),
        pytest.param(Change(Location("x", "p", "author", 1, "last"), "Quill", "Quil"), False, id="the name"),
        pytest.param(Change(Location("x", "zoe-quill", field="comment"), "a", "b"), False, id="the entry of the name"),
    ],
)
def test_fix_that_tells_is_left_out(change: Change, is_kept: bool) -> None:
    """Neither its texts nor its place may hold the name."""
    finding = HIDDEN.finding(Finding(message="M", fix=Fix(changes=(change,))))
    assert (finding.fix is not None) is is_kept


def test_nothing_withheld_changes_nothing() -> None:
    """Without a list, and without a name of the list in the corpus, findings stay as they are."""
    finding = Finding(message="Zoe Quill")
    assert withheld([], [OLD]).finding(finding) is finding
    assert withheld([name_digest(name("X Y"))], [OLD]).finding(finding) is finding
    assert not withheld([], [OLD]).is_told_by("Zoe Quill")


def test_mononym_is_withheld() -> None:
    """A name of one word is withheld as a word."""
    hidden = withheld([name_digest(name("Quillon"))], [name("Quillon")])
    assert hidden.text("by Quillon.") == f"by {PLACEHOLDER}."
    assert hidden.text("Quillons") == "Quillons"
