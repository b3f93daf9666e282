"""The format for a terminal."""

import re

import pytest
from inline_snapshot import snapshot

from bylint import Evidence, Name, Severity
from bylint.finding import Status
from bylint.privacy import name_digest
from bylint.report import GATE, REVIEW, Report
from bylint.reporters._printable import width
from bylint.reporters.text import lines, paint, write
from reports import PATH, at, checked, finding, made, signed_twice, toy

ONLY = ("repeated-author",)
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def quoted(report: Report) -> tuple[str, str]:
    """The first quoted line and the carets below it, without the margin."""
    rows = [row.partition("| ")[2] for row in write(report).splitlines() if row.startswith(" " * 12 + "| ")]
    return rows[0], rows[1]


def test_toy_anthology() -> None:
    """Findings are grouped by file, quote their line with carets and list their facts; the last line counts."""
    assert write(toy()) == snapshot("""\
fixtures/toy-anthology/data/json/people.json
  3:14      note    A. Quillfeather is a name of ada-quillfeather, and no paper has it  [unused-name]  0.95
            | "names": [
            |          ^
  25:3      note    elsbeth-bracket: the entry belongs after “eloise-cedille”; 3 entries are out of order  [unsorted-people]  1.00
            | "elsbeth-bracket": {
            | ^^^^^^^^^^^^^^^^^
  40:15     warning eloise-cedille: nobody reads 'orcidd'; did you mean 'orcid'?  [unknown-field]  1.00
            | "orcidd": "0009-0099-0000-1091"
            |           ^^^^^^^^^^^^^^^^^^^^^
  54:3      error   bijia-mao: the id is defined twice; the first entry counts  [repeated-person]  1.00
            | "bijia-mao": {
            | ^^^^^^^^^^^
  71:3      warning lea-serif has no ORCID, and lea-serif-1219 of the same name has one  [legacy-twin]  0.90
            | "lea-serif": {
            | ^^^^^^^^^^^
            - lea-serif-1219 has 0009-0099-0000-1219  86:14
  72:14     note    Lea Serif is a name of lea-serif, and no paper has it  [unused-name]  0.95
            | "names": [
            |          ^
  80:14     note    Lea Serif is a name of lea-serif-1219, and no paper has it  [unused-name]  0.95
            | "names": [
            |          ^
  88:3      warning Max Serif is the name of max-serif and max-serif-nibs, and nothing tells them apart  [two-people-one-name-both-matching]  0.70
            | "max-serif": {
            | ^^^^^^^^^^^
            - max-serif: says nothing  88:3
            - max-serif-nibs: says nothing  96:3
  89:14     note    Max Serif is a name of max-serif, and no paper has it  [unused-name]  0.95
            | "names": [
            |          ^
  96:3      note    max-serif-nibs has neither a degree nor a comment that says what “nibs” stands for  [suffix-without-degree]  0.90
            | "max-serif-nibs": {
            | ^^^^^^^^^^^^^^^^
  97:14     note    Max Serif is a name of max-serif-nibs, and no paper has it  [unused-name]  0.95
            | "names": [
            |          ^
  105:14    error   nobody-at-all: names.0.last: string should have at least 1 character  [broken-person]  1.00
            | "names": [
            |          ^
  113:14    note    Otto B. Serif is a name of otto-b-serif, and no paper has it  [unused-name]  0.95
            | "names": [
            |          ^
  128:14    error   otto-serif has the ORCID of otto-b-serif, 0009-0099-0000-1171  [repeated-person-orcid]  1.00
            | "orcid": "0009-0099-0000-1171"
            |          ^^^^^^^^^^^^^^^^^^^^^
            - otto-b-serif has it first  119:14
  137:16    error   pia-serif is similar to “pia-sherif”, which is nobody's id  [dangling-similar]  1.00
            | "similar": [
            |            ^

fixtures/toy-anthology/data/xml/2021.toycl.xml
  52:38     warning “笔架 毛” is in Han script  [main-name-in-other-script]  0.90
            | <author><first>笔架</first><last>毛</last></author>
            |                                  ^^
  53:38     warning “纸页 白” is in Han script  [main-name-in-other-script]  0.90
            | <author><first>纸页</first><last>白</last></author>
            |                                  ^^
  55:15     note    anon-2021-title is the key of 2021.toycl-1.5, which is by 笔架 毛  [stale-key]  0.95
            | <bibkey>anon-2021-title</bibkey>
            |         ^^^^^^^^^^^^^^^

fixtures/toy-anthology/data/xml/2022.toyswap.xml
  5:5       warning 8 of the 9 names of 2022.toyswap-1 that can be judged have first and last name swapped  [swapped-name]  0.95
            | <meta>
            | ^^^^^^
            - “Bijia|Mao” elsewhere  18:7
            - “Zhiye|Bai” elsewhere  19:7
            - “Shuiping|Mo” elsewhere  20:7
            - “Yantai|Fang” elsewhere  26:7
            - “Luye|Mu” elsewhere  27:7
  71:7      warning “Quillfeather|Ada” looks like “Ada|Quillfeather” with first and last name swapped  [swapped-name]  0.95
            | <author><first>Quillfeather</first><last>Ada</last></author>
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            - bylines with Ada Quillfeather: 12, with Quillfeather Ada: 1  64:7
            - both wrote with Bo Inkwell, Ottokar de la Virgule

fixtures/toy-anthology/data/xml/2023.toyfindings.xml
  35:1      warning <auhtor> is no part of <paper>  [unexpected-content]  1.00
            | <auhtor><first>Gianna</first><last>Parentesi</last></auhtor>
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  40:16     error   2023.toyfindings-toy.4 is the id of two papers of this file, “One Number, First Paper” and “One Number, Second Paper”  [duplicate-id]  0.98
            | <paper id="4">
            |            ^
  54:1      error   a paper of 2023.toyfindings-toy has no id  [missing-id]  1.00
            | <paper>
            | ^^^^^^^

fixtures/toy-anthology/data/xml/2024.toy.xml
  29:7      warning Vera Verso is the name of 2 known people, and 1 authorship does not say who is meant  [ambiguous-name]  0.95
            | <author><first>Vera</first><last>Verso</last></author>
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            - vera-verso-elsewhere; University of Elsewhere  fixtures/toy-anthology/data/json/people.json:141:3
            - vera-verso-nowhere; University of Nowhere  fixtures/toy-anthology/data/json/people.json:153:3
  38:7      warning Jim Footnote and Jimmy Footnote stand in one byline and are on one page, jim-footnote  [shared-page-paper]  0.95
            | <author id="jim-footnote"><first>Jimmy</first><last>Footnote</la…
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            - Jim Footnote is there by its id  37:7
            - Jimmy Footnote is there by its id  38:7
  45:19     error   Nemo Nobody has the id “nemo-nobody-nowhere”, which is nobody's  [undefined-person]  1.00
            | <author id="nemo-nobody-nowhere"><first>Nemo</first><last>Nobody…
            |             ^^^^^^^^^^^^^^^^^^^
  53:7      warning Vera Recto has the id of vera-verso-nowhere, which lists Vera Verso  [unlisted-name]  0.95
            | <author id="vera-verso-nowhere"><first>Vera</first><last>Recto</…
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            - vera-verso-nowhere has the names Vera Verso  fixtures/toy-anthology/data/json/people.json:154:14
  69:22     warning Véra Hook has the ORCID of Elsbeth Bracket, 0009-0099-0000-1075  [orcid-on-two-names]  0.95
            | <author orcid="0009-0099-0000-1075"><first>Véra</first><last>Hoo…
            |                ^^^^^^^^^^^^^^^^^^^
            - beside Elsbeth Bracket on 2024.toy-main.6  61:22
            - Elsbeth Bracket stands in the same byline  70:7
  78:22     error   Kaʻimi Okina has the ORCID of Żaneta Ogonek, 0009-0099-0000-1083  [repeated-orcid]  0.90
            | <author orcid="0009-0099-0000-1083"><first>Kaʻimi</first><last>O…
            |                ^^^^^^^^^^^^^^^^^^^
            - it stands here first  77:22
  85:22     error   the ORCID “0000-0000-0000-0000” is nobody's  [invalid-orcid]  1.00
            | <author orcid="0000-0000-0000-0000"><first>Işın</first><last>Nok…
            |                ^^^^^^^^^^^^^^^^^^^
  86:22     error   the ORCID “0009-0099-0000-1090” does not end in 1, as its other digits ask for  [invalid-orcid]  1.00
            | <author orcid="0009-0099-0000-1090"><first>Corvina</first><last>…
            |                ^^^^^^^^^^^^^^^^^^^
  88:15     note    noktal-2024-no is the key of 2024.toy-main.9, which is by Işın Noktalı  [stale-key]  0.95
            | <bibkey>noktal-2024-no</bibkey>
            |         ^^^^^^^^^^^^^^

fixtures/toy-anthology/data/xml/2025.toyns.xml
  50:19     warning Zoltan Ypsilon of 2025.toyns-1.5 is zoltan-ypsilon-elsewhere by its id, but 2 of 2 co-authors appear with zoltan-ypsilon-nowhere, none with zoltan-ypsilon-elsewhere  [rival-namesake]  1.00
            | <author id="zoltan-ypsilon-elsewhere"><first>Zoltan</first><last…
            |             ^^^^^^^^^^^^^^^^^^^^^^^^
            - Hedwig Kerning, Ivo Baseline wrote with zoltan-ypsilon-nowhere on 2025.toyns-1.3, 2025.toyns-1.4  34:7
            - zoltan-ypsilon-elsewhere otherwise: 2 papers 2025 (2025.toyns-1.1, 2025.toyns-1.2), Academy of Ink, Elsewhere, with Frieda Serif (2), Gustav Ligature (2); letters, touch, again, toyns  18:7
            - the same affiliation: Institute of Margins, Nowhere +3.72
            - topics are close: above, lines, space; space, letters, two +1.72
            - wrote with the same people: Hedwig Kerning (1 and 2 papers), Ivo Baseline (1 and 2 papers) +1.32
            - active 2025 and 2025 +0.50
            - venues in common: toyns +0.29
  58:7      warning Zoltan Ypsilon is the name of 2 known people, and 3 authorships do not say who is meant  [ambiguous-name]  0.95
            | <author><first>Zoltan</first><last>Ypsilon</last><affiliation>In…
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            - zoltan-ypsilon-elsewhere; University of Elsewhere  fixtures/toy-anthology/data/json/people.json:175:3
            - zoltan-ypsilon-nowhere; University of Nowhere  fixtures/toy-anthology/data/json/people.json:187:3
            - also on 2025.toyns-1.7, 2025.toyns-1.8  66:7
  58:7      warning 2 papers on the page zoltan-ypsilon/unverified share co-authors with zoltan-ypsilon-nowhere  [incomplete-split]  1.00
            | <author><first>Zoltan</first><last>Ypsilon</last><affiliation>In…
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            - 2025.toyns-1.6: 2 of 2 co-authors appear with zoltan-ypsilon-nowhere (Hedwig Kerning, Ivo Baseline on 2025.toyns-1.3, 2025.toyns-1.4)  58:7
            - 2025.toyns-1.7: 2 of 2 co-authors appear with zoltan-ypsilon-nowhere (Hedwig Kerning, Ivo Baseline on 2025.toyns-1.3, 2025.toyns-1.4)  66:7
  74:7      warning Zoltan Ypsilon of 2025.toyns-1.8 has no id, but 2 of 2 co-authors appear with zoltan-ypsilon-elsewhere, none with the other papers of this page  [unsupported-guess]  1.00
            | <author><first>Zoltan</first><last>Ypsilon</last><affiliation>Ac…
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            - Frieda Serif, Gustav Ligature wrote with zoltan-ypsilon-elsewhere on 2025.toyns-1.1, 2025.toyns-1.2  18:7
            - zoltan-ypsilon/unverified otherwise: 2 papers 2025 (2025.toyns-1.6, 2025.toyns-1.7), Institute of Margins, Nowhere, with Hedwig Kerning (2), Ivo Baseline (2); space, letters, around, toyns  58:7
            - the same affiliation: Academy of Ink, Elsewhere +3.72
            - topics are close: let, letters, that; touch, letters, that +1.84
            - wrote with the same people: Frieda Serif (1 and 2 papers), Gustav Ligature (1 and 2 papers) +1.45
            - active 2025 and 2025 +0.50
            - venues in common: toyns +0.29
  122:7     warning Theodora Pilcrow and Theodora Ann Pilcrow look like one person: one has a further given name  [duplicate-name]  1.00
            | <author><first>Theodora Ann</first><last>Pilcrow</last><affiliat…
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            - Theodora Pilcrow: 2 papers 2025 (2025.toyns-1.11, 2025.toyns-1.12), Institute of Margins, Nowhere, with Ulla Gutter (2); folding, sheet, three, toyns  108:7
            - Theodora Ann Pilcrow: 1 paper 2025 (2025.toyns-1.13), Institute of Margins, Nowhere, with Ulla Gutter; unfolding, sheet, toyns  122:7
            - the same affiliation: Institute of Margins, Nowhere +3.13
            - topics are close: folding, sheet, paper; unfolding, sheet, paper +2.29
            - venues in common: toyns +0.80
            - active 2025 and 2025 +0.32
            - wrote with the same person: Ulla Gutter (2 and 1 papers) +0.19
  134:13    warning the year of 2025.toyns-2 is 2015  [year-mismatch]  0.95
            | <year>2015</year>
            |       ^^^^
  142:7     warning Otto Umbra: 5 papers look like two people, 3 + 2  [mixed-page]  0.95
            | <author><first>Otto</first><last>Umbra</last><affiliation>Instit…
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            - A: 3 papers 2015-2025 (2025.toyns-1.9, 2025.toyns-1.10, 2025.toyns-2.3), Academy of Ink, Elsewhere, with Corvina Umbra (3), Danuta Umbra (3), Elsbeth Umbra (3) and 8 more; shadows, elegies, sonnets, toyns  82:7
            - B: 2 papers 2015 (2025.toyns-2.1, 2025.toyns-2.2), Institute of Margins, Nowhere, with Otto Deckle (2), Otto Duodecimo (2), Otto Folio (2) and 4 more; watermarks, speech, recognition, toyns  142:7
            - no co-author in common (7 and 11 co-authors), and none of them wrote with one another +2.10
            - venues in common: toyns -0.29
            - about 0.29 expected namesakes: neither rare nor common -0.43
            - different affiliations: Institute of Margins, Nowhere; Academy of Ink, Elsewhere +1.48
            - topics are far apart: speech, watermarks, recognition; shadows, their, and +0.21
            - active 2015 and 2015-2025 -0.06
            - of single-person pages of this size, fewer than 1 in 100 look like this
            - would settle it: an ORCID in each group

fixtures/toy-anthology/data/xml/2025.toypages.xml
  33:7      note    Dot Glyph: nothing for 25 years, from 2000 to 2025, then other company  [year-gap]  0.75
            | <author><first>Dot</first><last>Glyph</last></author>
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            - before: 1 paper 2000 (W20-0204), with Ludo Kern-Pair; considered, ws  fixtures/toy-anthology/data/xml/W20.xml:91:7
            - after: 1 paper 2025 (2025.toypages-main.1), with Dash Kern-Pair; return, toypages  33:7
            - nobody of one side wrote with anybody of the other
            - about 0.69 other people of the name are to be expected: a common name
  46:22     warning Dash Glyph: authorships of two people by their ORCIDs  [orcid-conflict]  0.85
            | <author orcid="0009-0099-0000-1139"><first>Dash</first><last>Gly…
            |                ^^^^^^^^^^^^^^^^^^^
            - 0009-0099-0000-1120: 1 paper 2025 (2025.toypages-main.2), without co-authors; capitals, small, toypages  40:7
            - 0009-0099-0000-1139: 1 paper 2025 (2025.toypages-main.3), without co-authors; capitals, little, toypages  46:7
            - about 0.69 other people of the name are to be expected: a common name
  59:68     warning Dingbat Glyph: at University of Nibs and Blotter University in 2025  [affiliation-conflict]  0.93
            | …lyph</last><affiliation>Blotter University</affiliation></author…
            |                          ^^^^^^^^^^^^^^^^^^
            - here: 1 paper 2025 (2025.toypages-main.4), University of Nibs, with Dot Kern-Pair; north, toypages  52:7
            - there: 1 paper 2025 (2025.toypages-main.5), Blotter University, with Dingbat Kern-Pair; south, toypages  59:7
            - nobody of 2025.toypages-main.4 wrote with anybody of 2025.toypages-main.5
            - but one move within the year would explain it
            - about 0.69 other people of the name are to be expected: a common name
  97:7      note    Dash Ligature: 2025.toypages-main.10 is far from the topics of the other papers  [topic-drift]  0.65
            | <author><first>Dash</first><last>Ligature</last></author>
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            - 2025.toypages-main.10, “Frogs After Rain”; nearest 2025.toypages-main.7, “Widows and Orphans”, similarity 0.038  97:7
            - the others: 4 papers 2025, with Dot Ligature (3); punctuation, hanging, margins, toypages  67:7
            - nobody wrote with anybody on another paper
            - about 0.78 other people of the name are to be expected: a common name
  107:7     note    Dot Ligature: 2025.toypages-main.11 shares nobody with the other papers  [coauthor-mismatch]  0.75
            | <author><first>Dot</first><last>Ligature</last></author>
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            - “A Visit to the Blank Pages”: 1 paper 2025 (2025.toypages-main.11), with Ada Quillfeather, Corvina van den Ampersand, Éloïse Cédille; blank, pages, visit, toypages  107:7
            - the others: 3 papers 2025 (2025.toypages-main.6, 2025.toypages-main.7, 2025.toypages-main.8), with Dash Ligature (3); punctuation, hanging, orphans, toypages  66:7
            - nobody of these wrote with anybody on another paper
            - about 0.78 other people of the name are to be expected: a common name

fixtures/toy-anthology/data/xml/2025.toypeople.xml
  17:27     warning the OpenReview id “~Ida_Serif” does not end in a number  [malformed-openreview]  0.95
            | <author openreview="~Ida_Serif"><first>Ida</first><last>Serif</l…
            |                     ^^^^^^^^^^
  23:38     warning Otto Serif has the id of otto-serif and another ORCID than that person, 0009-0099-0000-118X  [person-orcid-mismatch]  0.90
            | <author id="otto-serif" orcid="0009-0099-0000-118X"><first>Otto<…
            |                                ^^^^^^^^^^^^^^^^^^^
            - otto-serif has 0009-0099-0000-1171  fixtures/toy-anthology/data/json/people.json:128:14
  35:37     warning Pia Serif has two ORCIDs, 0009-0099-0000-1198 and 0009-0099-0000-1200  [two-orcids]  0.80
            | <author id="pia-serif" orcid="0009-0099-0000-1200"><first>Pia</f…
            |                               ^^^^^^^^^^^^^^^^^^^
            - 0009-0099-0000-1198 on 2025.toypeople-main.3  29:37
            - 0009-0099-0000-1200 on 2025.toypeople-main.4  35:37
            - the id pia-serif stands beside them
            - also on 2025.toypeople-main.3  29:37

fixtures/toy-anthology/data/xml/2026.toynames.xml
  18:42     warning “Tullio CARATTERE”: the last name is in capitals  [uppercase-name]  0.95
            | <author><first>Tullio</first><last>CARATTERE</last></author>
            |                                    ^^^^^^^^^
            fix: last “CARATTERE” → “Carattere” (a suggestion)
  25:41     warning “Nadja bleistift”: “bleistift” begins with a small letter  [lowercase-name]  0.92
            | <author><first>Nadja</first><last>bleistift</last></author>
            |                                   ^^^^^^^^^
            fix: last “bleistift” → “Bleistift” (a suggestion)
  32:40     warning “Ilse Tinten-fass” has a small letter behind the hyphen, where this name mostly has a capital  [lowercase-after-hyphen]  0.97
            | <author><first>Ilse</first><last>Tinten-fass</last></author>
            |                                  ^^^^^^^^^^^
            - with a capital it stands on 2 papers, as “Ilse Tinten-Fass”  19:7
            fix: last “Tinten-fass” → “Tinten-Fass” (a suggestion)
  38:22     error   “J{\\"o}rg Federhalter”: LaTeX is left over in “J{\\"o}rg”  [latex-residue]  0.97
            | <author><first>J{\\"o}rg</first><last>Federhalter</last></author>
            |                ^^^^^^^^
            fix: first “J{\\"o}rg” → “Jörg” (a suggestion)
  44:22     error   “JosÃ© Tintero”: the first name holds “Ã©”, which is “é” read in a wrong encoding  [mojibake]  0.96
            | <author><first>JosÃ©</first><last>Tintero</last></author>
            |                ^^^^^
            fix: first “JosÃ©” → “José” (a suggestion)
  50:22     warning “NinaFeder NinaFeder”: “NinaFeder” is both first and last name  [same-first-and-last]  0.97
            | <author><first>NinaFeder</first><last>NinaFeder</last></author>
            |                ^^^^^^^^^
            fix: first “NinaFeder” → “Nina”, last “NinaFeder” → “Feder” (a suggestion)
  56:7      warning “K.Luise Kiel” is probably “K. Luise Kiel”  [glued-name]  0.93
            | <author><first>K.Luise</first><last>Kiel</last></author>
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            fix: first “K.Luise” → “K. Luise” (a suggestion)
  62:21     warning “Paolo Calamaio”: the whole name stands in the last name  [whole-name-in-one-field]  0.80
            | <author><last>Paolo Calamaio</last></author>
            |               ^^^^^^^^^^^^^^
            fix: first “” → “Paolo”, last “Paolo Calamaio” → “Calamaio” (a suggestion)
  68:7      warning “Mauro Di|Pennino” is probably “Mauro|Di Pennino”  [misplaced-boundary]  0.95
            | <author><first>Mauro Di</first><last>Pennino</last></author>
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            - no other name has “Di Pennino” as last name
            fix: first “Mauro Di” → “Mauro”, last “Pennino” → “Di Pennino” (a suggestion)
  74:22     warning “Dr. Petra Kugel” begins with the title “Dr.”  [title-or-suffix]  0.94
            | <author><first>Dr. Petra</first><last>Kugel</last></author>
            |                ^^^^^^^^^
            fix: first “Dr. Petra” → “Petra” (a suggestion)
  80:7      note    “Typesetting Team” is the name of a group  [collective-author]  0.95
            | <author><first>Typesetting</first><last>Team</last></author>
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  86:40     warning “Rosa Tafel and Hugo Kreide” looks like several people  [several-people-in-one-name]  0.90
            | <author><first>Rosa</first><last>Tafel and Hugo Kreide</last></a…
            |                                  ^^^^^^^^^^^^^^^^^^^^^
  99:7      note    “Ines Plume” on 1 paper is “Inès Plume” on 1 of the same page  [inconsistent-spelling]  0.85
            | <author><first>Ines</first><last>Plume</last></author>
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            - “Inès Plume” stands here  92:7
            - both wrote with Zora Tampon
            fix: first “Ines” → “Inès” (a suggestion)

fixtures/toy-anthology/data/xml/2026.toyrecords.xml
  19:7      warning “M. A. Radierer” and “Muriel Anna Radierer” look like one author, listed twice  [nearly-repeated-author]  0.90
            | <author><first>Muriel Anna</first><last>Radierer</last></author>
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            - “M. A. Radierer” stands here  18:7
            - the names are: one has initials only  19:7
  27:7      error   the byline has 2 names in Latin letters and 2 in another script  [byline-in-two-scripts]  0.97
            | <author><first>刻印</first><last>朱</last></author>
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            - the other list begins here, with “Keyin Zhu”  25:7
            - “刻印 朱” is “Keyin Zhu”  27:7
            - “版下 童” is “Banxia Tong”  28:7
  32:5      error   2026.toyrecords-bylines.3 has neither authors nor editors  [missing-authors]  0.97
            | <paper id="3">
            | ^^^^^^^^^^^^^^
            - 2026.toyrecords-bylines.3 is “Signed by No One”  33:14
  38:5      note    2026.toyrecords-bylines.4 lists 52 authors  [huge-byline]  0.10
            | <paper id="4">
            | ^^^^^^^^^^^^^^
            - 999 of 1,000 papers here list 12 or fewer  52:168
  58:5      error   the bylines of 2026.toyrecords-capped stop at 5 authors: 6 papers have so many, 0 have one fewer, none has more  [truncated-bylines]  0.90
            | <meta>
            | ^^^^^^
            - 2026.toyrecords-capped.1 ends with Edda Fusnota  75:7
            - 2026.toyrecords-capped.2 ends with Edda Fusnota  85:7
            - 2026.toyrecords-capped.3 ends with Edda Fusnota  95:7
  150:14    warning 2026.toyrecords-records.1 and 2026.toyrecords-records.2 have one title and the same authors  [duplicate-title]  0.92
            | <title>A Paper That Was Handed In Twice</title>
            |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            - the title is “A Paper That Was Handed In Twice”  143:14
  162:12    warning the DOI “https://doi.org/10.5555/2026.toyrecords-records.3” of 2026.toyrecords-records.3 has an address before it  [invalid-doi]  0.98
            | <doi>https://doi.org/10.5555/2026.toyrecords-records.3</doi>
            |      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            fix: doi “https://doi.org/10.5555/2026.toyrecords-records.3” → “10.5555/2026.toyrecords-records.3” (--fix)
  165:14    warning the title of 2026.toyrecords-records.4 holds U+00AD (soft hyphen), “A Hyphen No[U+00AD]body Sees”  [control-character]  0.98
            | <title>A Hyphen No&#xAD;body Sees</title>
            |        ^^^^^^^^^^^^^^^^^^^^^^^^^^
  174:14    warning the pages of 2026.toyrecords-records.5, “43–34”, run backwards  [wrong-page-range]  0.95
            | <pages>43–34</pages>
            |        ^^^^^
  179:14    warning the title of 2026.toyrecords-records.6 holds “\\textit{”  [bad-markup]  1.00
            | <title>The \\textit{Slanted} Truth</title>
            |        ^^^^^^^^^^^^^^^^^^^^^^^^^^
  189:1     note    the text of an element here holds a tab  [tab-in-record]  1.00
            | <abstract>We count&#9;columns.</abstract>
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  192:5     note    2026.toyrecords-records: one of its 8 papers has no abstract  [missing-abstract]  0.90
            | <paper id="8">
            | ^^^^^^^^^^^^^^
            - 2026.toyrecords-records.8 is “No Abstract”  193:14
  206:14    error   “toyrecrods”, the venue of 2026.toyrecords-venue, is none that the repository knows; did you mean “toyrecords”?  [unknown-venue]  0.98
            | <venue>toyrecrods</venue>
            |        ^^^^^^^^^^

fixtures/toy-anthology/data/xml/W20.xml
  11:13     warning the year of W20-01 is 2000  [year-mismatch]  0.95
            | <year>2000</year>
            |       ^^^^
  41:22     warning “Jimmy T.h. Stamp”: the initial “h” is in lower case  [lowercase-initial]  0.98
            | <author><first>Jimmy T.h.</first><last>Stamp</last></author>
            |                ^^^^^^^^^^
            fix: first “Jimmy T.h.” → “Jimmy T.H.” (--fix)
  42:22     warning “Mirabella K.t. Postmark”: the initial “t” is in lower case  [lowercase-initial]  0.98
            | <author><first>Mirabella K.t.</first><last>Postmark</last></auth…
            |                ^^^^^^^^^^^^^^
            fix: first “Mirabella K.t.” → “Mirabella K.T.” (--fix)
  51:7      error   Rufus Carbon is listed twice  [repeated-author]  0.95
            | <author><first>Rufus</first><last>Carbon</last></author>
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            - listed here first  49:7
  62:13     warning the year of W20-02 is 2000  [year-mismatch]  0.95
            | <year>2000</year>
            |       ^^^^
  77:40     warning “Osei - Brevity”: the last name has a space beside a hyphen  [overspaced-name]  0.92
            | <author><first>Osei</first><last>- Brevity</last></author>
            |                                  ^^^^^^^^^
  84:40     warning “Ludo Tilde ”: the last name begins or ends with a space  [overspaced-name]  0.92
            | <author><first>Ludo</first><last>Tilde </last></author>
            |                                  ^^^^^^
            fix: last “Tilde ” → “Tilde” (--fix)

fixtures/toy-anthology/data/xml/Z18.xml
  41:15     note    ogonek-2018-nave is the key of Z18-1003, which is called “Naïve Résumés of Café Menus”  [stale-key]  0.95
            | <bibkey>ogonek-2018-nave</bibkey>
            |         ^^^^^^^^^^^^^^^^
  46:40     error   “Yuki Footmark†” holds “†”  [stray-character]  0.98
            | <author><first>Yuki</first><last>Footmark†</last></author>
            |                                  ^^^^^^^^^
            fix: last “Footmark†” → “Footmark” (--fix)
  54:43     error   “Lintang Superscript*” holds “*”  [stray-character]  0.98
            | <author><first>Lintang</first><last>Superscript*</last></author>
            |                                     ^^^^^^^^^^^^
            fix: last “Superscript*” → “Superscript” (--fix)
  55:41     error   “Mohal Exponent1” holds “1”  [stray-character]  0.98
            | <author><first>Mohal</first><last>Exponent1</last></author>
            |                                   ^^^^^^^^^
            fix: last “Exponent1” → “Exponent” (a suggestion)
  56:22     error   “Alexa> Chevron” holds “>”  [stray-character]  0.98
            | <author><first>Alexa&gt;</first><last>Chevron</last></author>
            |                ^^^^^^^^^
            fix: first “Alexa>” → “Alexa” (a suggestion)
  67:12     error   Z18-1006 has the DOI of Z18-1002, 10.5555/z18-1002  [duplicate-doi]  0.90
            | <doi>10.5555/z18-1002</doi>
            |      ^^^^^^^^^^^^^^^^
            - Z18-1002 is “Punctuation Is All You Need?”  33:12
            - Z18-1006 is “Borrowed Identifiers”  67:12
  100:43    error   “Mononym .”: the last name is “.”  [placeholder-surname]  0.98
            | <author><first>Mononym</first><last>.</last></author>
            |                                     ^
            fix: first “Mononym” → nothing, last “.” → “Mononym” (--fix)
  107:46    error   “Palimpsest -”: the last name is “-”  [placeholder-surname]  0.98
            | <author><first>Palimpsest</first><last>-</last></author>
            |                                        ^
            fix: first “Palimpsest” → nothing, last “-” → “Palimpsest” (--fix)
  112:5     error   Z18-2004 has no title  [missing-title]  0.98
            | <paper id="4">
            | ^^^^^^^^^^^^^^
  116:15    note    quillfeather-2018-untitled is the key of Z18-2004, which is called “”  [stale-key]  0.95
            | <bibkey>quillfeather-2018-untitled</bibkey>
            |         ^^^^^^^^^^^^^^^^^^^^^^^^^^

115 papers, 381 authorships, 22 files: 90 shown (90 fail the review), 0 hidden, 0 waived, 0 in the baseline
Not applicable to anthology: 1 check. --verbose tells more.
""")


