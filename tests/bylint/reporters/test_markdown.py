"""The format for comments and summaries."""

import re
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot
from markdown_it import MarkdownIt

from bylint import Evidence, Severity
from bylint.report import GATE, Report
from bylint.reporters._printable import printable
from bylint.reporters.markdown import step_summary, write
from reports import at, finding, made, toy

HOSTILE = (
    "a | b",
    "<img src=x onerror=alert(1)>",
    "</details><script>",
    "`tick` and ``two``",
    "`",
    "@maintainer please see #123 and GH-4",
    "[click](https://example.org) https://example.org www.example.org",
    "![image](https://example.org/x.png)",
    "**bold** _it_ ~~no~~ $x$ :tada:",
    "&lt;b&gt; &amp; \\",
    "| - | - |",
    "# heading",
    "- [ ] task",
    "=SUM(A1:A2)",
    "one\n\ntwo\n```\nthree",
    "\u202eright to left\u202c\x1b[31m",
    " ",
    "",
)


def html(report: Report) -> str:
    """The report as a browser gets it, with tables and with HTML let through."""
    return MarkdownIt("commonmark", {"html": True}).enable("table").render(write(report))


def test_toy_anthology() -> None:
    """A table counts the findings of each check, the most severe first; each check's findings are folded below it."""
    assert write(toy()) == snapshot("""\
### bylint: 30 findings

50 papers, 143 authorships, 7 files: 30 shown (30 fail the review), 0 hidden, 0 waived, 0 in the baseline

| check | severity | findings |
| --- | --- | ---: |
| `broken-person` | error | 1 |
| `duplicate-doi` | error | 1 |
| `duplicate-id` | error | 1 |
| `invalid-orcid` | error | 2 |
| `missing-id` | error | 1 |
| `missing-title` | error | 1 |
| `placeholder-surname` | error | 2 |
| `repeated-author` | error | 1 |
| `repeated-orcid` | error | 1 |
| `repeated-person` | error | 1 |
| `stray-character` | error | 4 |
| `undefined-person` | error | 1 |
| `ambiguous-name` | warning | 1 |
| `lowercase-initial` | warning | 2 |
| `orcid-on-two-names` | warning | 1 |
| `overspaced-name` | warning | 2 |
| `shared-page-paper` | warning | 1 |
| `swapped-name` | warning | 2 |
| `unexpected-content` | warning | 1 |
| `unknown-field` | warning | 1 |
| `unlisted-name` | warning | 1 |
| `unused-name` | note | 1 |

<details><summary><code>broken-person</code>: 1 finding (An entry of the people database is not of the form that is asked for)</summary>

- error 1.00 `nobody-at-all: names.0.last: string should have at least 1 character` at `fixtures/toy-anthology/data/json/people.json:72:14`

</details>

<details><summary><code>duplicate-doi</code>: 1 finding (Two papers have one DOI)</summary>

- error 0.90 `Z18-1006 has the DOI of Z18-1002, 10.5555/z18-1002` at `fixtures/toy-anthology/data/xml/Z18.xml:67:12`
  - `Z18-1002 is “Punctuation Is All You Need?”` at `fixtures/toy-anthology/data/xml/Z18.xml:33:12`
  - `Z18-1006 is “Borrowed Identifiers”` at `fixtures/toy-anthology/data/xml/Z18.xml:67:12`

</details>

<details><summary><code>duplicate-id</code>: 1 finding (Two papers have one id)</summary>

- error 0.98 `2023.toyfindings-toy.4 is the id of two papers of this file, “One Number, First Paper” and “One Number, Second Paper”` at `fixtures/toy-anthology/data/xml/2023.toyfindings.xml:40:16`

</details>

<details><summary><code>invalid-orcid</code>: 2 findings (An ORCID is malformed, or its last sign does not fit)</summary>

- error 1.00 `the ORCID “0000-0000-0000-0000” is nobody's` at `fixtures/toy-anthology/data/xml/2024.toy.xml:85:22`
- error 1.00 `the ORCID “0009-0099-0000-1090” does not end in 1, as its other digits ask for` at `fixtures/toy-anthology/data/xml/2024.toy.xml:86:22`

</details>

<details><summary><code>missing-id</code>: 1 finding (A collection, volume or paper has no id, or one that is no number where a number is needed)</summary>

- error 1.00 `a paper of 2023.toyfindings-toy has no id` at `fixtures/toy-anthology/data/xml/2023.toyfindings.xml:54:1`

</details>

<details><summary><code>missing-title</code>: 1 finding (A paper has no title)</summary>

- error 0.98 `Z18-2004 has no title` at `fixtures/toy-anthology/data/xml/Z18.xml:112:5`

</details>

<details><summary><code>placeholder-surname</code>: 2 findings (A surname is empty, or a sign that stands for one)</summary>

- error 0.98 `“Mononym .”: the last name is “.”` at `fixtures/toy-anthology/data/xml/Z18.xml:100:43`
- error 0.98 `“Palimpsest -”: the last name is “-”` at `fixtures/toy-anthology/data/xml/Z18.xml:107:46`

</details>

<details><summary><code>repeated-author</code>: 1 finding (One person is listed twice on one paper)</summary>

- error 0.95 `Rufus Carbon is listed twice` at `fixtures/toy-anthology/data/xml/W20.xml:51:7`
  - `listed here first` at `fixtures/toy-anthology/data/xml/W20.xml:49:7`

</details>

<details><summary><code>repeated-orcid</code>: 1 finding (One ORCID stands twice in one byline)</summary>

- error 0.90 `authors 1 and 2 have one ORCID, 0009-0099-0000-1083` at `fixtures/toy-anthology/data/xml/2024.toy.xml:78:22`

</details>

<details><summary><code>repeated-person</code>: 1 finding (Two entries of the people database have one id)</summary>

- error 1.00 `bijia-mao: the id is defined twice; the first entry counts` at `fixtures/toy-anthology/data/json/people.json:54:3`

</details>

<details><summary><code>stray-character</code>: 4 findings (A name holds a sign that is no part of any name)</summary>

- error 0.98 `“Yuki Footmark†” holds “†”` at `fixtures/toy-anthology/data/xml/Z18.xml:46:40`
- error 0.98 `“Lintang Superscript*” holds “*”` at `fixtures/toy-anthology/data/xml/Z18.xml:54:43`
- error 0.98 `“Mohal Exponent1” holds “1”` at `fixtures/toy-anthology/data/xml/Z18.xml:55:41`
- error 0.98 `“Alexa> Chevron” holds “>”` at `fixtures/toy-anthology/data/xml/Z18.xml:56:22`

</details>

<details><summary><code>undefined-person</code>: 1 finding (An author's id is not in the people database)</summary>

- error 1.00 `Nemo Nobody has the id “nemo-nobody-nowhere”, which is nobody's` at `fixtures/toy-anthology/data/xml/2024.toy.xml:45:19`

</details>

<details><summary><code>ambiguous-name</code>: 1 finding (Several people own this name, and papers do not say which of them wrote them)</summary>

- warning 0.95 `Vera Verso is the name of 2 known people, and 1 authorship does not say who is meant` at `fixtures/toy-anthology/data/xml/2024.toy.xml:29:7`
  - `vera-verso-elsewhere; University of Elsewhere` at `fixtures/toy-anthology/data/json/people.json:79:3`
  - `vera-verso-nowhere; University of Nowhere` at `fixtures/toy-anthology/data/json/people.json:91:3`

</details>

<details><summary><code>lowercase-initial</code>: 2 findings (An initial is in lower case)</summary>

- warning 0.98 `“Jimmy T.h. Stamp”: the initial “h” is in lower case` at `fixtures/toy-anthology/data/xml/W20.xml:41:22`
- warning 0.98 `“Mirabella K.t. Postmark”: the initial “t” is in lower case` at `fixtures/toy-anthology/data/xml/W20.xml:42:22`

</details>

<details><summary><code>orcid-on-two-names</code>: 1 finding (One ORCID stands beside names that share no word)</summary>

- warning 0.95 `ORCID 0009-0099-0000-1075 stands beside two names that share no word` at `fixtures/toy-anthology/data/xml/2024.toy.xml:69:22`

</details>

<details><summary><code>overspaced-name</code>: 2 findings (A name holds a space that does not belong there)</summary>

- warning 0.92 `“Osei - Brevity”: the last name has a space beside a hyphen` at `fixtures/toy-anthology/data/xml/W20.xml:77:40`
- warning 0.92 `“Ludo Tilde ”: the last name begins or ends with a space` at `fixtures/toy-anthology/data/xml/W20.xml:84:40`

</details>

<details><summary><code>shared-page-paper</code>: 1 finding (Two authors of one paper are on one page)</summary>

- warning 0.95 `authors 1 and 2 of 2024.toy-main.3 are on one page` at `fixtures/toy-anthology/data/xml/2024.toy.xml:38:7`

</details>

<details><summary><code>swapped-name</code>: 2 findings (First and last name of one person stand in each other's field)</summary>

- warning 0.95 `8 of the 9 names of 2022.toyswap-1 that can be judged have first and last name swapped` at `fixtures/toy-anthology/data/xml/2022.toyswap.xml:5:5`
  - `“Bijia|Mao” elsewhere` at `fixtures/toy-anthology/data/xml/2022.toyswap.xml:18:7`
  - `“Zhiye|Bai” elsewhere` at `fixtures/toy-anthology/data/xml/2022.toyswap.xml:19:7`
  - `“Shuiping|Mo” elsewhere` at `fixtures/toy-anthology/data/xml/2022.toyswap.xml:20:7`
  - `“Yantai|Fang” elsewhere` at `fixtures/toy-anthology/data/xml/2022.toyswap.xml:26:7`
  - `“Luye|Mu” elsewhere` at `fixtures/toy-anthology/data/xml/2022.toyswap.xml:27:7`
- warning 0.95 `“Quillfeather|Ada” looks like “Ada|Quillfeather” with first and last name swapped` at `fixtures/toy-anthology/data/xml/2022.toyswap.xml:71:7`
  - `bylines with Ada Quillfeather: 11, with Quillfeather Ada: 1` at `fixtures/toy-anthology/data/xml/2022.toyswap.xml:64:7`
  - `both wrote with Bo Inkwell, Ottokar de la Virgule`

</details>

<details><summary><code>unexpected-content</code>: 1 finding (A record holds an element, or text between its elements, that its format does not know or wants only once)</summary>

- warning 1.00 `<auhtor> is no part of <paper>` at `fixtures/toy-anthology/data/xml/2023.toyfindings.xml:35:1`

</details>

<details><summary><code>unknown-field</code>: 1 finding (An entry of the people database has a field that nobody reads)</summary>

- warning 1.00 `eloise-cedille: nobody reads 'orcidd'; did you mean 'orcid'?` at `fixtures/toy-anthology/data/json/people.json:40:15`

</details>

<details><summary><code>unlisted-name</code>: 1 finding (An author's name is not among the names of the person whom their id or ORCID says they are)</summary>

- warning 0.95 `author 1 of 2024.toy-main.5 has a name that is not listed` at `fixtures/toy-anthology/data/xml/2024.toy.xml:53:7`

</details>

<details><summary><code>unused-name</code>: 1 finding (A name in the people database stands on no paper)</summary>

- note 0.95 `A. Quillfeather is a name of ada-quillfeather, and no paper has it` at `fixtures/toy-anthology/data/json/people.json:3:14`

</details>

""")


