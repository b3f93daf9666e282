"""The two pages that everybody can compare with the site: what `bylint page` shows of them."""

import json
from pathlib import Path

import pytest

from bylint.cli import main

TWO_PAGES = str(Path(__file__).resolve().parent.parent / "fixtures" / "two-pages")
REWARD = (
    "On the Limited Generalization Capability of the Implicit Reward Model Induced by Direct Preference Optimization"
)
STEERING = (
    "Steering into New Embedding Spaces: "
    "Analyzing Cross-Lingual Alignment Induced by Model Interventions in Multilingual Language Models"
)
REMEMBERING = "On the Way to LLM Personalization: Learning to Remember User Conversations"
BYLINES = {
    REWARD: [
        "Yong Lin",
        "Skyler Seto",
        "Maartje Ter Hoeve",
        "Katherine Metcalf",
        "Barry-John Theobald",
        "Xuan Wang",
        "Yizhe Zhang",
        "Chen Huang",
        "Tong Zhang",
    ],
    STEERING: [
        "Anirudh Sundar",
        "Sinead Williamson",
        "Katherine Metcalf",
        "Barry-John Theobald",
        "Skyler Seto",
        "Masha Fedzechkina",
    ],
    REMEMBERING: ["Lucie Charlotte Magister", "Katherine Metcalf", "Yizhe Zhang", "Maartje Ter Hoeve"],
}
THEOBALD, METCALF = "Barry-John Theobald", "Katherine Metcalf"
COAUTHORS = {
    THEOBALD: {
        "Katherine Metcalf": 2,
        "Skyler Seto": 2,
        "Masha Fedzechkina": 1,
        "Chen Huang": 1,
        "Yong Lin": 1,
        "Anirudh Sundar": 1,
        "Maartje Ter Hoeve": 1,
        "Xuan Wang": 1,
        "Sinead Williamson": 1,
        "Tong Zhang": 1,
        "Yizhe Zhang": 1,
    },
    METCALF: {
        "Skyler Seto": 2,
        "Maartje Ter Hoeve": 2,
        "Barry-John Theobald": 2,
        "Yizhe Zhang": 2,
        "Masha Fedzechkina": 1,
        "Chen Huang": 1,
        "Yong Lin": 1,
        "Lucie Charlotte Magister": 1,
        "Anirudh Sundar": 1,
        "Xuan Wang": 1,
        "Sinead Williamson": 1,
        "Tong Zhang": 1,
    },
}
"""By count, then by last name."""
PAPERS = {
    THEOBALD: [(2025, "2025.acl-long.118", STEERING), (2024, "2024.findings-emnlp.940", REWARD)],
    METCALF: [
        (2025, "2025.acl-long.118", STEERING),
        (2025, "2025.l2m2-1.5", REMEMBERING),
        (2024, "2024.findings-emnlp.940", REWARD),
    ],
}
"""The newest first."""
BOTH = pytest.mark.parametrize("name", [THEOBALD, METCALF])


def shown(capfdbinary: pytest.CaptureFixture[bytes], name: str, form: str) -> str:
    """The page of a name in a format."""
    assert main(["page", name, "--corpus", TWO_PAGES, "--format", form]) == 0
    return capfdbinary.readouterr().out.decode()


@BOTH
def test_json(capfdbinary: pytest.CaptureFixture[bytes], name: str) -> None:
    """Years, bylines and counts are the published ones, and nothing besides."""
    (page,) = json.loads(shown(capfdbinary, name, "json"))["pages"]
    assert page["names"] == [name]
    assert [(row["year"], row["id"], row["title"]) for row in page["papers"]] == PAPERS[name]
    for row in page["papers"]:
        assert row["authors"] == BYLINES[row["title"]]
        assert row["authors"][row["position"] - 1] == name
    counts = [(count["name"], count["papers"]) for count in page["coauthors"]]
    assert counts == list(COAUTHORS[name].items())
    assert [(group["papers"], group["years"]) for group in page["groups"]] == [(len(PAPERS[name]), [2024, 2025])]


@BOTH
def test_text(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The same for a person: papers with their bylines under their years, co-authors in one line."""
    monkeypatch.setenv("COLUMNS", "0")  # of no terminal, whose width would cut titles
    told = shown(capfdbinary, name, "text")
    years = {year: [paper for paper in PAPERS[name] if paper[0] == year] for year, _, _ in PAPERS[name]}
    listed = told.partition("\nPapers\n")[2].partition("\n\n")[0]
    expected = []
    for year, papers in years.items():
        expected.append(f"{year} {len(papers)}")
        for _, paper_id, title in papers:
            expected += [f"{paper_id} {title}", ", ".join(BYLINES[title])]
    assert [" ".join(line.split()) for line in listed.splitlines()] == expected
    counts = ", ".join(f"{other} {count}" for other, count in COAUTHORS[name].items())
    assert f"\n  co-authors {counts}\n" in told
    slug = name.lower().replace(" ", "-")
    assert told.startswith(f"{name}\n{len(PAPERS[name])} papers 2024-2025, on {slug}/unverified\n")


@BOTH
def test_markdown(capfdbinary: pytest.CaptureFixture[bytes], name: str) -> None:
    """The same for an issue."""
    told = shown(capfdbinary, name, "markdown")
    listed = told.partition("</summary>\n\n")[2].partition("\n\n</details>")[0]
    assert listed.splitlines() == [f"- {year}: `{paper_id}` `{title}`" for year, paper_id, title in PAPERS[name]]
    assert f"<summary>{len(PAPERS[name])} papers</summary>" in told
    counts = ", ".join(f"`{other}` {count}" for other, count in COAUTHORS[name].items())
    assert f"- co-authors {counts}\n" in told


def test_the_records_are_clean(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Nothing is found in them."""
    assert main(["check", TWO_PAGES, "--for", "review"]) == 0
    assert "0 shown" in capfdbinary.readouterr().out.decode()
