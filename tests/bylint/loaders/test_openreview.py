"""OpenReview: names beside profiles, in both versions."""

import json
from typing import Any

import pytest

from bylint import Name
from forms import loader_of, named, names, paper_of, papers_and_findings, written_at


def note(authors: object, ids: object, **fields: object) -> dict[str, Any]:
    """A note of the first version."""
    return {"id": "n", "forum": "n", "content": {"title": "T", "authors": authors, "authorids": ids}, **fields}


def second(content: dict[str, object]) -> dict[str, object]:
    """A content as the second version has it."""
    return {key: {"value": value} for key, value in content.items()}


@pytest.mark.parametrize("is_second", [pytest.param(False, id="version 1"), pytest.param(True, id="version 2")])
def test_both_versions(*, is_second: bool) -> None:
    """Values stand alone or in objects; reviews are no papers."""
    own = note(["Yang Liu", "Wei Li"], ["~Yang_Liu3", "w@x.example"])
    if is_second:
        own["content"] = second(own["content"])
    text = json.dumps({"notes": [own, {"id": "r", "forum": "n", "content": {"title": "Review"}}]})
    found = loader_of("x.json", text.encode())
    assert found is not None
    assert found.name == "openreview"
    (paper,), findings = papers_and_findings(found, "x.json", text.encode())
    assert (paper.title, names(paper), findings) == ("T", [Name("Yang", "Liu"), Name("Wei", "Li")], [])
    assert [(one.person_id, one.openreview) for one in paper.authorships] == [("~Yang_Liu3",) * 2, (None, None)]


def test_names_in_objects() -> None:
    """An entry may be an object with the name and the profile."""
    authors = [{"fullname": "Yang Liu", "username": "~Yang_Liu3"}]
    paper = paper_of("openreview", {"id": "n", "content": second({"title": "T", "authors": authors})})
    assert [(one.name, one.person_id) for one in paper.authorships] == [(Name("Yang", "Liu"), "~Yang_Liu3")]


@pytest.mark.parametrize(
    ("author", "profile", "is_found"),
    [
        pytest.param("Yang Liu", "~Yang_Liu3", False, id="the same"),
        pytest.param("José Peña", "~Jose_Pena1", False, id="without accents"),
        pytest.param("Y. Liu", "~Yang_Liu3", False, id="initials"),
        pytest.param("Oda Mirelle", "~Milo_Brandel1", True, id="another person"),
        pytest.param("Oda Mirelle", "oda@x.example", False, id="an address of mail"),
        pytest.param("Oda Mirelle", "https://dblp.org/search/pid/api?q=author:Milo_Brandel:", False, id="a search"),
    ],
)
def test_byline_differs_from_profile(author: str, profile: str, is_found: bool) -> None:
    """The id of a profile is made from a name, which may be another one."""
    data = json.dumps(note([author], [profile])).encode()
    _, findings = papers_and_findings(named("openreview"), "x.json", data)
    assert [finding.check for finding in findings] == ["byline-differs-from-profile"] * is_found


def test_lists_of_different_lengths() -> None:
    """Where it is not clear whose profile is whose, none is read, and that is one finding."""
    data = json.dumps(note(["Yang Liu", "Wei Li"], ["~Wei_Li1"])).encode()
    loader = named("openreview")
    (paper,), (finding,) = papers_and_findings(loader, "x.json", data)
    assert {one.person_id for one in paper.authorships} == {None}
    assert finding.message == "2 names and 1 profiles, so it is not clear which is whose"
    assert finding.location is not None
    assert written_at(loader, data, finding.location).startswith('["Yang Liu"')


@pytest.mark.parametrize(
    ("fields", "year"),
    [
        pytest.param(
            {"invitation": "ICLR.cc/2018/Conference/-/Submission", "cdate": 1508955600000}, 2018, id="the invitation"
        ),
        pytest.param({"invitations": ["X.cc/2024/Conference/-/Submission"]}, 2024, id="the invitations"),
        pytest.param({"cdate": 1546300800000}, 2019, id="the date, in milliseconds"),
        pytest.param({"cdate": 10**30, "invitations": 7}, None, id="no date"),
        pytest.param({}, None, id="nothing"),
    ],
)
def test_year(fields: dict[str, object], year: int | None) -> None:
    """The venue counts more than the day on which somebody wrote the note."""
    assert (
        paper_of("openreview", note(["Yang Liu"], [], **fields) | {"content": {"title": "T", "authors": ["A"]}}).year
        == year
    )
