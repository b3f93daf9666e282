"""The work of a reviewer: select papers, say whose they are, take back, save, go on another day."""

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from bylint.cli import main
from bylint.decisions.files import parse_decisions
from reviews import TOY, record, repository, review


def boxes(page):
    """The boxes of the papers, newest first."""
    return page.locator(".paper input")


def ticked(page) -> list[str]:
    """The ids of the ticked papers."""
    return page.locator(".paper:has(input:checked) .small code:first-child").all_inner_texts()


def test_ticks_a_whole_group(opened, two_people) -> None:
    """A group is ticked at once, and its box says when only a part of it is."""
    page = opened(two_people).page
    page.get_by_label("Tick all of group 2").check()
    assert ticked(page) == ["b-3", "b-2", "b-1"]
    boxes(page).nth(1).uncheck()
    assert page.get_by_label("Tick all of group 2").evaluate("box => box.indeterminate")
    assert page.get_by_role("button", name="Assign 2 papers").is_enabled()


def test_ticks_a_range_with_shift(opened, two_people) -> None:
    """A click, and another with shift: all between them follow the second."""
    page = opened(two_people).page
    boxes(page).nth(1).click()
    boxes(page).nth(4).click(modifiers=["Shift"])
    assert ticked(page) == ["b-2", "b-1", "a-4", "a-3"]
    boxes(page).nth(2).click(modifiers=["Shift"])
    assert ticked(page) == ["b-2"]


def test_assigns_to_a_new_person(opened, two_people, tmp_path) -> None:
    """The decision holds the finding or the page, the papers as they are printed, and the person."""
    held = opened(two_people)
    page = held.page
    assert page.locator("#progress-told").inner_text() == "0 of 1 decided"
    page.get_by_label("Tick all of group 2").check()
    held.assign_to_new("Wuhan University", "https://orcid.org/0000-0002-1825-0097")
    assert page.locator("#progress-told").inner_text() == "1 of 1 decided"
    assert page.locator(".target").all_inner_texts() == ["→ wei-liu-wuhan"] * 3
    exported = held.export(tmp_path)
    seen = [
        {"paper": f"b-{n}", "byline": "authors", "position": 2, "name": "Wei Liu", "id": None, "orcid": None}
        for n in (3, 2, 1)
    ]
    person = {"id": "wei-liu-wuhan", "new": True, "name": "Wei Liu", "orcid": "0000-0002-1825-0097"}
    assert exported == {
        "format": "bylint-decisions-1",
        "decisions": [
            {
                "kind": "assign",
                "check": None,
                "fingerprint": None,
                "page": "wei-liu/unverified",
                "papers": seen,
                "person": {**person, "degree": "Wuhan University"},
                "note": "",
                "reviewer": "",
            }
        ],
    }
    assert len(parse_decisions(json.dumps(exported).encode())) == 1


def test_a_paper_has_one_person(opened, two_people, tmp_path) -> None:
    """Whoever assigns a paper again takes it from the decision before; another answer takes all of them back."""
    held = opened(two_people)
    page = held.page
    page.get_by_label("Tick all of group 2").check()
    held.assign_to_new("Wuhan University")
    boxes(page).nth(0).check()
    held.assign_to_new("Fudan University")
    assert [(each["person"]["id"], len(each["papers"])) for each in held.export(tmp_path)["decisions"]] == [
        ("wei-liu-wuhan", 2),
        ("wei-liu-fudan", 1),
    ]
    page.get_by_role("button", name="One person").click()
    (decision,) = held.export(tmp_path)["decisions"]
    assert (decision["kind"], len(decision["papers"])) == ("one-person", 7)


def test_undoes(opened, two_people, tmp_path) -> None:
    """Undo goes back step by step, by button and by key; a decision can be taken back by itself, too."""
    held = opened(two_people)
    page = held.page
    assert page.get_by_role("button", name="Undo").is_disabled()
    page.get_by_role("button", name="Leave it").click()
    page.get_by_role("button", name="One person").click()
    page.keyboard.press("Control+z")
    assert page.locator(".taken li").inner_text().startswith("left")
    page.get_by_role("button", name="Take back: left").click()
    assert held.export(tmp_path)["decisions"] == []
    page.get_by_role("button", name="Undo").click()
    assert page.locator("#list .done").inner_text() == "left"
    page.get_by_role("button", name="Undo").click()
    assert page.locator("#progress-told").inner_text() == "0 of 1 decided"


