"""main-name-in-other-script."""

import pytest

from bylint.testing import author, corpus, paper, run
from bylint_checks.main_name_in_other_script import main_name_in_other_script
from fixing import fixed
from traditions import EVERYWHERE

HAN = ["嘉政|周", "国江|周", "凌|董"]
LATIN = ["Jiazheng|Zhou", "Guojiang|Zhou", "Ling|Dong"]


@pytest.mark.parametrize(
    "papers",
    [
        *(pytest.param([paper(*case.values, volume_id="v")], id=case.id) for case in EVERYWHERE),
        pytest.param([paper(*LATIN, volume_id="v")], id="Latin names only"),
        pytest.param(
            [paper(*HAN, volume_id="v"), paper("Ada|Quill", volume_id="v")], id="a volume that prints Han names"
        ),
        pytest.param([paper(*HAN[:1], "Ada|Quill", volume_id="v")], id="half of a volume"),
        pytest.param(
            [paper(*HAN, venues=("ccl",)), paper(*LATIN, venues=("acl",)), paper(*LATIN, venues=("acl",))],
            id="a venue that prints Han names, without volumes",
        ),
        pytest.param(
            [paper(*LATIN, *HAN, volume_id="v"), paper(*LATIN, volume_id="v")], id="a byline that is written twice"
        ),
        pytest.param([paper("Anja|Grieβhaber", *LATIN, volume_id="v")], id="a Greek beta inside a word"),
        pytest.param([paper("Teresa|Gonҫalves", *LATIN, volume_id="v")], id="a Cyrillic letter inside a word"),
        pytest.param([paper("Kaʻohu|Seto", *LATIN, volume_id="v")], id="an okina"),
        pytest.param(
            [paper(author("Suming|Wang", variants={"hani": "素格|王"}), *LATIN, volume_id="v")], id="a variant beside"
        ),
    ],
)
def test_quiet(papers):
    """Where other scripts are the rule, or nothing but one letter, nothing is said."""
    assert run(main_name_in_other_script, corpus(*papers)) == []


@pytest.mark.parametrize(
    ("name", "message", "after"),
    [
        pytest.param(
            "|Suming Wang (王素格)", "“Suming Wang (王素格)” is partly in Han script", "None|Suming Wang", id="both"
        ),
        pytest.param(
            "Suming|Wang (王素格)", "“Suming Wang (王素格)” is partly in Han script", "Suming|Wang", id="last"
        ),
        pytest.param("Suming 素格|Wang 王", "“Suming 素格 Wang 王” is partly in Han script", "Suming|Wang", id="each"),
        pytest.param("Olga|Kim/Ким", "“Olga Kim/Ким” is partly in Cyrillic script", "Olga|Kim", id="a stroke"),
        pytest.param("素格|王", "“素格 王” is in Han script", None, id="Han alone"),
        pytest.param("서연|김", "“서연 김” is in Hangul script", None, id="Hangul alone"),
        pytest.param("周嘉政|周嘉政", "“周嘉政 周嘉政” is in Han script", None, id="the whole name twice"),
        pytest.param("はな|山田", "“はな 山田” is in Han and Hiragana script", None, id="two other scripts"),
    ],
)
def test_found(name, message, after):
    """A name in another script among Latin ones is found; the Latin form is kept where there is one."""
    before = corpus(paper(name, *LATIN, volume_id="v"))
    (finding,) = run(main_name_in_other_script, before)
    assert finding.message == message
    assert (finding.fix is None) == (after is None)
    if after is not None:
        mended = fixed(before, finding)
        mended_name = next(iter(mended.names))
        assert f"{mended_name.first}|{mended_name.last}" == after
        assert run(main_name_in_other_script, mended) == []


def test_all_places_are_one_finding():
    """A name is one finding with all its authorships; those of a venue in that script are none."""
    papers = [paper("素格|王", *LATIN, volume_id=volume, id=volume) for volume in ("a", "b")]
    (finding,) = run(main_name_in_other_script, corpus(*papers, paper("素格|王", volume_id="c")))
    assert [authorship.paper_id for authorship in finding.authorships] == ["a", "b"]