def test_nothing_found() -> None:
    """Without a finding there is the last line alone."""
    assert write(made(audience=GATE)) == snapshot(
        "1 paper, 2 authorships, 1 file: 0 shown (0 fail the gate), 0 hidden, 0 waived, 0 in the baseline\n"
    )


def test_carets_stand_under_what_they_mark(tmp_path) -> None:
    """Carets are as wide as what they mark on a terminal, whatever the width of its signs and of those before it."""
    name = {"first": "é\u0301王📝", "last": "素格"}
    line, carets = quoted(checked(tmp_path, {"title": "é王📝", "id": "x", "authors": [name, name]}, select=ONLY))
    marked = '{"first": "é\u0301王📝", "last": "素格"}'
    before = line[: line.rindex(marked)]
    assert carets == " " * width(before) + "^" * width(marked)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(("x" * 10_000, "a"), id="a long title before it"),
        pytest.param(("王" * 10_000, "a"), id="a long title of wide signs before it"),
        pytest.param(("a", "y" * 10_000), id="a long name"),
        pytest.param(("a", "素" * 10_000), id="a long name of wide signs"),
        pytest.param(("\u202e" * 10_000, "\u202e" * 10_000), id="signs that are spelt out"),
        pytest.param(("e" + "\u0301" * 10_000, "\u0301" * 10_000), id="accents without end"),
    ],
)
def test_long_lines_are_cut_around_the_place(tmp_path, row: tuple[str, str]) -> None:
    """Of a long line so much is quoted as fits a terminal of 80 columns, the place within it."""
    title, name = row
    record = {"id": "x", "title": title, "authors": [{"last": name}] * 2}
    report = checked(tmp_path, record, select=ONLY)
    line, carets = quoted(report)
    assert line.startswith("…")
    assert width(line) <= 66
    assert width(carets) <= 66
    assert width(line[: line.rindex('{"last"')]) == len(carets) - len(carets.lstrip())
    assert all(len(row) < 600 for row in write(report).splitlines())


