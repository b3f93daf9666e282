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


def test_without_scripts(opened, two_people) -> None:
    """What stands in the file itself, as a reader without scripts has it, looked through by axe-core all the same."""
    page = opened(two_people).page
    page.evaluate(
        """() => {
            const policy = trustedTypes.defaultPolicy;
            document.getElementById("current").remove();
            document.getElementById("all").hidden = false;
        }"""
    )
    assert faults(page) == []
