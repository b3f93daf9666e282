"""ambiguous-name."""

import pytest

from bylint.testing import author, corpus, paper, person, run
from bylint_checks.ambiguous_name import ambiguous_name

UMICH = person("wei-ai-umich", "Wei|Ai", degree="University of Michigan", comment="Information")
XJTU = person("wei-ai-xjtu", "Wei|Ai")


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([UMICH, paper("Wei|Ai")], id="one person of the name"),
        pytest.param([UMICH, XJTU, paper(author("Wei|Ai", id="wei-ai-xjtu"))], id="an id says who"),
        pytest.param(
            [UMICH, XJTU._replace(matches_by_name=False), paper("Wei|Ai")], id="one who never matches by name"
        ),
        pytest.param([UMICH, XJTU._replace(is_verified=False), paper("Wei|Ai")], id="one who stands for anybody else"),
        pytest.param([UMICH, XJTU], id="no paper"),
        pytest.param(
            [person("a", "Yang|Liu", "洋|刘"), person("b", "Yang|Liu"), paper("洋|刘")],
            id="a Han name against Latin ones",
        ),
    ],
)
def test_quiet(records):
    """Where one person at most can be meant, or an id says who, there is nothing to decide."""
    assert run(ambiguous_name, corpus(*records)) == []


@pytest.mark.parametrize(
    ("names", "message"),
    [
        pytest.param(
            ["Wei|Ai"], "Wei Ai is the name of 2 known people, and 1 authorship does not say who is meant", id="once"
        ),
        pytest.param(
            ["Wei|Ai", "Wei|Ai"],
            "Wei Ai is the name of 2 known people, and 2 authorships do not say who is meant",
            id="twice, as one finding",
        ),
    ],
)
def test_found(names, message):
    """Authorships of a shared name without an id are one finding, with the candidates."""
    (finding,) = run(ambiguous_name, corpus(UMICH, XJTU, *map(paper, names), paper(author("Wei|Ai", id="wei-ai-xjtu"))))
    assert finding.message == message
    assert len(finding.authorships) == len(names)
    assert [evidence.text for evidence in finding.evidence if evidence.kind != "other-places"] == [
        "wei-ai-umich; Information; University of Michigan",
        "wei-ai-xjtu",
    ]