def test_what_records_hold_does_nothing(tmp_path) -> None:
    """Escape codes, direction marks and commands in a name, a path or a fact come out as text."""
    report = checked(
        tmp_path, signed_twice("\x1b]8;;http://x\x07\u202e", "##[error]"), path=" ::error::x.jsonl", select=ONLY
    )
    shown = write(report)
    assert shown.startswith(r" \x3a:error::x.jsonl")
    assert r"\x1b]8;;http://x\x07\u202e #\x23[error] is listed twice" in shown
    assert not set(shown) & set("\x1b\x07\u202e")
    assert "##[" not in shown
    assert not re.search(r"^\s*::", shown, re.MULTILINE)


def test_facts() -> None:
    """A fact shows its weight, and its place with the path where that is another file's; twelve are listed."""
    facts = (
        Evidence(text="for it", weight=2.14, location=at(1)),
        Evidence(text="against it", weight=-0.5),
        Evidence(text="elsewhere", location=at(3, path="elsewhere.jsonl")),
        *(Evidence(text="more") for _ in range(10)),
    )
    report = made(finding(evidence=facts, location=at(1)), lines=["{}"])
    assert [row.strip() for row in write(report).splitlines() if row.startswith(" " * 12 + "-")] == [
        "- for it +2.14  1:1",
        "- against it -0.50",
        "- elsewhere  elsewhere.jsonl",
        *["- more"] * 9,
        "- 1 more fact in the JSON report",
    ]


