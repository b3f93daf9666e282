"""The whole work without a mouse."""

import re

from playwright.sync_api import expect


def focused(page) -> str:
    """The text or label of what has the focus."""
    return page.evaluate(
        "(({ labels, textContent }) => (labels?.[0] ?? { textContent }).textContent.trim())(document.activeElement)"
    )


def test_decides_by_keyboard_alone(opened, toy, tmp_path) -> None:
    """From the list to a finding, to its papers, to a person, to the next, and back again."""
    held = opened(toy)
    page, press = held.page, held.page.keyboard.press
    press("Tab")
    assert focused(page) == "Skip to what is to be decided"
    press("/")
    page.keyboard.type("otto umbra")
    expect(page.locator("#list li:not([hidden])")).to_have_count(1)
    while "Otto Umbra" not in focused(page):
        press("Tab")
    press("Enter")
    expect(page.locator("#current h2")).to_be_focused()
    press("2")
    assert page.locator(".paper:has(input:checked)").count() > 0
    press("a")
    page.get_by_label("A new person").focus()
    press("Space")
    page.get_by_label("Institution of the highest degree").focus()
    page.keyboard.type("Elsewhere University")
    press("Enter")
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert page.locator(".taken li").inner_text().startswith("assigned")
    assert focused(page) == "Next"
    (decision,) = held.export(tmp_path)["decisions"]
    assert decision["person"]["id"].startswith("otto-umbra-elsewhere")


def test_ticks_by_arrows(opened, two_people) -> None:
    """Arrows move between papers, space ticks, shift takes all on the way."""
    page = opened(two_people).page
    press = page.keyboard.press
    press("g")
    press("Space")
    press("Shift+ArrowDown")
    press("Shift+ArrowDown")
    press("End")
    boxes = page.locator(".paper input")
    for number, is_ticked in enumerate([True, True, True, False, False, False, False]):
        expect(boxes.nth(number)).to_be_checked(checked=is_ticked)
    press("Shift+Space")
    press("Home")
    expect(boxes.first).to_be_focused()
    press("Space")
    for number, is_ticked in enumerate([False, True, True, False, False, False, True]):
        expect(boxes.nth(number)).to_be_checked(checked=is_ticked)


def test_answers_by_single_keys(opened, toy, tmp_path) -> None:
    """J and k move, l leaves, u takes back, n notes; none of it where a text is typed, or where it is switched off."""
    held = opened(toy)
    page, press = held.page, held.page.keyboard.press
    first = page.locator("#current h2").inner_text() + page.locator("#current .tags").inner_text()
    press("j")
    expect(page).to_have_url(re.compile("#d1$"))
    press("k")
    expect(page).to_have_url(re.compile("#d0$"))
    assert page.locator("#current h2").inner_text() + page.locator("#current .tags").inner_text() == first
    press("n")
    page.keyboard.type("jokul")
    assert page.locator("#note").input_value() == "jokul"
    page.locator("#current h2").focus()
    press("l")
    assert held.export(tmp_path)["decisions"][0]["note"] == "jokul"
    press("u")
    assert held.export(tmp_path)["decisions"] == []
    page.get_by_role("button", name="More").click()
    page.get_by_label("Single keys act").uncheck()
    press("Escape")
    page.locator("#current h2").focus()
    press("l")
    assert held.export(tmp_path)["decisions"] == []


def test_dialog_gives_the_focus_back(opened, two_people) -> None:
    """Escape leaves a dialog, and whoever opened it has the focus again."""
    page = opened(two_people).page
    more = page.get_by_role("button", name="More")
    more.focus()
    page.keyboard.press("Enter")
    assert page.locator("#about").is_visible()
    page.keyboard.press("Escape")
    assert more.evaluate("button => button === document.activeElement")


def test_focus_goes_round(opened, two_people) -> None:
    """Tab leads through everything that acts and out again: nothing holds the focus."""
    page = opened(two_people).page
    seen = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        visible = page.evaluate("getComputedStyle(document.activeElement).outlineStyle !== 'none'")
        assert visible, focused(page)
        seen.add(focused(page))
    else:
        raise AssertionError("the focus does not come out again")
    assert {"Undo", "Import", "Export", "More", "One person", "Leave it", "Next"} - {"Undo"} <= seen


def test_says_what_happened(opened, two_people) -> None:
    """A screen reader hears each step in a live region."""
    page = opened(two_people).page
    status = page.get_by_role("status")
    page.get_by_label("Tick all of group 2").check()
    expect(status).to_have_text("3 ticked")
    page.get_by_role("button", name="Leave it").click()
    expect(status).to_have_text("Decided: left. 1 of 1 decided")
