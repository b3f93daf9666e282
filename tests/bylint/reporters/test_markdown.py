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
### bylint: 90 findings

115 papers, 381 authorships, 22 files: 90 shown (90 fail the review), 0 hidden, 0 waived, 0 in the baseline

| check | severity | findings |
| --- | --- | ---: |
| `broken-person` | error | 1 |
| `byline-in-two-scripts` | error | 1 |
| `dangling-similar` | error | 1 |
| `duplicate-doi` | error | 1 |
| `duplicate-id` | error | 1 |
| `invalid-orcid` | error | 2 |
| `latex-residue` | error | 1 |
| `missing-authors` | error | 1 |
| `missing-id` | error | 1 |
| `missing-title` | error | 1 |
| `mojibake` | error | 1 |
| `placeholder-surname` | error | 2 |
| `repeated-author` | error | 1 |
| `repeated-orcid` | error | 1 |
| `repeated-person` | error | 1 |
| `repeated-person-orcid` | error | 1 |
| `stray-character` | error | 4 |
| `truncated-bylines` | error | 1 |
| `undefined-person` | error | 1 |
| `unknown-venue` | error | 1 |
| `affiliation-conflict` | warning | 1 |
| `ambiguous-name` | warning | 2 |
| `bad-markup` | warning | 1 |
| `control-character` | warning | 1 |
| `duplicate-name` | warning | 1 |
| `duplicate-title` | warning | 1 |
| `glued-name` | warning | 1 |
| `incomplete-split` | warning | 1 |
| `invalid-doi` | warning | 1 |
| `legacy-twin` | warning | 1 |
| `lowercase-after-hyphen` | warning | 1 |
| `lowercase-initial` | warning | 2 |
| `lowercase-name` | warning | 1 |
| `main-name-in-other-script` | warning | 2 |
| `malformed-openreview` | warning | 1 |
| `misplaced-boundary` | warning | 1 |
| `mixed-page` | warning | 1 |
| `nearly-repeated-author` | warning | 1 |
| `orcid-conflict` | warning | 1 |
| `orcid-on-two-names` | warning | 1 |
| `overspaced-name` | warning | 2 |
| `person-orcid-mismatch` | warning | 1 |
| `rival-namesake` | warning | 1 |
| `same-first-and-last` | warning | 1 |
| `several-people-in-one-name` | warning | 1 |
| `shared-page-paper` | warning | 1 |
| `swapped-name` | warning | 2 |
| `title-or-suffix` | warning | 1 |
| `two-orcids` | warning | 1 |
| `two-people-one-name-both-matching` | warning | 1 |
| `unexpected-content` | warning | 1 |
| `unknown-field` | warning | 1 |
| `unlisted-name` | warning | 1 |
| `unsupported-guess` | warning | 1 |
| `uppercase-name` | warning | 1 |
| `whole-name-in-one-field` | warning | 1 |
| `wrong-page-range` | warning | 1 |
| `year-mismatch` | warning | 3 |
| `coauthor-mismatch` | note | 1 |
| `collective-author` | note | 1 |
| `huge-byline` | note | 1 |
| `inconsistent-spelling` | note | 1 |
| `missing-abstract` | note | 1 |
| `stale-key` | note | 4 |
| `suffix-without-degree` | note | 1 |
| `tab-in-record` | note | 1 |
| `topic-drift` | note | 1 |
| `unsorted-people` | note | 1 |
| `unused-name` | note | 6 |
| `year-gap` | note | 1 |

<details><summary><code>broken-person</code>: 1 finding (An entry of the people database is not of the form that is asked for)</summary>

- error 1.00 `nobody-at-all: names.0.last: string should have at least 1 character` at `fixtures/toy-anthology/data/json/people.json:105:14`

</details>

<details><summary><code>byline-in-two-scripts</code>: 1 finding (The people of a byline are listed twice, in two scripts)</summary>

- error 0.97 `the byline has 2 names in Latin letters and 2 in another script` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:27:7`
  - `the other list begins here, with “Keyin Zhu”` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:25:7`
  - `“刻印 朱” is “Keyin Zhu”` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:27:7`
  - `“版下 童” is “Banxia Tong”` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:28:7`

</details>

<details><summary><code>dangling-similar</code>: 1 finding (An entry of the people database names a similar person who is not there)</summary>

- error 1.00 `pia-serif is similar to “pia-sherif”, which is nobody's id` at `fixtures/toy-anthology/data/json/people.json:137:16`

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