def test_the_most_severe_are_displayed_first_of_all() -> None:
    """A hundred findings are displayed unless --max-findings says otherwise; the others are counted by check."""
    notes = [finding(f"note {n}", "note-check", severity=Severity.NOTE) for n in range(120)]
    errors = [finding(f"error {n}", "error-check", confidence=1.0) for n in range(3)]
    report = made(*notes, *errors)
    shown = write(report)
    assert shown.count("[error-check]") == 3
    assert shown.count("[note-check]") == 97
    assert "23 more findings, not displayed; --max-findings 0 displays all\n         23 note-check\n\n" in shown
    assert write(made(*notes, *errors, budget=0)).count("[note-check]") == 120
    assert write(made(*notes, *errors, budget=2)).count("-check]") == 2


def test_last_lines() -> None:
    """What is hidden, waived, in the baseline and decided is counted; at the gate the way to see the hidden ones is told."""
    findings = [finding(status=status, location=at(1)) for status in Status for _ in range(2)]
    report = made(*findings, audience=GATE)
    assert write(report).splitlines()[-2:] == [
        "1 paper, 2 authorships, 1 file: 2 shown (2 fail the gate), 2 hidden, 2 waived, 2 in the baseline, 2 decided",
        "Hidden findings are less sure (--for review shows them) or ruled out for their path.",
    ]
    assert write(made(finding(status=Status.HIDDEN), audience=REVIEW)).count("\n") == 1


