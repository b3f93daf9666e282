"""Annotations for GitHub Actions."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from bylint import Evidence, Severity
from bylint.report import Report
from bylint.reporters.github import write
from reports import at, checked, finding, made, signed_twice, toy

COMMAND = re.compile(r"::(error|warning|notice) ([^\r\n]*?)::([^\r\n]*)")
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def commands(report: Report) -> list[tuple[str, dict[str, str], str]]:
    """The commands as the runner takes them apart: level, properties, message."""
    found = []
    for line in write(report).splitlines():
        match = COMMAND.fullmatch(line)
        if match:
            pairs = [pair.partition("=") for pair in match[2].split(",")]
            found.append((match[1], {key: _plain(value) for key, _, value in pairs}, _plain(match[3])))
        else:
            assert line.startswith("bylint: ")
    return found


def _plain(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_toy_anthology() -> None:
    """A line for each annotation, the most severe first, then how many are left, then the counts."""
    assert write(toy()) == snapshot("""\
::error file=fixtures/toy-anthology/data/json/people.json,line=54,col=3,endColumn=14,title=repeated-person (1.00)::bijia-mao: the id is defined twice; the first entry counts
::error file=fixtures/toy-anthology/data/json/people.json,line=105,col=14,endColumn=15,title=broken-person (1.00)::nobody-at-all: names.0.last: string should have at least 1 character
::error file=fixtures/toy-anthology/data/json/people.json,line=128,col=14,endColumn=35,title=repeated-person-orcid (1.00)::otto-serif has the ORCID of otto-b-serif, 0009-0099-0000-1171 · otto-b-serif has it first at fixtures/toy-anthology/data/json/people.json:119:14
::error file=fixtures/toy-anthology/data/json/people.json,line=137,col=16,endColumn=17,title=dangling-similar (1.00)::pia-serif is similar to “pia-sherif”, which is nobody's id
::error file=fixtures/toy-anthology/data/xml/2023.toyfindings.xml,line=54,col=1,endColumn=12,title=missing-id (1.00)::a paper of 2023.toyfindings-toy has no id
::error file=fixtures/toy-anthology/data/xml/2024.toy.xml,line=45,col=19,endColumn=38,title=undefined-person (1.00)::Nemo Nobody has the id “nemo-nobody-nowhere”, which is nobody's
::error file=fixtures/toy-anthology/data/xml/2024.toy.xml,line=85,col=22,endColumn=41,title=invalid-orcid (1.00)::the ORCID “0000-0000-0000-0000” is nobody's
::error file=fixtures/toy-anthology/data/xml/2024.toy.xml,line=86,col=22,endColumn=41,title=invalid-orcid (1.00)::the ORCID “0009-0099-0000-1090” does not end in 1, as its other digits ask for
::error file=fixtures/toy-anthology/data/xml/2023.toyfindings.xml,line=40,col=16,endColumn=17,title=duplicate-id (0.98)::2023.toyfindings-toy.4 is the id of two papers of this file, “One Number, First Paper” and “One Number, Second Paper”
::error file=fixtures/toy-anthology/data/xml/2026.toyrecords.xml,line=206,col=14,endColumn=24,title=unknown-venue (0.98)::“toyrecrods”, the venue of 2026.toyrecords-venue, is none that the repository knows; did you mean “toyrecords”?
::warning file=fixtures/toy-anthology/data/json/people.json,line=40,col=15,endColumn=36,title=unknown-field (1.00)::eloise-cedille: nobody reads 'orcidd'; did you mean 'orcid'?
::warning file=fixtures/toy-anthology/data/xml/2023.toyfindings.xml,line=35,col=1,endColumn=67,title=unexpected-content (1.00)::<auhtor> is no part of <paper>
::warning file=fixtures/toy-anthology/data/xml/2026.toyrecords.xml,line=179,col=14,endColumn=40,title=bad-markup (1.00)::the title of 2026.toyrecords-records.6 holds “\\textit{”
::warning file=fixtures/toy-anthology/data/xml/2025.toyns.xml,line=122,col=7,endColumn=127,title=duplicate-name (1.00)::Theodora Pilcrow and Theodora Ann Pilcrow look like one person: one has a further given name · Theodora Pilcrow: 2 papers 2025 (2025.toyns-1.11, 2025.toyns-1.12), Institute of Margins, Nowhere, with Ulla Gutter (2); folding, sheet, three, toyns at fixtures/toy-anthology/data/xml/2025.toyns.xml:108:7 · Theodora Ann Pilcrow: 1 paper 2025 (2025.toyns-1.13), Institute of Margins, Nowhere, with Ulla Gutter; unfolding, sheet, toyns at fixtures/toy-anthology/data/xml/2025.toyns.xml:122:7 · the same affiliation: Institute of Margins, Nowhere
::warning file=fixtures/toy-anthology/data/xml/2025.toyns.xml,line=50,col=19,endColumn=43,title=rival-namesake (1.00)::Zoltan Ypsilon of 2025.toyns-1.5 is zoltan-ypsilon-elsewhere by its id, but 2 of 2 co-authors appear with zoltan-ypsilon-nowhere, none with zoltan-ypsilon-elsewhere · Hedwig Kerning, Ivo Baseline wrote with zoltan-ypsilon-nowhere on 2025.toyns-1.3, 2025.toyns-1.4 at fixtures/toy-anthology/data/xml/2025.toyns.xml:34:7 · zoltan-ypsilon-elsewhere otherwise: 2 papers 2025 (2025.toyns-1.1, 2025.toyns-1.2), Academy of Ink, Elsewhere, with Frieda Serif (2), Gustav Ligature (2); letters, touch, again, toyns at fixtures/toy-anthology/data/xml/2025.toyns.xml:18:7 · the same affiliation: Institute of Margins, Nowhere
::warning file=fixtures/toy-anthology/data/xml/2025.toyns.xml,line=58,col=7,endColumn=121,title=incomplete-split (1.00)::2 papers on the page zoltan-ypsilon/unverified share co-authors with zoltan-ypsilon-nowhere · 2025.toyns-1.6: 2 of 2 co-authors appear with zoltan-ypsilon-nowhere (Hedwig Kerning, Ivo Baseline on 2025.toyns-1.3, 2025.toyns-1.4) at fixtures/toy-anthology/data/xml/2025.toyns.xml:58:7 · 2025.toyns-1.7: 2 of 2 co-authors appear with zoltan-ypsilon-nowhere (Hedwig Kerning, Ivo Baseline on 2025.toyns-1.3, 2025.toyns-1.4) at fixtures/toy-anthology/data/xml/2025.toyns.xml:66:7
::warning file=fixtures/toy-anthology/data/xml/2025.toyns.xml,line=74,col=7,endColumn=117,title=unsupported-guess (1.00)::Zoltan Ypsilon of 2025.toyns-1.8 has no id, but 2 of 2 co-authors appear with zoltan-ypsilon-elsewhere, none with the other papers of this page · Frieda Serif, Gustav Ligature wrote with zoltan-ypsilon-elsewhere on 2025.toyns-1.1, 2025.toyns-1.2 at fixtures/toy-anthology/data/xml/2025.toyns.xml:18:7 · zoltan-ypsilon/unverified otherwise: 2 papers 2025 (2025.toyns-1.6, 2025.toyns-1.7), Institute of Margins, Nowhere, with Hedwig Kerning (2), Ivo Baseline (2); space, letters, around, toyns at fixtures/toy-anthology/data/xml/2025.toyns.xml:58:7 · the same affiliation: Academy of Ink, Elsewhere
::warning file=fixtures/toy-anthology/data/xml/2026.toyrecords.xml,line=162,col=12,endColumn=61,title=invalid-doi (0.98)::the DOI “https://doi.org/10.5555/2026.toyrecords-records.3” of 2026.toyrecords-records.3 has an address before it
::warning file=fixtures/toy-anthology/data/xml/2026.toyrecords.xml,line=165,col=14,endColumn=40,title=control-character (0.98)::the title of 2026.toyrecords-records.4 holds U+00AD (soft hyphen), “A Hyphen No[U+00AD]body Sees”
::warning file=fixtures/toy-anthology/data/xml/W20.xml,line=41,col=22,endColumn=32,title=lowercase-initial (0.98)::“Jimmy T.h. Stamp”: the initial “h” is in lower case
::notice file=fixtures/toy-anthology/data/json/people.json,line=25,col=3,endColumn=20,title=unsorted-people (1.00)::elsbeth-bracket: the entry belongs after “eloise-cedille”; 3 entries are out of order
::notice file=fixtures/toy-anthology/data/xml/2026.toyrecords.xml,line=189,col=1,endColumn=48,title=tab-in-record (1.00)::the text of an element here holds a tab
::notice file=fixtures/toy-anthology/data/json/people.json,line=3,col=14,endColumn=15,title=unused-name (0.95)::A. Quillfeather is a name of ada-quillfeather, and no paper has it
::notice file=fixtures/toy-anthology/data/json/people.json,line=72,col=14,endColumn=15,title=unused-name (0.95)::Lea Serif is a name of lea-serif, and no paper has it
::notice file=fixtures/toy-anthology/data/json/people.json,line=80,col=14,endColumn=15,title=unused-name (0.95)::Lea Serif is a name of lea-serif-1219, and no paper has it
::notice file=fixtures/toy-anthology/data/json/people.json,line=89,col=14,endColumn=15,title=unused-name (0.95)::Max Serif is a name of max-serif, and no paper has it
::notice file=fixtures/toy-anthology/data/json/people.json,line=97,col=14,endColumn=15,title=unused-name (0.95)::Max Serif is a name of max-serif-nibs, and no paper has it
::notice file=fixtures/toy-anthology/data/json/people.json,line=113,col=14,endColumn=15,title=unused-name (0.95)::Otto B. Serif is a name of otto-b-serif, and no paper has it
::notice file=fixtures/toy-anthology/data/xml/2021.toycl.xml,line=55,col=15,endColumn=30,title=stale-key (0.95)::anon-2021-title is the key of 2021.toycl-1.5, which is by 笔架 毛
::notice title=bylint::61 more findings without an annotation: 15 errors, 35 warnings, 11 notes
bylint: 115 papers, 381 authorships, 22 files: 90 shown (90 fail the review), 0 hidden, 0 waived, 0 in the baseline
""")


def test_special_signs_are_escaped() -> None:
    """`%` is written as %25 everywhere, `:` and `,` in properties as %3A and %2C; nothing breaks a line."""
    report = made(finding("100 %, a::b\r\nc", location=at(1, path="a:b,c%.jsonl"), evidence=(Evidence(text="50 %"),)))
    assert write(report).splitlines()[0] == (
        r"::error file=a%3Ab%2Cc%25.jsonl,title=repeated-author (0.95)::100 %25, a::b\x0d\x0ac · 50 %25"
    )


@pytest.mark.parametrize("severity", list(Severity))
@pytest.mark.parametrize("count", [1, 10, 11, 40])
def test_ten_annotations_of_a_level(severity: Severity, count: int) -> None:
    """Of each level there are ten annotations at most, the one that says how many are left among them."""
    found = commands(made(*(finding(str(n), severity=severity) for n in range(count))))
    levels = [level for level, _, _ in found]
    assert all(levels.count(level) <= 10 for level in LEVELS.values())
    told = [message for _, properties, message in found if properties == {"title": "bylint"}]
    kept = len(found) - len(told)
    assert kept == (count if count <= 10 else 9 if severity is Severity.NOTE else 10)
    if count > 10:
        left = count - kept
        findings, kinds = ("finding", "") if left == 1 else ("findings", "s")
        assert told == [f"{left} more {findings} without an annotation: {left} {severity}{kinds}"]
    else:
        assert told == []


def test_most_severe_and_surest_first() -> None:
    """Errors come before warnings and these before notes, the surest first; a fault of the run before all."""
    report = made(
        finding("note", severity=Severity.NOTE),
        finding("unsure", confidence=0.9),
        finding("warning", severity=Severity.WARNING),
        finding("sure", confidence=0.99),
        finding("fault", "crashed-check", confidence=0.5),
    )
    assert [message for _, _, message in commands(report)] == ["fault", "sure", "unsure", "warning", "note"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.sampled_from("a%:,=\r\n\x1b\u2028\u202e[]# ")))
def test_no_text_makes_a_command(text: str) -> None:
    """Whatever stands in records, an annotation is one line, and its message is what the finding says."""
    report = made(finding(f"x{text}", location=at(1, path=f"x{text}"), evidence=(Evidence(text=text),)))
    ((level, properties, message),) = commands(report)
    assert level == "error"
    assert set(properties) == {"file", "title"}
    assert message.startswith("x")
    assert "##[" not in write(report)
    assert len(write(report).splitlines()) == 2


def test_columns_are_within_the_line(tmp_path) -> None:
    """An annotation begins and ends on one line, so that the end column counts."""
    report = checked(tmp_path, {"title": "é王📝", **signed_twice("Ada", "Lovelace")})
    line = Path(tmp_path, "papers.jsonl").read_text(encoding="utf-8")
    ((_, properties, message),) = commands(report)
    first, last = int(properties["col"]), int(properties["endColumn"])
    assert line[first - 1 : last - 1] == '{"first": "Ada", "last": "Lovelace"}'
    assert properties["line"] == "1"
    assert message == f"Ada Lovelace is listed twice · listed here first at papers.jsonl:1:{line.index('{', 1) + 1}"


def test_long_messages_are_cut() -> None:
    """An annotation stays readable whatever a record holds."""
    facts = tuple(Evidence(text="y" * 10_000) for _ in range(9))
    assert all(len(message) < 2_000 for _, _, message in commands(made(finding("x" * 10_000, evidence=facts))))