def test_nothing_found() -> None:
    """A report without a finding says so."""
    assert write(made(audience=GATE)) == snapshot("""\
### bylint: nothing to decide

1 paper, 2 authorships, 1 file: 0 shown (0 fail the gate), 0 hidden, 0 waived, 0 in the baseline

""")


def check_that_it_is_text(text: str) -> None:
    """What a finding says stands in the page as code and nowhere else."""
    facts = (Evidence(text=text, location=at(1, path=text or "x")),)
    page = html(made(finding(text, location=at(1, path=text or "x"), evidence=facts)))
    outside = re.sub(r"<code>[^<]*</code>", "", page)
    tags = set(re.findall(r"<(/?\w+)", outside))
    allowed = {"h3", "p", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "ul", "li"}
    assert {tag.removeprefix("/") for tag in tags} <= allowed
    assert page.count("<code>") == page.count("</code>") == 6
    shown = escape(printable(text), quote=False).replace('"', "&quot;")
    assert page.count(f"<code>{shown or ' '}</code>") >= 2
    assert not set("@[|*_#$") & set(re.sub(r"<[^>]*>", "", outside))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_records_hold_does_nothing(text: str) -> None:
    """Markup, links, mentions, formulas and direction marks in a name, a path or a fact come out as text."""
    check_that_it_is_text(text)


