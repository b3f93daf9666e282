"""What a reader sees, and what strangers who wrote the records cannot do: nothing in a record acts."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from reviews import record, repository, review

LONG = "word " * 2_000
HOSTILE = {
    "markup": '<script>document.title="taken"</script><b>bold</b>',
    "attribute": '"><img src=x onerror="document.title=1">',
    "template": "{{ 7 * 7 }}${7*7}</template></noscript></script><!--",
    "entity": "&lt;b&gt; &amp;amp; &#60;i&#62;",
    "directions": "\u202eevil\u202c \u2067right\u2069 \u200f",
}


@pytest.fixture(scope="session")
def hostile(tmp_path_factory) -> Path:
    """The review of a page whose papers try everything."""
    records = [
        record(f"x-{number}", "Mal Ory", f"Co {text}", title=f"Title {text}", year=2000 + number)
        for number, text in enumerate(HOSTILE.values())
    ]
    records += [
        record("x-long", "Mal Ory", f"{LONG}End", title=LONG, year=2010),
        record('x-"><svg/onload=document.title=2>', "Mal Ory", "Bo Li", title="Odd id", year=2011),
    ]
    folder = repository(tmp_path_factory.mktemp("hostile") / "records", records)
    return review(folder.parent / "review.html", str(folder), "--page", "Mal Ory")


@pytest.mark.parametrize("scripts", [pytest.param(True, id="scripts on"), pytest.param(False, id="scripts off")])
def test_hostile_data_only_shows(opened, hostile, scripts) -> None:
    """Markup in titles, names and ids comes out as the signs it is made of."""
    page = opened(hostile, java_script_enabled=scripts).page
    article = "#current" if scripts else "#p0"
    text = page.locator(article).inner_text()
    for said in ("markup", "attribute", "template", "entity"):
        assert f"Title {HOSTILE[said]}" in text
        assert f"Co {HOSTILE[said]}" in text
    assert page.title().startswith("bylint review: ")
    assert page.locator("img, b:not([class]), i, script[src], #current script, #p0 script").count() == 0
    assert "\\u202eevil" in text
    assert re.search("[\u202a-\u202e\u2066-\u2069\u200f]", text) is None


def test_long_title_is_cut_and_breaks(opened, hostile) -> None:
    """A title of 10,000 signs neither hides the others nor widens the page."""
    page = opened(hostile, "#d0", viewport={"width": 360, "height": 700}).page
    assert page.locator(".paper", has_text="x-long").bounding_box()["height"] < 900
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_decisions_hold_the_names_as_they_are(opened, hostile, tmp_path) -> None:
    """What is shown may be cut and spelt out; what is decided is about the record as it stands."""
    held = opened(hostile)
    held.page.get_by_role("button", name="One person").click()
    (decision,) = held.export(tmp_path)["decisions"]
    assert {row["name"] for row in decision["papers"]} == {"Mal Ory"}
    assert 'x-"><svg/onload=document.title=2>' in {row["paper"] for row in decision["papers"]}


def test_policy_lets_nothing_in(opened, two_people) -> None:
    """A script that gets into the page all the same is not run, and nothing is loaded from anywhere."""
    text = two_people.read_text(encoding="utf-8")
    assert re.findall(r"(?:src|href)=\"(?!#)", text) == []
    held = opened(two_people)
    held.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.append("document.title = 'taken'");
            const image = document.createElement("img");
            image.src = "https://example.org/x.png";
            try { image.setAttribute("onerror", "document.title = 'taken'"); } catch {}
            try { document.body.append(image, script); } catch {}
            try { document.body.innerHTML = "<p>taken</p>"; } catch {}
        }"""
    )
    held.page.wait_for_timeout(300)
    assert held.page.title().startswith("bylint review")
    assert held.page.locator("h1").is_visible()
    assert held.errors
    assert all(re.search("Content Security Policy|TrustedScript|TrustedHTML", error) for error in held.errors)
    held.errors.clear()
    held.requests.clear()


def test_reads_without_scripts(opened, toy) -> None:
    """Findings, evidence and dossiers stand in the file itself; what needs a script is not there."""
    page = opened(toy, java_script_enabled=False).page
    assert page.locator("article.item").count() == page.locator("#list a").count() > 50
    assert page.locator(".notice").is_visible()
    assert page.locator("button:visible, input:visible, select:visible").count() == 0
    finding = page.locator("article.item noscript", has=page.locator("header", has_text="mixed-page"))
    assert "Otto Umbra" in finding.locator("h2").text_content()
    finding.locator(".see a").click()
    dossier = page.locator(page.url[page.url.index("#") :])
    assert dossier.get_by_text("Namesakes side by side").count() in {0, 1}
    assert dossier.locator("svg[role=img]").count() >= 2
    assert dossier.locator(".paper").count() > 2