<details><summary><code>latex-residue</code>: 1 finding (A name holds LaTeX that nobody has turned into letters)</summary>

- error 0.97 `“J{\\"o}rg Federhalter”: LaTeX is left over in “J{\\"o}rg”` at `fixtures/toy-anthology/data/xml/2026.toynames.xml:38:22`
  - fix: `first “J{\\"o}rg” → “Jörg” (a suggestion)`

</details>

<details><summary><code>missing-authors</code>: 1 finding (A paper has neither authors nor editors)</summary>

- error 0.97 `2026.toyrecords-bylines.3 has neither authors nor editors` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:32:5`
  - `2026.toyrecords-bylines.3 is “Signed by No One”` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:33:14`

</details>

<details><summary><code>missing-id</code>: 1 finding (A collection, volume or paper has no id, or one that is no number where a number is needed)</summary>

- error 1.00 `a paper of 2023.toyfindings-toy has no id` at `fixtures/toy-anthology/data/xml/2023.toyfindings.xml:54:1`

</details>

<details><summary><code>missing-title</code>: 1 finding (A paper has no title)</summary>

- error 0.98 `Z18-2004 has no title` at `fixtures/toy-anthology/data/xml/Z18.xml:112:5`

</details>

<details><summary><code>mojibake</code>: 1 finding (A letter of a name came out wrong between two encodings)</summary>

- error 0.96 `“JosÃ© Tintero”: the first name holds “Ã©”, which is “é” read in a wrong encoding` at `fixtures/toy-anthology/data/xml/2026.toynames.xml:44:22`
  - fix: `first “JosÃ©” → “José” (a suggestion)`

</details>

<details><summary><code>placeholder-surname</code>: 2 findings (A surname is empty, or a sign that stands for one)</summary>

- error 0.98 `“Mononym .”: the last name is “.”` at `fixtures/toy-anthology/data/xml/Z18.xml:100:43`
  - fix: `first “Mononym” → nothing, last “.” → “Mononym” (--fix)`
- error 0.98 `“Palimpsest -”: the last name is “-”` at `fixtures/toy-anthology/data/xml/Z18.xml:107:46`
  - fix: `first “Palimpsest” → nothing, last “-” → “Palimpsest” (--fix)`

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

<details><summary><code>repeated-person-orcid</code>: 1 finding (Two people of the people database have one ORCID)</summary>

- error 1.00 `otto-serif has the ORCID of otto-b-serif, 0009-0099-0000-1171` at `fixtures/toy-anthology/data/json/people.json:128:14`
  - `otto-b-serif has it first` at `fixtures/toy-anthology/data/json/people.json:119:14`

</details>

<details><summary><code>stray-character</code>: 4 findings (A name holds a sign that is no part of any name)</summary>

- error 0.98 `“Yuki Footmark†” holds “†”` at `fixtures/toy-anthology/data/xml/Z18.xml:46:40`
  - fix: `last “Footmark†” → “Footmark” (--fix)`
- error 0.98 `“Lintang Superscript*” holds “*”` at `fixtures/toy-anthology/data/xml/Z18.xml:54:43`
  - fix: `last “Superscript*” → “Superscript” (--fix)`
- error 0.98 `“Mohal Exponent1” holds “1”` at `fixtures/toy-anthology/data/xml/Z18.xml:55:41`
  - fix: `last “Exponent1” → “Exponent” (a suggestion)`
- error 0.98 `“Alexa> Chevron” holds “>”` at `fixtures/toy-anthology/data/xml/Z18.xml:56:22`
  - fix: `first “Alexa>” → “Alexa” (a suggestion)`

</details>

<details><summary><code>truncated-bylines</code>: 1 finding (The bylines of a volume stop at a fixed number of authors)</summary>

- error 0.90 `the bylines of 2026.toyrecords-capped stop at 5 authors: 6 papers have so many, 0 have one fewer, none has more` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:58:5`
  - `2026.toyrecords-capped.1 ends with Edda Fusnota` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:75:7`
  - `2026.toyrecords-capped.2 ends with Edda Fusnota` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:85:7`
  - `2026.toyrecords-capped.3 ends with Edda Fusnota` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:95:7`

</details>

