"""axe-core finds nothing serious, wherever one looks."""

import pytest

SEVERE = {"serious", "critical"}


def faults(page) -> list[str]:
    """What axe-core finds that matters, each with the elements it is about."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [
        f"{fault['id']}: {node['target']} {node['failureSummary']}"
        for fault in found
        if fault["impact"] in SEVERE
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1600])
@pytest.mark.parametrize("check", ["mixed-page", "duplicate-name", "missing-title"])
def test_reading_and_deciding(opened, toy, scheme, width, check) -> None:
    """A page, two pages, a record; narrow and wide, light and dark; decided and not."""
    held = opened(toy, viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    page = held.page
    page.locator("#list a", has_text=check).first.click()
    assert faults(page) == []
    page.get_by_role("button", name="Leave it").click()
    if page.locator(".whole input").count():
        page.locator(".whole input").first.check()
    assert faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_list_and_dialogs(opened, toy, scheme) -> None:
    """The list on a phone, and both dialogs with a complaint in them."""
    page = opened(toy, viewport={"width": 360, "height": 740}, color_scheme=scheme).page
    assert faults(page) == []
    page.get_by_role("button", name="More").click()
    assert faults(page) == []
    page.get_by_role("button", name="Close").click()
    page.locator("#list a", has_text="mixed-page").first.click()
    page.locator(".whole input").first.check()
    page.locator("[data-kind=assign]").click()
    page.get_by_label("A new person").check()
    page.get_by_label("ORCID", exact=True).fill("1")
    page.get_by_role("button", name="Decide").click()
    assert page.get_by_role("alert").inner_text()
    assert faults(page) == []


def test_without_scripts(opened, two_people, tmp_path) -> None:
    """What a reader without scripts has: the same file with its script taken out and the rest let in."""
    text = two_people.read_text(encoding="utf-8")
    text = text[: text.rindex("<script>")] + text[text.rindex("</script>") + len("</script>") :]
    plain = tmp_path / "plain.html"
    plain.write_text(text.replace("<noscript>", "<div>").replace("</noscript>", "</div>"), encoding="utf-8")
    page = opened(plain).page
    assert page.locator("#all .paper").count() == 7
    assert faults(page) == []