def test_dossier_tells_everything(opened, two_people) -> None:
    """Papers by year and group, who wrote with whom, the verdict and the name's commonness."""
    page = opened(two_people).page
    assert page.locator(".time path").count() == 2
    assert (
        page.locator(".time svg")
        .get_attribute("aria-label")
        .endswith("group 1: 2011 1, 2012 1, 2013 1, 2014 1; group 2: 2019 1, 2020 1, 2021 1")
    )
    assert page.locator(".group").count() == 2
    assert page.locator(".company circle").count() == 4
    assert "Bo Li and Cy Ma share 4" in page.locator(".company svg").first.get_attribute("aria-label")
    assert page.locator(".paper").first.locator("p:first-of-type .again").all_inner_texts() == ["Dee Oh", "Eve Po"]
    assert page.locator(".paper .self").first.inner_text() == "Wei Liu"
    assert "expected: rare" in page.locator(".standing").inner_text()


SCRIPTS = ("Łukasz Dębowski", "王 小明", "محمد العربي", "דוד כהן", "राम शर्मा", "Αλέξης Παπάς", "ສົມ ສີ", "አበበ ከበደ")


def test_names_in_every_script(opened, tmp_path) -> None:
    """Names keep to their own direction: what stands after one stays where it belongs."""
    records = [record(f"n-{number}", "Wei Liu", name, title=f"{name} 1") for number, name in enumerate(SCRIPTS)]
    folder = repository(tmp_path / "records", records)
    page = opened(review(tmp_path / "review.html", str(folder), "--page", "Wei Liu")).page
    for name in SCRIPTS:
        byline = page.locator(".paper p:first-of-type", has_text=name)
        boxes = byline.locator("bdi").evaluate_all("all => all.map(one => one.getBoundingClientRect().left)")
        assert boxes == sorted(boxes), name


def test_numbers_stay_behind_names_in_pictures(opened, tmp_path) -> None:
    """In a picture, too, what stands after a name is not drawn into it."""
    first = [record(f"a-{n}", "Wei Liu", "محمد العربي", "דוד כהן", year=2010 + n) for n in range(1, 5)]
    second = [record(f"b-{n}", "Wei Liu", "Dee Oh", "王 小明", year=2018 + n) for n in range(1, 4)]
    folder = repository(tmp_path / "records", [*first, *second])
    page = opened(review(tmp_path / "review.html", str(folder), "--page", "Wei Liu")).page
    assert page.locator(".company text").count() == 4
    for told in page.locator(".company text").all():
        name, papers = (part.bounding_box() for part in told.locator("tspan").all())
        assert name["x"] + name["width"] <= papers["x"], told.text_content()


@pytest.mark.parametrize("width", [360, 768, 1600])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_fits_every_screen(opened, toy, width, scheme) -> None:
    """Nothing is wider than the screen, and the answers can be reached."""
    page = opened(toy, "#d0", viewport={"width": width, "height": 740}, color_scheme=scheme).page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.get_by_role("button", name="Leave it").is_visible()
    for button in page.locator(".decide button:visible").all():
        box = button.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["height"] >= 24


def test_phone_goes_from_list_to_page_and_back(opened, toy) -> None:
    """On a narrow screen one thing is seen at a time."""
    page = opened(toy, viewport={"width": 360, "height": 740}).page
    assert page.locator("#list").is_visible()
    assert not page.locator("#current").is_visible()
    page.locator("#list a").nth(2).click()
    assert not page.locator("#list").is_visible()
    assert page.locator("#current h2").is_visible()
    page.get_by_role("button", name="List").click()
    expect(page.locator("#list a").nth(2)).to_be_focused()
    page.locator("#list a").nth(2).click()
    expect(page.locator("#current h2")).to_be_visible()
    page.go_back()
    expect(page.locator("#list")).to_be_visible()
    page.get_by_role("link", name="Skip").press("Enter")
    expect(page.locator("#current h2")).to_be_visible()


@pytest.mark.parametrize("scripts", [pytest.param(True, id="scripts on"), pytest.param(False, id="scripts off")])
@pytest.mark.parametrize("width", [360, 1600])
def test_nothing_to_decide(opened, tmp_path, scripts, width) -> None:
    """A file without a finding says so, whatever is typed into its filters."""
    folder = repository(tmp_path / "records", [record("a-1", "Wei Liu", "Bo Li")])
    file = review(tmp_path / "review.html", str(folder))
    page = opened(file, viewport={"width": width, "height": 740}, java_script_enabled=scripts).page
    told = page.locator("#listed")
    assert told.is_visible()
    assert told.inner_text() == "There is nothing to decide"
    if scripts:
        page.get_by_label("Name", exact=True).fill("Wei")
        expect(page.get_by_role("status")).to_have_text("There is nothing to decide")