<details><summary><code>undefined-person</code>: 1 finding (An author's id is not in the people database)</summary>

- error 1.00 `Nemo Nobody has the id “nemo-nobody-nowhere”, which is nobody's` at `fixtures/toy-anthology/data/xml/2024.toy.xml:45:19`

</details>

<details><summary><code>unknown-venue</code>: 1 finding (A volume is of a venue that the repository does not know)</summary>

- error 0.98 `“toyrecrods”, the venue of 2026.toyrecords-venue, is none that the repository knows; did you mean “toyrecords”?` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:206:14`

</details>

<details><summary><code>affiliation-conflict</code>: 1 finding (One name is at two universities in one year, without a co-author in common)</summary>

- warning 0.93 `Dingbat Glyph: at University of Nibs and Blotter University in 2025` at `fixtures/toy-anthology/data/xml/2025.toypages.xml:59:68`
  - `here: 1 paper 2025 (2025.toypages-main.4), University of Nibs, with Dot Kern-Pair; north, toypages` at `fixtures/toy-anthology/data/xml/2025.toypages.xml:52:7`
  - `there: 1 paper 2025 (2025.toypages-main.5), Blotter University, with Dingbat Kern-Pair; south, toypages` at `fixtures/toy-anthology/data/xml/2025.toypages.xml:59:7`
  - `nobody of 2025.toypages-main.4 wrote with anybody of 2025.toypages-main.5`
  - `but one move within the year would explain it`
  - `about 0.69 other people of the name are to be expected: a common name`

</details>

<details><summary><code>ambiguous-name</code>: 2 findings (Several people own this name, and papers do not say which of them wrote them)</summary>

- warning 0.95 `Vera Verso is the name of 2 known people, and 1 authorship does not say who is meant` at `fixtures/toy-anthology/data/xml/2024.toy.xml:29:7`
  - `vera-verso-elsewhere; University of Elsewhere` at `fixtures/toy-anthology/data/json/people.json:141:3`
  - `vera-verso-nowhere; University of Nowhere` at `fixtures/toy-anthology/data/json/people.json:153:3`

</details>

<details><summary><code>bad-markup</code>: 1 finding (A title or an abstract holds markup that its format does not know)</summary>

- warning 1.00 `the title of 2026.toyrecords-records.6 holds “\\textit{”` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:179:14`

</details>

<details><summary><code>control-character</code>: 1 finding (A record holds a character that cannot be seen, or one that stands for a lost letter)</summary>

- warning 0.98 `the title of 2026.toyrecords-records.4 holds U+00AD (soft hyphen), “A Hyphen No[U+00AD]body Sees”` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:165:14`

</details>

<details><summary><code>duplicate-name</code>: 1 finding (Two pages look like one person)</summary>

- warning 1.00 `Theodora Pilcrow and Theodora Ann Pilcrow look like one person: one has a further given name` at `fixtures/toy-anthology/data/xml/2025.toyns.xml:122:7`
  - `Theodora Pilcrow: 2 papers 2025 (2025.toyns-1.11, 2025.toyns-1.12), Institute of Margins, Nowhere, with Ulla Gutter (2); folding, sheet, three, toyns` at `fixtures/toy-anthology/data/xml/2025.toyns.xml:108:7`
  - `Theodora Ann Pilcrow: 1 paper 2025 (2025.toyns-1.13), Institute of Margins, Nowhere, with Ulla Gutter; unfolding, sheet, toyns` at `fixtures/toy-anthology/data/xml/2025.toyns.xml:122:7`
  - `the same affiliation: Institute of Margins, Nowhere`
  - `topics are close: folding, sheet, paper; unfolding, sheet, paper`
  - `venues in common: toyns`
  - `active 2025 and 2025`
  - 1 more fact in the JSON report

</details>

<details><summary><code>duplicate-title</code>: 1 finding (Two papers have one title, and their bylines say that something is wrong)</summary>

- warning 0.92 `2026.toyrecords-records.1 and 2026.toyrecords-records.2 have one title and the same authors` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:150:14`
  - `the title is “A Paper That Was Handed In Twice”` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:143:14`

</details>

<details><summary><code>glued-name</code>: 1 finding (Parts of a name stand in one word)</summary>

- warning 0.93 `“K.Luise Kiel” is probably “K. Luise Kiel”` at `fixtures/toy-anthology/data/xml/2026.toynames.xml:56:7`
  - fix: `first “K.Luise” → “K. Luise” (a suggestion)`

</details>

<details><summary><code>incomplete-split</code>: 1 finding (Papers of somebody who was split off a page have stayed behind on it)</summary>

- warning 1.00 `2 papers on the page zoltan-ypsilon/unverified share co-authors with zoltan-ypsilon-nowhere` at `fixtures/toy-anthology/data/xml/2025.toyns.xml:58:7`
  - `2025.toyns-1.6: 2 of 2 co-authors appear with zoltan-ypsilon-nowhere (Hedwig Kerning, Ivo Baseline on 2025.toyns-1.3, 2025.toyns-1.4)` at `fixtures/toy-anthology/data/xml/2025.toyns.xml:58:7`
  - `2025.toyns-1.7: 2 of 2 co-authors appear with zoltan-ypsilon-nowhere (Hedwig Kerning, Ivo Baseline on 2025.toyns-1.3, 2025.toyns-1.4)` at `fixtures/toy-anthology/data/xml/2025.toyns.xml:66:7`

</details>

<details><summary><code>invalid-doi</code>: 1 finding (A DOI is not written as one)</summary>

- warning 0.98 `the DOI “https://doi.org/10.5555/2026.toyrecords-records.3” of 2026.toyrecords-records.3 has an address before it` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:162:12`
  - fix: `doi “https://doi.org/10.5555/2026.toyrecords-records.3” → “10.5555/2026.toyrecords-records.3” (--fix)`

</details>

<details><summary><code>legacy-twin</code>: 1 finding (An entry without an ORCID stands beside one of the same name whose id ends in its ORCID)</summary>

- warning 0.90 `lea-serif has no ORCID, and lea-serif-1219 of the same name has one` at `fixtures/toy-anthology/data/json/people.json:71:3`
  - `lea-serif-1219 has 0009-0099-0000-1219` at `fixtures/toy-anthology/data/json/people.json:86:14`

</details>

<details><summary><code>lowercase-after-hyphen</code>: 1 finding (A part behind a hyphen begins with a small letter)</summary>

- warning 0.97 `“Ilse Tinten-fass” has a small letter behind the hyphen, where this name mostly has a capital` at `fixtures/toy-anthology/data/xml/2026.toynames.xml:32:40`
  - `with a capital it stands on 2 papers, as “Ilse Tinten-Fass”` at `fixtures/toy-anthology/data/xml/2026.toynames.xml:19:7`
  - fix: `last “Tinten-fass” → “Tinten-Fass” (a suggestion)`

</details>

<details><summary><code>lowercase-initial</code>: 2 findings (An initial is in lower case)</summary>

- warning 0.98 `“Jimmy T.h. Stamp”: the initial “h” is in lower case` at `fixtures/toy-anthology/data/xml/W20.xml:41:22`
  - fix: `first “Jimmy T.h.” → “Jimmy T.H.” (--fix)`
- warning 0.98 `“Mirabella K.t. Postmark”: the initial “t” is in lower case` at `fixtures/toy-anthology/data/xml/W20.xml:42:22`
  - fix: `first “Mirabella K.t.” → “Mirabella K.T.” (--fix)`

</details>

<details><summary><code>lowercase-name</code>: 1 finding (A part of a name begins with a small letter)</summary>

- warning 0.92 `“Nadja bleistift”: “bleistift” begins with a small letter` at `fixtures/toy-anthology/data/xml/2026.toynames.xml:25:41`
  - fix: `last “bleistift” → “Bleistift” (a suggestion)`

</details>

<details><summary><code>main-name-in-other-script</code>: 2 findings (A name stands in another script than all the others around it)</summary>

- warning 0.90 `“笔架 毛” is in Han script` at `fixtures/toy-anthology/data/xml/2021.toycl.xml:52:38`
- warning 0.90 `“纸页 白” is in Han script` at `fixtures/toy-anthology/data/xml/2021.toycl.xml:53:38`

</details>

<details><summary><code>malformed-openreview</code>: 1 finding (An OpenReview id is not of the form that OpenReview gives)</summary>

- warning 0.95 `the OpenReview id “~Ida_Serif” does not end in a number` at `fixtures/toy-anthology/data/xml/2025.toypeople.xml:17:27`

</details>

<details><summary><code>misplaced-boundary</code>: 1 finding (The boundary between first and last name is in another place than it should be)</summary>

- warning 0.95 `“Mauro Di|Pennino” is probably “Mauro|Di Pennino”` at `fixtures/toy-anthology/data/xml/2026.toynames.xml:68:7`
  - `no other name has “Di Pennino” as last name`
  - fix: `first “Mauro Di” → “Mauro”, last “Pennino” → “Di Pennino” (a suggestion)`

</details>

<details><summary><code>mixed-page</code>: 1 finding (The papers of one page fall into groups that look like different people)</summary>

- warning 0.95 `Otto Umbra: 5 papers look like two people, 3 + 2` at `fixtures/toy-anthology/data/xml/2025.toyns.xml:142:7`
  - `A: 3 papers 2015-2025 (2025.toyns-1.9, 2025.toyns-1.10, 2025.toyns-2.3), Academy of Ink, Elsewhere, with Corvina Umbra (3), Danuta Umbra (3), Elsbeth Umbra (3) and 8 more; shadows, elegies, sonnets, toyns` at `fixtures/toy-anthology/data/xml/2025.toyns.xml:82:7`
  - `B: 2 papers 2015 (2025.toyns-2.1, 2025.toyns-2.2), Institute of Margins, Nowhere, with Otto Deckle (2), Otto Duodecimo (2), Otto Folio (2) and 4 more; watermarks, speech, recognition, toyns` at `fixtures/toy-anthology/data/xml/2025.toyns.xml:142:7`
  - `no co-author in common (7 and 11 co-authors), and none of them wrote with one another`
  - `venues in common: toyns`
  - `about 0.29 expected namesakes: neither rare nor common`
  - `different affiliations: Institute of Margins, Nowhere; Academy of Ink, Elsewhere`
  - 4 more facts in the JSON report

</details>

<details><summary><code>nearly-repeated-author</code>: 1 finding (One person may be listed twice on one paper, under two forms of the name)</summary>

- warning 0.90 `“M. A. Radierer” and “Muriel Anna Radierer” look like one author, listed twice` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:19:7`
  - `“M. A. Radierer” stands here` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:18:7`
  - `the names are: one has initials only` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:19:7`

</details>

<details><summary><code>orcid-conflict</code>: 1 finding (Authorships of one page have different ORCIDs or OpenReview ids)</summary>

- warning 0.85 `Dash Glyph: authorships of two people by their ORCIDs` at `fixtures/toy-anthology/data/xml/2025.toypages.xml:46:22`
  - `0009-0099-0000-1120: 1 paper 2025 (2025.toypages-main.2), without co-authors; capitals, small, toypages` at `fixtures/toy-anthology/data/xml/2025.toypages.xml:40:7`
  - `0009-0099-0000-1139: 1 paper 2025 (2025.toypages-main.3), without co-authors; capitals, little, toypages` at `fixtures/toy-anthology/data/xml/2025.toypages.xml:46:7`
  - `about 0.69 other people of the name are to be expected: a common name`

</details>

<details><summary><code>orcid-on-two-names</code>: 1 finding (One ORCID stands beside names that share no word)</summary>

- warning 0.95 `ORCID 0009-0099-0000-1075 stands beside two names that share no word` at `fixtures/toy-anthology/data/xml/2024.toy.xml:69:22`

</details>

<details><summary><code>overspaced-name</code>: 2 findings (A name holds a space that does not belong there)</summary>

- warning 0.92 `“Osei - Brevity”: the last name has a space beside a hyphen` at `fixtures/toy-anthology/data/xml/W20.xml:77:40`
- warning 0.92 `“Ludo Tilde ”: the last name begins or ends with a space` at `fixtures/toy-anthology/data/xml/W20.xml:84:40`
  - fix: `last “Tilde ” → “Tilde” (--fix)`

</details>

<details><summary><code>person-orcid-mismatch</code>: 1 finding (Authorships have the id of one person, and an ORCID that is not that person's)</summary>

- warning 0.90 `Otto Serif has the id of otto-serif and another ORCID than that person, 0009-0099-0000-118X` at `fixtures/toy-anthology/data/xml/2025.toypeople.xml:23:38`
  - `otto-serif has 0009-0099-0000-1171` at `fixtures/toy-anthology/data/json/people.json:128:14`

</details>

<details><summary><code>rival-namesake</code>: 1 finding (A paper has the id of one person, and the co-authors of a namesake)</summary>

- warning 1.00 `Zoltan Ypsilon of 2025.toyns-1.5 is zoltan-ypsilon-elsewhere by its id, but 2 of 2 co-authors appear with zoltan-ypsilon-nowhere, none with zoltan-ypsilon-elsewhere` at `fixtures/toy-anthology/data/xml/2025.toyns.xml:50:19`
  - `Hedwig Kerning, Ivo Baseline wrote with zoltan-ypsilon-nowhere on 2025.toyns-1.3, 2025.toyns-1.4` at `fixtures/toy-anthology/data/xml/2025.toyns.xml:34:7`
  - `zoltan-ypsilon-elsewhere otherwise: 2 papers 2025 (2025.toyns-1.1, 2025.toyns-1.2), Academy of Ink, Elsewhere, with Frieda Serif (2), Gustav Ligature (2); letters, touch, again, toyns` at `fixtures/toy-anthology/data/xml/2025.toyns.xml:18:7`
  - `the same affiliation: Institute of Margins, Nowhere`
  - `topics are close: above, lines, space; space, letters, two`
  - `wrote with the same people: Hedwig Kerning (1 and 2 papers), Ivo Baseline (1 and 2 papers)`
  - `active 2025 and 2025`
  - 1 more fact in the JSON report

</details>

<details><summary><code>same-first-and-last</code>: 1 finding (First and last name are the same)</summary>

- warning 0.97 `“NinaFeder NinaFeder”: “NinaFeder” is both first and last name` at `fixtures/toy-anthology/data/xml/2026.toynames.xml:50:22`
  - fix: `first “NinaFeder” → “Nina”, last “NinaFeder” → “Feder” (a suggestion)`

</details>

<details><summary><code>several-people-in-one-name</code>: 1 finding (One name holds several people)</summary>

- warning 0.90 `“Rosa Tafel and Hugo Kreide” looks like several people` at `fixtures/toy-anthology/data/xml/2026.toynames.xml:86:40`

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
  - `bylines with Ada Quillfeather: 12, with Quillfeather Ada: 1` at `fixtures/toy-anthology/data/xml/2022.toyswap.xml:64:7`
  - `both wrote with Bo Inkwell, Ottokar de la Virgule`

</details>

<details><summary><code>title-or-suffix</code>: 1 finding (A title, a degree or a suffix stands where it does not belong)</summary>

- warning 0.94 `“Dr. Petra Kugel” begins with the title “Dr.”` at `fixtures/toy-anthology/data/xml/2026.toynames.xml:74:22`
  - fix: `first “Dr. Petra” → “Petra” (a suggestion)`

</details>

<details><summary><code>two-orcids</code>: 1 finding (One person has two ORCIDs)</summary>

- warning 0.80 `Pia Serif has two ORCIDs, 0009-0099-0000-1198 and 0009-0099-0000-1200` at `fixtures/toy-anthology/data/xml/2025.toypeople.xml:35:37`
  - `0009-0099-0000-1198 on 2025.toypeople-main.3` at `fixtures/toy-anthology/data/xml/2025.toypeople.xml:29:37`
  - `0009-0099-0000-1200 on 2025.toypeople-main.4` at `fixtures/toy-anthology/data/xml/2025.toypeople.xml:35:37`
  - `the id pia-serif stands beside them`
  - `also on 2025.toypeople-main.3` at `fixtures/toy-anthology/data/xml/2025.toypeople.xml:29:37`

</details>

<details><summary><code>two-people-one-name-both-matching</code>: 1 finding (Two people own one name and both are matched by it, and nothing says which of them is which)</summary>

- warning 0.70 `Max Serif is the name of max-serif and max-serif-nibs, and nothing tells them apart` at `fixtures/toy-anthology/data/json/people.json:88:3`
  - `max-serif: says nothing` at `fixtures/toy-anthology/data/json/people.json:88:3`
  - `max-serif-nibs: says nothing` at `fixtures/toy-anthology/data/json/people.json:96:3`

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

<details><summary><code>unsupported-guess</code>: 1 finding (A paper is on a page by the name alone, and what else is known speaks against it)</summary>

- warning 1.00 `Zoltan Ypsilon of 2025.toyns-1.8 has no id, but 2 of 2 co-authors appear with zoltan-ypsilon-elsewhere, none with the other papers of this page` at `fixtures/toy-anthology/data/xml/2025.toyns.xml:74:7`
  - `Frieda Serif, Gustav Ligature wrote with zoltan-ypsilon-elsewhere on 2025.toyns-1.1, 2025.toyns-1.2` at `fixtures/toy-anthology/data/xml/2025.toyns.xml:18:7`
  - `zoltan-ypsilon/unverified otherwise: 2 papers 2025 (2025.toyns-1.6, 2025.toyns-1.7), Institute of Margins, Nowhere, with Hedwig Kerning (2), Ivo Baseline (2); space, letters, around, toyns` at `fixtures/toy-anthology/data/xml/2025.toyns.xml:58:7`
  - `the same affiliation: Academy of Ink, Elsewhere`
  - `topics are close: let, letters, that; touch, letters, that`
  - `wrote with the same people: Frieda Serif (1 and 2 papers), Gustav Ligature (1 and 2 papers)`
  - `active 2025 and 2025`
  - 1 more fact in the JSON report

</details>

<details><summary><code>uppercase-name</code>: 1 finding (A last name, or a whole name, is in capitals)</summary>

- warning 0.95 `“Tullio CARATTERE”: the last name is in capitals` at `fixtures/toy-anthology/data/xml/2026.toynames.xml:18:42`
  - fix: `last “CARATTERE” → “Carattere” (a suggestion)`

</details>

<details><summary><code>whole-name-in-one-field</code>: 1 finding (First and last name stand together in the last name)</summary>

- warning 0.80 `“Paolo Calamaio”: the whole name stands in the last name` at `fixtures/toy-anthology/data/xml/2026.toynames.xml:62:21`
  - fix: `first “” → “Paolo”, last “Paolo Calamaio” → “Calamaio” (a suggestion)`

</details>

<details><summary><code>wrong-page-range</code>: 1 finding (The pages of a paper run backwards, cannot be, or are those of another paper)</summary>

- warning 0.95 `the pages of 2026.toyrecords-records.5, “43–34”, run backwards` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:174:14`

</details>

<details><summary><code>year-mismatch</code>: 3 findings (A volume's year is not the one that its id says, or its papers have another one)</summary>

- warning 0.95 `the year of 2025.toyns-2 is 2015` at `fixtures/toy-anthology/data/xml/2025.toyns.xml:134:13`
- warning 0.95 `the year of W20-01 is 2000` at `fixtures/toy-anthology/data/xml/W20.xml:11:13`
- warning 0.95 `the year of W20-02 is 2000` at `fixtures/toy-anthology/data/xml/W20.xml:62:13`

</details>

<details><summary><code>coauthor-mismatch</code>: 1 finding (Papers stand on a page with whose other papers they share nobody)</summary>

- note 0.75 `Dot Ligature: 2025.toypages-main.11 shares nobody with the other papers` at `fixtures/toy-anthology/data/xml/2025.toypages.xml:107:7`
  - `“A Visit to the Blank Pages”: 1 paper 2025 (2025.toypages-main.11), with Ada Quillfeather, Corvina van den Ampersand, Éloïse Cédille; blank, pages, visit, toypages` at `fixtures/toy-anthology/data/xml/2025.toypages.xml:107:7`
  - `the others: 3 papers 2025 (2025.toypages-main.6, 2025.toypages-main.7, 2025.toypages-main.8), with Dash Ligature (3); punctuation, hanging, orphans, toypages` at `fixtures/toy-anthology/data/xml/2025.toypages.xml:66:7`
  - `nobody of these wrote with anybody on another paper`
  - `about 0.78 other people of the name are to be expected: a common name`

</details>

<details><summary><code>collective-author</code>: 1 finding (An author is a group, a language model, or nobody)</summary>

- note 0.95 `“Typesetting Team” is the name of a group` at `fixtures/toy-anthology/data/xml/2026.toynames.xml:80:7`

</details>

<details><summary><code>huge-byline</code>: 1 finding (A byline is far longer than those of the other papers)</summary>

- note 0.10 `2026.toyrecords-bylines.4 lists 52 authors` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:38:5`
  - `999 of 1,000 papers here list 12 or fewer` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:52:168`

</details>

<details><summary><code>inconsistent-spelling</code>: 1 finding (One page has a name with and without its accents, or with other capitals)</summary>

- note 0.85 `“Ines Plume” on 1 paper is “Inès Plume” on 1 of the same page` at `fixtures/toy-anthology/data/xml/2026.toynames.xml:99:7`
  - `“Inès Plume” stands here` at `fixtures/toy-anthology/data/xml/2026.toynames.xml:92:7`
  - `both wrote with Zora Tampon`
  - fix: `first “Ines” → “Inès” (a suggestion)`

</details>

<details><summary><code>missing-abstract</code>: 1 finding (Papers of a volume have no abstract)</summary>

- note 0.90 `2026.toyrecords-records: one of its 8 papers has no abstract` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:192:5`
  - `2026.toyrecords-records.8 is “No Abstract”` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:193:14`

</details>

<details><summary><code>stale-key</code>: 4 findings (A citation key does not fit its paper any more)</summary>

- note 0.95 `anon-2021-title is the key of 2021.toycl-1.5, which is by 笔架 毛` at `fixtures/toy-anthology/data/xml/2021.toycl.xml:55:15`
- note 0.95 `noktal-2024-no is the key of 2024.toy-main.9, which is by Işın Noktalı` at `fixtures/toy-anthology/data/xml/2024.toy.xml:88:15`
- note 0.95 `ogonek-2018-nave is the key of Z18-1003, which is called “Naïve Résumés of Café Menus”` at `fixtures/toy-anthology/data/xml/Z18.xml:41:15`
- note 0.95 `quillfeather-2018-untitled is the key of Z18-2004, which is called “”` at `fixtures/toy-anthology/data/xml/Z18.xml:116:15`

</details>

<details><summary><code>suffix-without-degree</code>: 1 finding (An id has a suffix, and the entry does not say what it stands for)</summary>

- note 0.90 `max-serif-nibs has neither a degree nor a comment that says what “nibs” stands for` at `fixtures/toy-anthology/data/json/people.json:96:3`

</details>

<details><summary><code>tab-in-record</code>: 1 finding (A text holds a tab)</summary>

- note 1.00 `the text of an element here holds a tab` at `fixtures/toy-anthology/data/xml/2026.toyrecords.xml:189:1`

</details>

<details><summary><code>topic-drift</code>: 1 finding (A paper is about something that no other paper of its page is about)</summary>

- note 0.65 `Dash Ligature: 2025.toypages-main.10 is far from the topics of the other papers` at `fixtures/toy-anthology/data/xml/2025.toypages.xml:97:7`
  - `2025.toypages-main.10, “Frogs After Rain”; nearest 2025.toypages-main.7, “Widows and Orphans”, similarity 0.038` at `fixtures/toy-anthology/data/xml/2025.toypages.xml:97:7`
  - `the others: 4 papers 2025, with Dot Ligature (3); punctuation, hanging, margins, toypages` at `fixtures/toy-anthology/data/xml/2025.toypages.xml:67:7`
  - `nobody wrote with anybody on another paper`
  - `about 0.78 other people of the name are to be expected: a common name`

</details>

<details><summary><code>unsorted-people</code>: 1 finding (Entries of the people database are out of order)</summary>

- note 1.00 `elsbeth-bracket: the entry belongs after “eloise-cedille”; 3 entries are out of order` at `fixtures/toy-anthology/data/json/people.json:25:3`

</details>

<details><summary><code>unused-name</code>: 6 findings (A name in the people database stands on no paper)</summary>

- note 0.95 `A. Quillfeather is a name of ada-quillfeather, and no paper has it` at `fixtures/toy-anthology/data/json/people.json:3:14`
- note 0.95 `Lea Serif is a name of lea-serif, and no paper has it` at `fixtures/toy-anthology/data/json/people.json:72:14`
- note 0.95 `Lea Serif is a name of lea-serif-1219, and no paper has it` at `fixtures/toy-anthology/data/json/people.json:80:14`
- note 0.95 `Max Serif is a name of max-serif, and no paper has it` at `fixtures/toy-anthology/data/json/people.json:89:14`
- note 0.95 `Max Serif is a name of max-serif-nibs, and no paper has it` at `fixtures/toy-anthology/data/json/people.json:97:14`
- note 0.95 `Otto B. Serif is a name of otto-b-serif, and no paper has it` at `fixtures/toy-anthology/data/json/people.json:113:14`

</details>

<details><summary><code>year-gap</code>: 1 finding (A page falls silent for longer than careers do, and goes on among strangers)</summary>

- note 0.75 `Dot Glyph: nothing for 25 years, from 2000 to 2025, then other company` at `fixtures/toy-anthology/data/xml/2025.toypages.xml:33:7`
  - `before: 1 paper 2000 (W20-0204), with Ludo Kern-Pair; considered, ws` at `fixtures/toy-anthology/data/xml/W20.xml:91:7`
  - `after: 1 paper 2025 (2025.toypages-main.1), with Dash Kern-Pair; return, toypages` at `fixtures/toy-anthology/data/xml/2025.toypages.xml:33:7`
  - `nobody of one side wrote with anybody of the other`
  - `about 0.69 other people of the name are to be expected: a common name`

</details>

1 more finding, not listed here.

Not applicable to anthology: 1 check.

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
