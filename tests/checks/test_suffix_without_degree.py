"""suffix-without-degree."""

import pytest

from bylint.testing import corpus, person, run
from bylint_checks.suffix_without_degree import suffix_without_degree


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param(person("yang-liu", "Yang|Liu"), id="no suffix"),
        pytest.param(person("yang-liu-umich", "Yang|Liu", degree="University of Michigan"), id="a degree"),
        pytest.param(
            person("ying-zhang-tokyo", "Ying|Zhang", degree="Tokyo Institute of Technology", comment="Tokyo"),
            id="a degree and a comment",
        ),
        pytest.param(person("abhinav-gupta-mila", "Abhinav|Gupta", comment="MILA"), id="a comment"),
        pytest.param(person("kexin-wang-bd", "Kexin|Wang", comment="Bytedance"), id="a comment with an employer"),
        pytest.param(person("abdul-aziz-2158", "Abdul|Aziz", orcid="0000-0002-3357-2158"), id="the end of an ORCID"),
        pytest.param(person("minh-quang-pham-481x", "Minh Quang|Pham"), id="the end of an ORCID with an x"),
        pytest.param(person("yang-janet-liu", "Yang|Liu", "Yang Janet|Liu"), id="the slug of another name"),
        pytest.param(person("wei-li-wei", "Wei|Li", "Li|Wei"), id="words of the names"),
        pytest.param(person("osvaldo-oliveira-jr", "Osvaldo|Oliveira"), id="a generation"),
        pytest.param(person("nanette-veilleux", "Nanette M.|Veilleux"), id="an id from another name"),
        pytest.param(person("abelardo-martinez-lorenzo", "Abelardo|Martínez Lorenzo"), id="a Spanish double surname"),
        pytest.param(person("tin-van-huynh", "Tin Van|Huynh"), id="a Vietnamese name"),
        pytest.param(person("mausam", "Mausam"), id="a mononym"),
        pytest.param(person("a-j-m-szanser", "A.J.M.|Szanser", "A.J.|Szanser"), id="initials"),
        pytest.param(person("ozan-irsoy", "Ozan|İrsoy"), id="a dotted capital I"),
        pytest.param(person("liu-yang", "刘|洋", "Yang|Liu"), id="a Han name"),
        pytest.param(
            person("yang-liu-any", "Yang|Liu", is_verified=False, comment="May refer to several people"),
            id="an id for anybody else of the name",
        ),
    ],
)
def test_quiet(entry):
    """Ids without a suffix, with one from an ORCID, or with a degree that explains it are left alone."""
    assert run(suffix_without_degree, corpus(entry)) == []


@pytest.mark.parametrize(
    ("entry", "end"),
    [
        pytest.param(person("yao-yao-uwisc", "Yao|Yao"), "uwisc", id="nothing said"),
        pytest.param(person("harshit-kumar-iit", "Harshit|Kumar", orcid="0000-0002-1825-0097"), "iit", id="ORCID"),
        pytest.param(person("yang-liu-2", "Yang|Liu"), "2", id="a number"),
        pytest.param(person("mausam-iitd", "Mausam"), "iitd", id="behind a mononym"),
        pytest.param(person("bo-li-nus-sg", "Bo|Li"), "nus-sg", id="of two words"),
    ],
)
def test_found(entry, end):
    """A suffix that nothing explains is found; a degree clears it."""
    (finding,) = run(suffix_without_degree, corpus(entry))
    assert finding.message == f"{entry.id} has neither a degree nor a comment that says what “{end}” stands for"
    assert run(suffix_without_degree, corpus(entry._replace(degree="Somewhere"))) == []