def test_note_and_reviewer(opened, two_people, tmp_path) -> None:
    """A note belongs to one decision; the reviewer's name to all that follow, also when the file is opened again."""
    held = opened(two_people)
    page = held.page
    page.get_by_role("button", name="More").click()
    page.get_by_label("Your name").fill("Ada Reviewer")
    page.get_by_role("button", name="Close").click()
    page.get_by_text("Note", exact=True).click()
    page.get_by_label("Note").fill("asked them")
    page.get_by_role("button", name="Leave it").click()
    (decision,) = held.export(tmp_path)["decisions"]
    assert (decision["note"], decision["reviewer"]) == ("asked them", "Ada Reviewer")
    page.reload()
    assert page.locator("#reviewer").input_value() == "Ada Reviewer"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        pytest.param({"ORCID": "0000-0002-1825-0098"}, "last sign of the ORCID", id="a wrong check digit"),
        pytest.param({"ORCID": "1825-0097"}, "four times four digits", id="a part of an ORCID"),
        pytest.param({"Institution of the highest degree": "1998"}, "begins with a letter", id="a year"),
        pytest.param({"New id": "wei-liu-taken"}, "somebody's already", id="an id that is taken"),
        pytest.param({"New id": "Wei Liu"}, "small letters", id="a name in place of an id"),
        pytest.param({"Name on the page": ""}, "has a name", id="no name"),
    ],
)
def test_refuses_what_has_no_form(opened, tmp_path, fields, told) -> None:
    """A person whose fields cannot be right is not taken, and the field is named."""
    folder = repository(tmp_path / "records", [record("a-1", "Wei Liu", "Bo Li"), record("a-2", "Wei Liu", "Cy Ma")])
    taken = '{"person": "wei-liu-taken", "names": [{"first": "Wei", "last": "Liu"}], "matches_by_name": false}\n'
    (folder / "people.jsonl").write_text(taken, encoding="utf-8")
    page = opened(review(tmp_path / "review.html", str(folder), "--page", "Wei Liu")).page
    boxes(page).first.check()
    page.locator("[data-kind=assign]").click()
    page.get_by_label("A new person").check()
    for label, text in fields.items():
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_role("button", name="Decide").click()
    assert told in page.get_by_role("alert").inner_text()
    label = next(iter(fields))
    assert page.get_by_label(label, exact=True).get_attribute("aria-invalid") == "true"
    assert page.locator("#progress-told").inner_text() == "0 of 1 decided"


def test_suggests_known_people(opened, toy, tmp_path) -> None:
    """Namesakes whom the repository knows can be chosen; any other id is looked up, and an unknown one refused."""
    held = opened(toy)
    page = held.page
    page.locator("#list a", has_text="rival-namesake").click()
    boxes(page).first.check()
    page.locator("[data-kind=assign]").click()
    page.get_by_label("Somebody else the repository knows").check()
    page.get_by_label("Id", exact=True).fill("nobody-at-all")
    page.get_by_role("button", name="Decide").click()
    assert "knows no id" in page.get_by_role("alert").inner_text()
    page.get_by_label("Id", exact=True).fill("vera")
    assert page.locator("#known-ids option").evaluate_all("all => all.map(one => one.value)") == [
        "vera-verso-elsewhere",
        "vera-verso-nowhere",
    ]
    page.get_by_label("zoltan-ypsilon-nowhere").check()
    page.get_by_role("button", name="Decide").click()
    (decision,) = held.export(tmp_path)["decisions"]
    assert decision["person"]["id"] == "zoltan-ypsilon-nowhere"
    assert decision["person"]["new"] is False
    assert decision["check"] == "rival-namesake"


