"""same-first-and-last."""

import pytest

from bylint.testing import corpus, paper, run
from bylint_checks.same_first_and_last import same_first_and_last
from fixing import fixed
from traditions import EVERYWHERE


@pytest.mark.parametrize(
    "names",
    [
        *(pytest.param(case.values, id=case.id) for case in EVERYWHERE),
        pytest.param(["Xin|Xin", "Xin|Li", "Bo|Xin"], id="a Chinese name"),
        pytest.param(["Ming|Ming"], id="another, where nobody else has the word"),
        pytest.param(["Zhang|Zhang", "Zhang|Wei", "Bo|Zhang"], id="a longer one"),
        pytest.param(["Thomas|Thomas", "Thomas|Li", "Dylan|Thomas"], id="a word that is both"),
        pytest.param(["jpliu@wtu.edu.cn|jpliu@wtu.edu.cn"], id="an e-mail address"),
        pytest.param([".|."], id="no word at all"),
        pytest.param(["王|王"], id="one Han sign"),
        pytest.param(["Ankit|Ankit"], id="one word that nobody else has"),
        pytest.param(["Ankit|Ankit", "Ankit|Singh"], id="one word that others have as first name"),
        pytest.param(["Ankit|Ankit", "Bo|Ankit"], id="one word that others have as last name"),
        pytest.param(["Dejiyangla|Dejiyangla"], id="a long word that nobody can divide"),
        pytest.param(["José Manuel Martínez|Martínez"], id="a surname that stands in both, which is another fault"),
    ],
)
def test_quiet(names):
    """A word that may be both is left alone."""
    assert run(same_first_and_last, corpus(*map(paper, names))) == []


@pytest.mark.parametrize(
    ("name", "after"),
    [
        pytest.param("XingyuHan", "Xingyu|Han", id="two capitals"),
        pytest.param("JiqunChu", "Jiqun|Chu", id="two others"),
        pytest.param("Juseon-Do", "Juseon|Do", id="a hyphen"),
        pytest.param("David Beymer", "David|Beymer", id="two words"),
        pytest.param("LiuYiBo", None, id="three capitals"),
        pytest.param("林一冠", None, id="three Han signs"),
    ],
)
def test_found(name, after):
    """A whole name in both fields is found, and the suggestion, where there is one, clears it."""
    papers = corpus(paper(f"{name}|{name}"))
    (finding,) = run(same_first_and_last, papers)
    assert (finding.location.field, finding.confidence) == ("first", 0.97)
    assert (finding.fix is None) == (after is None)
    if after is not None:
        fixed_papers = fixed(papers, finding)
        assert "|".join(map(str, next(iter(fixed_papers.names)))) == after
        assert run(same_first_and_last, fixed_papers) == []


def test_what_others_are_called_divides_a_name():
    """A common surname and somebody's given name in one word are a whole name, in either order."""
    people = [f"{given}|Liu" for given in ("Bo", "Wei", "Jianfeng", "Ann", "Eva", "Ida", "Jan", "Kim", "Lea", "Mia")]
    for written in ("Liujianfeng", "Jianfengliu"):
        papers = corpus(paper(f"{written}|{written}"), paper(*people))
        (finding,) = run(same_first_and_last, papers)
        assert finding.confidence == 0.97
        assert [change.new for change in finding.fix.changes] == ["Jianfeng", "Liu"]


def test_the_commoner_surname_is_the_surname():
    """In a name with two capitals the order is what others have."""
    papers = corpus(paper("YeYanhan|YeYanhan"), paper("Bo|Ye"))
    (finding,) = run(same_first_and_last, papers)
    assert [change.new for change in finding.fix.changes] == ["Yanhan", "Ye"]
