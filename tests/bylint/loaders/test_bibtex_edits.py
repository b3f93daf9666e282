"""Changes in BibTeX: they touch the bytes they must, in the file's own spelling, and are read as they were meant."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bylint import Change, Location, Paper
from bylint.cli import main
from bylint.edits import edited
from bylint.loaders.bibtex import edit, read

PATH = "x.bib"
OTHER = "@misc{other, title = {Überall}}"
"""What makes a file one that writes letters as they are."""


def changed(field: str, part: str, old: str, new: str, *, beside: str = "", position: int = 1) -> str | None:
    """What a field of names becomes; None where the change is refused."""
    before, after = f"{beside}@book{{k,\n  author = ", ",\n  title = {T}\n}\n"
    data = (before + field + after).encode()
    change = Change(Location(PATH, "k", "author", position, part), old, new)
    made = edit(data, [change])
    if change not in made:
        assert made == {}
        return None
    text = edited(data, made.values()).decode()
    assert text.startswith(before)
    assert text.endswith(after)
    return text[len(before) : len(text) - len(after)]


@pytest.mark.parametrize(
    ("before", "part", "old", "new", "after"),
    [
        pytest.param("{Oak, T.h.}", "first", "T.h.", "T.H.", "{Oak, T.H.}", id="the first name behind the comma"),
        pytest.param("{T.h. Oak}", "first", "T.h.", "T.H.", "{T.H. Oak}", id="the first name before"),
        pytest.param('"Ada  Wright-oak"', "last", "Wright-oak", "Wright-Oak", '"Ada  Wright-Oak"', id="the last name"),
        pytest.param("{Ada  Bo\n  Oak}", "first", "Ada Bo", "Ada Bob", "{Ada  Bob\n  Oak}", id="line ends stay"),
        pytest.param("{Oak*, Ada}", "last", "Oak*", "Oak", "{Oak, Ada}", id="a sign less"),
        pytest.param("{van oak, Jr., Ada}", "last", "van oak Jr.", "van Oak Jr.", "{van Oak, Jr., Ada}", id="with a suffix"),
        pytest.param("{Ada Oak}", "last", "Oak", "Oak Elm", "{Ada {Oak Elm}}", id="two words need braces"),
        pytest.param("{Oak, Ada}", "last", "Oak", "Oak Elm", "{Oak Elm, Ada}", id="two words before a comma do not"),
        pytest.param("{Ada Bo van Oak}", "first", "Ada Bo", "Ada", "{Ada van Oak}", id="a given name less"),
        pytest.param("{Oak and Elm, Bo}", "first", "", "Ada", "{Oak, Ada and Elm, Bo}", id="a first name, as the others"),
        pytest.param("{Oak and Bo Elm}", "first", "", "Ada", "{Ada Oak and Bo Elm}", id="a first name before"),
        pytest.param("{{Oak Elm}}", "first", "", "Ada", "{Ada {Oak Elm}}", id="a first name before braces"),
        pytest.param("{Oak, Ada and Bo Elm}", "first", "Ada", "", "{Oak and Bo Elm}", id="no first name, nor a comma"),
        pytest.param("{Ada Oak}", "first", "Ada", "", "{Oak}", id="no first name before"),
        pytest.param("{{Finn Oak}}", "last", "Finn Oak", "Oak", "{Oak}", id="the braces of a whole name go"),
        pytest.param("{family=oak, given=Ada}", "last", "oak", "Oak", "{family=Oak, given=Ada}", id="biblatex"),
        pytest.param("{given=ada, family=Oak}", "first", "ada", "Ada", "{given=Ada, family=Oak}", id="biblatex, given"),
        pytest.param('{Ada oak} # { and } # "Bo Elm"', "last", "oak", "Oak", '{Ada Oak} # { and } # "Bo Elm"', id="parts"),
        pytest.param('"Ada Oak"', "last", "Oak", 'O"k', '"Ada {O"k}"', id="a quotation mark inside of some"),
        pytest.param("{Oak, Ada}", "first", "Ada", "Ada, Bo", "{Oak, {Ada, Bo}}", id="a comma"),
        pytest.param("{Ada R&D}", "last", "R&D", "R & D", r"{Ada {R \& D}}", id="a sign that acts"),
    ],
)  # fmt: skip
def test_names(before: str, part: str, old: str, new: str, after: str) -> None:
    """A name is changed in its own form, and the names beside it stay as they are."""
    assert changed(before, part, old, new) == after


@pytest.mark.parametrize(
    ("before", "old", "new", "beside", "after"),
    [
        pytest.param(r"{Ada M\"uller}", "Müller", "Möller", "", r"{Ada M{\"o}ller}", id="LaTeX in a file of ASCII"),
        pytest.param(r"{Ada M{\"u}ler}", "Müler", "Müller", "", r"{Ada M{\"u}ller}", id="what stays is as it was"),
        pytest.param(
            r"{Ada M{\"{u}}ller}", "Müller", "Möller", "", r"{Ada M{\"{o}}ller}", id="in the style of the file"
        ),
        pytest.param("{Ada Muller}", "Muller", "Müller", OTHER, "{Ada Müller}", id="a letter in a file of UTF-8"),
        pytest.param(r"{Ada M{\"u}ller}", "Müller", "Möller", OTHER, "{Ada Möller}", id="a letter in place of LaTeX"),
        pytest.param('"Ada Muller"', "Muller", "Müller", "", r'"Ada M{\"u}ller"', id="a quotation mark inside of some"),
    ],
)
def test_letters(before: str, old: str, new: str, beside: str, after: str) -> None:
    """Letters are written as the file writes them."""
    assert changed(before, "last", old, new, beside=beside) == after


@pytest.mark.parametrize(
    ("before", "part", "old", "new"),
    [
        pytest.param("{Ada Oak}", "last", "Elm", "Ash", id="another text stands there"),
        pytest.param("{Ada Oak}", "last", "Oak", "", id="a last name is no more"),
        pytest.param("{Ada Oak}", "last", "Oak", "O}k", id="a brace"),
        pytest.param("{Ada Oak}", "last", "Oak", "O\\k", id="a backslash"),
        pytest.param("{Ada Oak}", "last", "Oak", "王", id="a letter that LaTeX does not have, in a file of ASCII"),
        pytest.param("{Ada Oak}", "orcid", "", "0000", id="what BibTeX has no place for"),
        pytest.param("{Ada Oak}", "", "Ada Oak", "Ada", id="a whole name"),
        pytest.param("me", "last", "Oak", "Elm", id="a macro"),
        pytest.param("{Quill, Ada nd Oak, Bo}", "first", "Bo", "Bob", id="a name that is none"),
        pytest.param("{Ada Oak and xdata=none}", "first", "", "Bo", id="a first name that is there"),
    ],
)
def test_refused(before: str, part: str, old: str, new: str) -> None:
    """A change that cannot be made without touching more is not made."""
    assert changed(before, part, old, new, beside="@string{me = {Ada Oak}}") is None


def test_no_such_name() -> None:
    """A position that no name has is not edited."""
    assert changed("{Ada Oak}", "last", "Oak", "Elm", position=2) is None
    assert changed("{Ada Oak}", "last", "Oak", "Elm", position=0) is None


@pytest.mark.parametrize(
    ("before", "field", "old", "new", "after"),
    [
        ("doi = {https://doi.org/10.1/a_b}", "doi", "https://doi.org/10.1/a_b", "10.1/a_b", "doi = {10.1/a_b}"),
        ("doi = {10.1/a\\_b.}", "doi", "10.1/a_b.", "10.1/a_b", "doi = {10.1/a\\_b}"),
        ('title = "A  {Tale}\n of"', "title", "A Tale of", "A Tale off", 'title = "A  {Tale}\n off"'),
        ("date = {2098-01}", "year", "2098-01", "2099-01", "date = {2099-01}"),
        ("year = 2098", "year", "2098", "2099", "year = 2099"),
        ("pages = {1--9}", "pages", "1–9", "2–9", "pages = {2--9}"),
        ("pages = {1}", "pages", "1", "1–9", "pages = {1--9}"),
    ],
)
def test_parts_of_a_paper(before: str, field: str, old: str, new: str, after: str) -> None:
    """The text of another field is changed where it stands."""
    data = f"@book{{k, {before}}}".encode()
    change = Change(Location(PATH, "k", field=field), old, new)
    made = edit(data, [change])
    assert edited(data, made.values()).decode() == f"@book{{k, {after}}}"


@pytest.mark.parametrize(
    ("before", "field", "old", "new"),
    [
        ("journal = jir", "venues", "", "J"),
        ("title = {A} # {B}", "title", "AB", "C"),
        ("title = {A}", "title", "A", ""),
        ("title = {A}", "title", "A", "{"),
        ("title = {A}", "doi", "", "10.1/a"),
        ("title = {A}", "id", "k", "l"),
        ("doi = {10.1/a}", "doi", "10.1/a", "10.1/}"),
    ],
)
def test_parts_that_stay(before: str, field: str, old: str, new: str) -> None:
    """What is a macro, made of parts, or not written at all is left alone."""
    change = Change(Location(PATH, "k", field=field), old, new)
    assert edit(f"@book{{k, {before}}}".encode(), [change]) == {}


def test_two_changes_of_one_name_go_together() -> None:
    """A whole name in braces is parted by two changes, in the form of the names beside it."""
    last = Change(Location(PATH, "k", "author", 1, "last"), "Finn Oak", "Oak")
    first = Change(Location(PATH, "k", "author", 1, "first"), "", "Finn")
    for before, after in (
        ("{{Finn Oak}}", "{Finn Oak}"),
        ("{{Finn Oak} and Elm, Bo}", "{Oak, Finn and Elm, Bo}"),
        ("{{Finn Oak} and Bo Elm}", "{Finn Oak and Bo Elm}"),
    ):
        data = f"@book{{k, author = {before}}}".encode()
        assert edited(data, edit(data, [last, first]).values()).decode() == f"@book{{k, author = {after}}}"


def test_editors_of_a_volume_are_changed_once() -> None:
    """What several papers have from their volume is written once, and so is its change."""
    data = b"@book{v, editor={ada Oak}}@inbook{a, crossref={v}}@inbook{b, crossref={v}}"
    changes = [Change(Location(PATH, record, "editor", 1, "last"), "ada Oak", "Ada Oak") for record in ("v", "a", "b")]
    made = edit(data, changes)
    assert set(made) == set(changes)
    assert edited(data, made.values()) == data.replace(b"{ada Oak}", b"{{Ada Oak}}")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_encodings(encoding: str) -> None:
    """An edit is in the encoding of the file; in one that is not Unicode letters are LaTeX."""
    text = "% é\r\n@book{k, author = {Adé Öak}}\r\n"
    data = text.encode(encoding)
    change = Change(Location(PATH, "k", "author", 1, "last"), "Öak", "Öäk")
    after = edited(data, edit(data, [change]).values())
    assert after == text.replace("Öak", r"Ö{\"a}k" if encoding == "latin-1" else "Öäk").encode(encoding)


def test_what_is_proposed_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--fix-suggested` parts a person who stands in braces, and touches nothing else."""
    text = "@book{a, title={A}, author={Oak, Finn}}\r\n\n@book{b, title={B}, author = {{Finn Oak} and Elm, Bo}}\r\n"
    (tmp_path / "x.bib").write_bytes(text.encode())
    main(["check", str(tmp_path), "--select", "protected-person", "--fix-suggested", "protected-person"])
    assert (tmp_path / "x.bib").read_bytes().decode() == text.replace("{Finn Oak}", "Oak, Finn")
    assert "0 shown" in capsys.readouterr().out