def test_answers_two_pages(opened, toy, tmp_path) -> None:
    """Two pages are shown side by side, and are one person's or not."""
    held = opened(toy)
    page = held.page
    page.locator("#list a", has_text="duplicate-name").first.click()
    assert page.locator(".pages.two > .dossier").count() == 2
    evidence = page.locator(".evidence tr").all_inner_texts()
    assert any("the same affiliation" in fact and "+" in fact for fact in evidence)
    assert not page.get_by_role("button", name="One person", exact=True).is_visible()
    page.get_by_role("button", name="Not the same").click()
    (decision,) = held.export(tmp_path)["decisions"]
    assert (decision["kind"], len(decision["pages"])) == ("different", 2)
    page.get_by_role("button", name="Two names of one person").click()
    page.get_by_role("button", name="Decide").click()
    (decision,) = held.export(tmp_path)["decisions"]
    assert decision["kind"] == "same"
    assert decision["person"]["id"]
    assert len(parse_decisions(json.dumps({"format": "bylint-decisions-1", "decisions": [decision]}).encode())) == 1


def test_slip_in_a_record_is_left_and_no_more(opened, toy) -> None:
    """Where nobody's identity is asked for, nothing about it can be said."""
    page = opened(toy).page
    page.locator("#list a", has_text="missing-title").click()
    assert page.locator(".answers button:visible").all_inner_texts() == ["Leave it"]


def test_filters(opened, toy) -> None:
    """By check, severity, volume, name and state; the way to the next goes through what is listed."""
    page = opened(toy).page
    listed = page.locator("#list li:not([hidden])")
    everything = listed.count()
    page.get_by_label("Name", exact=True).fill("ypsilon ZOLT")
    expect(listed).to_have_count(4)
    assert page.locator("#listed").inner_text() == f"4 of {everything} listed"
    page.get_by_label("Name", exact=True).fill("")
    page.get_by_label("Check").select_option("mixed-page")
    expect(listed).to_have_count(1)
    page.get_by_label("Check").select_option("")
    page.get_by_label("Severity").select_option("error")
    page.get_by_label("Volume").fill("2024.toy")
    expect(listed).to_have_count(4)
    page.get_by_label("State").select_option("decided")
    expect(listed).to_have_count(0)
    page.get_by_label("Severity").select_option("")
    page.get_by_label("Volume").fill("")
    page.get_by_label("State").select_option("open")
    expect(listed).to_have_count(everything)


def test_goes_on_where_one_stopped(opened, two_people, tmp_path) -> None:
    """What was exported comes in again: by the command line, and by hand into another browser."""
    held = opened(two_people)
    held.page.get_by_role("button", name="One person").click()
    held.export(tmp_path)
    file = tmp_path / "decisions.json"
    again = review(
        tmp_path / "again.html", str(two_people.parent / "records"), "--page", "Wei Liu", "--decisions", str(file)
    )
    page = opened(again).page
    assert page.locator("#progress-told").inner_text() == "1 of 1 decided"
    page = opened(two_people).page
    assert page.locator("#progress-told").inner_text() == "0 of 1 decided"
    page.locator("#import-file").set_input_files(file)
    expect(page.get_by_role("status")).to_have_text("Imported 1 decision")
    assert page.locator("#progress-told").inner_text() == "1 of 1 decided"
    page.get_by_role("button", name="Undo").click()
    assert page.locator("#progress-told").inner_text() == "0 of 1 decided"


SEEN = {"paper": "b-1", "byline": "authors", "position": 2, "name": "Wei Liu"}


def decided(*decisions: object) -> str:
    """A file of decisions."""
    return json.dumps({"format": "bylint-decisions-1", "decisions": decisions})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("{", "this is no JSON", id="no JSON"),
        pytest.param('{"format": "other"}', "no file of the format", id="another format"),
        pytest.param('{"format": "bylint-decisions-1"}', "no list", id="no decisions"),
        pytest.param(decided({"kind": "x"}), "decision 1", id="another kind"),
        pytest.param(decided({"kind": "constructor"}), "decision 1", id="a kind that every object has"),
        pytest.param(decided(None), "decision 1", id="nothing"),
        pytest.param(decided({"kind": "one-person", "page": "a", "papers": []}), "decision 1", id="no paper"),
        pytest.param(decided({"kind": "assign", "page": "a", "papers": [SEEN]}), "decision 1", id="nobody's papers"),
        pytest.param(decided({"kind": "assign", "person": {"id": "a"}}), "decision 1", id="somebody, and no papers"),
        pytest.param(decided({"kind": "leave", "page": "a", "note": {}}), "decision 1", id="a note that is no text"),
        pytest.param(decided({"kind": "leave", "page": "a", "x": 1}), "decision 1", id="an unknown field"),
        pytest.param(
            decided({"kind": "leave", "page": "a"}, {"kind": "leave", "page": 1}),
            "decision 2",
            id="the second is wrong",
        ),
    ],
)
def test_import_refuses_other_files(opened, two_people, tmp_path, text, told) -> None:
    """A file that holds something else changes nothing, and the page says what is wrong with it."""
    (tmp_path / "other.json").write_text(text, encoding="utf-8")
    page = opened(two_people).page
    page.locator("#import-file").set_input_files(tmp_path / "other.json")
    expect(page.get_by_role("status")).to_contain_text(told)
    assert page.locator("#progress-told").inner_text() == "0 of 1 decided"