def test_incomplete_run() -> None:
    """A run in which something failed says below the counts that it is not to be trusted."""
    report = made(finding("why", "crashed-check", evidence=(Evidence(text="raised at /home/x/y.py:1"),)))
    assert write(report) == snapshot("""\
(no file)
  -         error   why  [crashed-check]  0.95
            - raised at /home/x/y.py:1

1 paper, 2 authorships, 1 file: 1 shown (1 fails the review), 0 hidden, 0 waived, 0 in the baseline
The run is not to be trusted: a file, a check or a plugin failed, or no check could be asked.
""")


def test_colour_changes_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the width of the terminal is unknown, the coloured report says the same in the same lines."""
    monkeypatch.setenv("COLUMNS", "0")
    monkeypatch.setattr("shutil.os.get_terminal_size", lambda *_: (_ for _ in ()).throw(OSError))
    painted = paint(lines(toy()))
    assert ESCAPE.sub("", painted) == write(toy())
    assert "\x1b[1;31merror" in painted


@pytest.mark.parametrize("columns", [80, 160])
def test_lines_fit_the_terminal(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    """On a terminal lines are broken between words and go on below themselves; no word is lost."""
    monkeypatch.setenv("COLUMNS", str(columns))
    painted = ESCAPE.sub("", paint(lines(toy())))
    assert max(width(line) for line in painted.splitlines()) <= columns
    assert painted.split() == write(toy()).split()


def test_line_of_a_withheld_name_is_not_quoted(tmp_path) -> None:
    """A line that would tell a withheld name is left out."""
    record = signed_twice("Ada", "Lovelace")
    assert '{"first": "Ada", "last": "Lovelace"}' in write(checked(tmp_path, record))
    digest = name_digest(Name("Ada", "Lovelace"))
    withheld = write(checked(tmp_path, record, settings=f'withhold = ["{digest}"]\n'))
    assert f"{PATH}\n  1:" in withheld
    assert "            | " not in withheld
    assert "lovelace" not in withheld.lower()