WORD = st.from_regex(r"[A-ZÄÉ][a-zöšñ]{1,5}", fullmatch=True)
WORDS = st.lists(WORD, min_size=1, max_size=2).map(" ".join)
FORMS = ("{first} {{{last}}}", "{last}, {first}", "family={last}, given={first}", "{{{last}}}, {first}")


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    people=st.lists(st.tuples(WORDS, WORDS, st.sampled_from(FORMS)), min_size=1, max_size=4),
    part=st.sampled_from(["first", "last"]),
    new=WORDS,
    encoding=st.sampled_from(["utf-8", "utf-16"]),
    data=st.data(),
)
def test_a_change_is_read_as_it_was_meant(
    people: list[tuple[str, str, str]], part: str, new: str, encoding: str, data: st.DataObject
) -> None:
    """After an edit the one name is the new one, and all that is read beside it is as it was."""
    names = " and ".join(form.format(first=first, last=last) for first, last, form in people)
    text = f"% Encoding\n@misc{{x, author = {{A B}}}}\n@book{{k, author = {{{names}}}, year = 2099}}\n@misc{{y}}\n"
    before = text.encode(encoding)
    number = data.draw(st.integers(0, len(people) - 1))
    change = Change(Location(PATH, "k", "author", number + 1, part), people[number][part == "last"], new)
    after = edited(before, edit(before, [change]).values())
    expected = [
        paper._replace(
            authorships=tuple(
                one._replace(name=one.name._replace(**{part: new}))
                if (one.paper_id, one.position) == ("k", number + 1)
                else one
                for one in paper.authorships
            )
        )
        for paper in read(PATH, before)
        if isinstance(paper, Paper)
    ]
    assert list(read(PATH, after)) == expected