@settings(max_examples=100, deadline=None)
@given(text=st.text(st.sampled_from("`<>a \\&|\n#@*_[]()!~$-")))
def test_no_text_escapes_its_code_span(text: str) -> None:
    """No combination of the signs of Markdown leaves the code span that it is shown in."""
    check_that_it_is_text(text)


@pytest.mark.parametrize("text", ["x", "素" * 10_000, "`" * 10_000, "\u202e" * 10_000])
def test_budgets(text: str) -> None:
    """A comment stays under 65,536 characters, a step's summary under 1 MiB; both say how many findings are left."""
    findings = [
        finding(f"{n} {text}", f"check-{n % 7}", evidence=(Evidence(text=text),) * 8, severity=severity)
        for severity in Severity
        for n in range(5_000)
    ]
    report = made(*findings)
    for written, size in ((write(report), 65_536), (step_summary(report), 1 << 20)):
        assert len(written.encode()) < size
        listed = len(re.findall("^- (error|warning|note)", written, re.MULTILINE))
        assert f"\n{15_000 - listed:,} more findings, not listed here.\n" in written
        assert all(f"<code>check-{n}</code>" in written for n in range(7))
        assert written.count("<details>") == written.count("</details>") == 7


def test_budget_of_a_step_is_larger() -> None:
    """What does not fit into a comment is in the summary of the step."""
    report = made(*(finding(f"finding {n}") for n in range(2_000)))
    assert "more findings, not listed" in write(report)
    assert "more findings, not listed" not in step_summary(report)


def test_a_budget_that_is_asked_for_cuts() -> None:
    """--max-findings cuts what is listed, the surest last; the table still counts every check, and the end says the rest."""
    notes = [finding(f"note {n}", "a-note", severity=Severity.NOTE) for n in range(9)]
    sure, unsure = finding("sure", "b-guess", confidence=0.9), finding("unsure", "b-guess", confidence=0.5)
    written = write(made(*notes, unsure, sure, budget=1))
    assert re.findall("^- .*", written, re.MULTILINE) == ["- error 0.90 `sure`"]
    assert "| `b-guess` | error | 2 |\n| `a-note` | note | 9 |\n" in written
    assert "\n10 more findings, not listed here.\n" in written


def test_many_checks() -> None:
    """Thousands of checks do not make the table longer than the report may be."""
    report = made(*(finding(check=f"plugin/check-{n}") for n in range(20_000)))
    assert len(write(report).encode()) < 65_536


def test_facts() -> None:
    """Six facts of a finding are listed, the others counted."""
    report = made(finding(evidence=tuple(Evidence(text=f"fact {n}") for n in range(8))))
    assert write(report).count("  - `fact") == 6
    assert "  - 2 more facts in the JSON report\n" in write(report)
