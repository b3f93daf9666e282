"""affiliation-in-name."""

import pytest

from bylint.testing import corpus, paper, run
from bylint_checks.affiliation_in_name import affiliation_in_name
from fixing import fixed
from traditions import EVERYWHERE


@pytest.mark.parametrize(
    "name",
    [
        *EVERYWHERE,
        pytest.param("Carolin (Haas)|Lawrence", id="a former name"),
        pytest.param("T. L. (Frank)|Pappas", id="a nickname"),
        pytest.param("Wei|Liu (刘伟)", id="another script"),
        pytest.param("|National Research Council", id="a group"),
        pytest.param("|ProQuest (Firm)", id="a group with what it is"),
        pytest.param("Ada|Center", id="a surname that is a word"),
        pytest.param("David|Walden (moderator)", id="what somebody did"),
    ],
)
def test_quiet(name):
    """What stands in brackets is most often a name."""
    assert run(affiliation_in_name, corpus(paper(name))) == []


@pytest.mark.parametrize(
    ("name", "after"),
    [
        pytest.param("Ada|Quill (University of Inks)", "Ada Quill", id="in the last name"),
        pytest.param("Jun|Ogata (National Institute of Science (AIST))", "Jun Ogata", id="brackets in brackets"),
        pytest.param("|Ada Quill (Inks Inc)", "Ada Quill", id="in one field"),
        pytest.param("Ada (Inks Research)|Quill", "Ada Quill", id="in the first name"),
        pytest.param("Peter Van Kranenburg (Utrecht|University", None, id="cut inside the brackets"),
        pytest.param("Meertens|Institute)", None, id="the other half"),
        pytest.param("|(University of Inks)", None, id="nothing else"),
    ],
)
def test_found(name, after):
    """The suggestion is the name without it, and clears the finding."""
    papers = corpus(paper(name))
    (finding,) = run(affiliation_in_name, papers)
    if after is None:
        assert finding.fix is None
        return
    new = fixed(papers, finding)
    assert [str(one) for one in new.names] == [after]
    assert run(affiliation_in_name, new) == []