def test_keeps_decisions_of_what_is_not_here(opened, two_people, tmp_path) -> None:
    """What another review decided comes through as it was."""
    other = '{"kind": "leave", "check": "mixed-page", "fingerprint": "0123456789abcdef", "papers": [], "note": "n"}'
    (tmp_path / "other.json").write_text(f'{{"format": "bylint-decisions-1", "decisions": [{other}]}}')
    held = opened(two_people)
    held.page.locator("#import-file").set_input_files(tmp_path / "other.json")
    expect(held.page.get_by_role("status")).to_have_text("Imported 1 decision; 1 of what is not in this file, and kept")
    assert held.export(tmp_path)["decisions"] == [json.loads(other)]


def test_browser_keeps_decisions_by_repository(opened, browser, two_people, tmp_path) -> None:
    """The same repository finds its decisions again; another one does not see them."""
    context = browser.new_context()
    held = opened(two_people, context=context)
    held.page.get_by_role("button", name="Leave it").click()
    held.page.close()
    held = opened(two_people, context=context)
    assert held.page.locator("#progress-told").inner_text() == "1 of 1 decided"
    records = [record("c-1", "Wei Liu", "Bo Li"), record("c-2", "Wei Liu", "Cy Ma")]
    other = review(tmp_path / "other.html", str(repository(tmp_path / "other", records)), "--page", "Wei Liu")
    held = opened(other, context=context)
    assert held.page.locator("#progress-told").inner_text() == "0 of 1 decided"
    context.close()


def test_two_windows_decide_together(opened, browser, toy) -> None:
    """What is decided in one window stands in the other, and neither forgets what the other said."""
    context = browser.new_context()
    first, second = opened(toy, "#d0", context=context).page, opened(toy, "#d1", context=context).page
    first.get_by_role("button", name="Leave it").click()
    expect(second.locator("#progress-told")).to_contain_text("1 of")
    second.get_by_role("button", name="Leave it").click()
    expect(first.locator("#progress-told")).to_contain_text("2 of")
    assert first.get_by_role("button", name="Undo").is_disabled()
    first.reload()
    assert first.locator("#progress-told").inner_text().startswith("2 of")
    context.close()


def test_from_finding_to_record(opened, tmp_path) -> None:
    """The whole loop: check finds, the page is read and decided, `apply` writes, check no longer finds."""
    anthology = tmp_path / "anthology"
    shutil.copytree(TOY, anthology)
    (anthology / "bylint.toml").touch()
    held = opened(review(tmp_path / "review.html", str(anthology), "--select", "rival-namesake"))
    page = held.page
    assert "zoltan-ypsilon-nowhere" in page.locator(".message").inner_text()
    paper = page.locator(".paper", has_text="2025.toyns-1.5")
    paper.locator("input").check()
    page.locator("[data-kind=assign]").click()
    page.get_by_label("zoltan-ypsilon-nowhere").check()
    page.get_by_role("button", name="Decide").click()
    held.export(tmp_path)
    rivals = ("check", str(anthology), "--select", "rival-namesake", "--for", "review", "--quiet")
    assert main(rivals) == 1
    assert main(["apply", str(tmp_path / "decisions.json"), "--corpus", str(anthology)]) == 0
    record_now = Path(anthology, "data/xml/2025.toyns.xml").read_text(encoding="utf-8")
    assert record_now.count('id="zoltan-ypsilon-nowhere"') == 1 + Path(TOY, "data/xml/2025.toyns.xml").read_text(
        encoding="utf-8"
    ).count('id="zoltan-ypsilon-nowhere"')
    assert main(rivals) == 0
