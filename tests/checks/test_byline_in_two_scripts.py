"""byline-in-two-scripts."""

import pytest

from bylint.testing import author, corpus, paper, run
from bylint_checks.byline_in_two_scripts import byline_in_two_scripts
from traditions import EVERYWHERE


@pytest.mark.parametrize(
    "people",
    [
        *(pytest.param(["Ada|Lovelace", *case.values], id=case.id) for case in EVERYWHERE),
        pytest.param(["Ada|Lovelace", "Işin|Demirşahin"], id="Latin letters with accents"),
        pytest.param(["王|刚", "李|明"], id="a byline in Han"),
        pytest.param(["Иван|Петров", "Анна|Сидорова"], id="a byline in Cyrillic"),
        pytest.param(["철수|김", "영희|이"], id="a byline in Hangul"),
        pytest.param(["Jiawei|Li", "Yu|Bai", "Bin|Xu", "林一冠|林一冠", "Yang|Gao"], id="one Han name among many"),
        pytest.param(["Ada|Lovelace", "刚|王"], id="two people in two scripts"),
        pytest.param(["Wei|Li", "明|王", "洋|刘"], id="one in Latin letters before two others"),
        pytest.param(
            ["Wei|Li", "Bo|Xu", "Yang|Gao", "洋|刘", "明|王", "萌|徐", "亮|杨", "爽|彭"], id="lists of different length"
        ),
        pytest.param(["Wei|Li", "明|王", "洋|刘", "Bo|Xu"], id="neither in turn nor one after another"),
        pytest.param(["Teresa|Gonҫalves", "João|Sequeira"], id="a letter of another script in a name"),
        pytest.param(
            [author("Hao|Chen", variants={"hani": "昊|陈"}), "Bo|Xu"], id="a form in another script beside the name"
        ),
        pytest.param(["Ada|Lovelace", "|."], id="a name without letters"),
    ],
)
def test_quiet(people):
    """Bylines in one script, or with somebody who is printed in another, are left alone."""
    assert run(byline_in_two_scripts, corpus(paper(*people))) == []


LATIN = ["Tuerxun|Tunike", "Hongfei|Lin", "Dongyu|Zhang"]
HAN = ["吐尔逊|吐妮可", "鸿飞|林", "冬瑜|张"]


@pytest.mark.parametrize(
    ("people", "counts", "position", "same", "confidence"),
    [
        pytest.param([*LATIN, *HAN], ("3 names", 3), 4, 3, 0.97, id="one list after another, as in 2023.ccl-1.29"),
        pytest.param([*HAN, *LATIN], ("3 names", 3), 4, 3, 0.97, id="Han first"),
        pytest.param([LATIN[0], HAN[0], LATIN[1], HAN[1]], ("2 names", 2), 2, 2, 0.97, id="in turn"),
        pytest.param(
            ["Ling|Zhou, Guojiang ang Dong", "Zhengtao|Yu", "国江|周", "凌|董", "正涛|余"],
            ("2 names", 3),
            3,
            1,
            0.97,
            id="two names in one field, as in 2023.ccl-1.7",
        ),
        pytest.param(["Yangsen|Zhang", "仰森|张"], ("1 name", 1), 2, 1, 0.97, id="one author, twice"),
        pytest.param(
            ["Yangsen|Zhang", "张|仰森"], ("1 name", 1), 2, 1, 0.97, id="the other name with the surname first"
        ),
        pytest.param(
            [author("Taro|Yamada", variants={"hani": "太郎|山田"}), "太郎|山田"],
            ("1 name", 1),
            2,
            1,
            0.97,
            id="listed as the form of the first",
        ),
        pytest.param(
            ["Taro|Yamada", "Jiro|Tanaka", "太郎|山田", "次郎|田中"],
            ("2 names", 2),
            3,
            0,
            0.7,
            id="Japanese names, which nothing shows to be the same",
        ),
    ],
)
def test_found(people, counts, position, same, confidence):
    """Two lists of the same people are one finding, at the second list."""
    (finding,) = run(byline_in_two_scripts, corpus(paper(*people)))
    assert finding.message == f"the byline has {counts[0]} in Latin letters and {counts[1]} in another script"
    assert finding.location.position == position
    assert sum(evidence.kind == "same-name" for evidence in finding.evidence) == same
    assert finding.confidence == confidence


def test_editors_are_a_byline():
    """A list of editors can be so too."""
    (finding,) = run(byline_in_two_scripts, corpus(paper(editors=[*LATIN, *HAN])))
    assert finding.location.byline == "editor"
