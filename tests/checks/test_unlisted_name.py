"""unlisted-name."""

import pytest

from bylint.testing import author, corpus, paper, person, run
from bylint_checks.unlisted_name import unlisted_name

JOSHI = person("aravind-joshi", "Aravind|Joshi", "Aravind K.|Joshi", orcid="0000-0002-1825-0097")


@pytest.mark.parametrize(
    "signature",
    [
        pytest.param(author("Aravind|Joshi", id="aravind-joshi"), id="the preferred name"),
        pytest.param(author("Aravind K.|Joshi", id="aravind-joshi"), id="another listed name"),
        pytest.param("Wei|Zhang", id="no id"),
        pytest.param(author("Wei|Zhang", id="wei-zhang"), id="an id that is nobody's, which is another fault"),
        pytest.param(author("Wei|Zhang", orcid="0000-0001-5109-3700"), id="an ORCID that is nobody's"),
    ],
)
def test_quiet(signature):
    """Names that are listed, or that no person is claimed for, are left alone."""
    assert run(unlisted_name, corpus(JOSHI, paper(signature))) == []


@pytest.mark.parametrize(
    ("signature", "message", "confidence"),
    [
        pytest.param(
            author("Wei|Zhang", id="aravind-joshi"),
            "Wei Zhang has the id of aravind-joshi, which lists Aravind Joshi, Aravind K. Joshi",
            0.95,
            id="a stranger's name",
        ),
        pytest.param(
            author("Wei|Zhang", orcid="0000-0002-1825-0097"),
            "Wei Zhang has the ORCID of aravind-joshi, which lists Aravind Joshi, Aravind K. Joshi",
            0.95,
            id="a stranger's ORCID",
        ),
        pytest.param(
            author("A.|Joshi", id="aravind-joshi"),
            "A. Joshi has the id of aravind-joshi, which lists Aravind Joshi, Aravind K. Joshi",
            0.5,
            id="an abbreviation, less sure",
        ),
        pytest.param(
            author("K.|Joshi", id="aravind-joshi"),
            "K. Joshi has the id of aravind-joshi, which lists Aravind Joshi, Aravind K. Joshi",
            0.5,
            id="the middle initial alone",
        ),
        pytest.param(
            author("Joshi|Aravind", id="aravind-joshi"),
            "Joshi Aravind has the id of aravind-joshi, which lists Aravind Joshi, Aravind K. Joshi",
            0.95,
            id="swapped",
        ),
        pytest.param(
            author("Áravind|JOSHI", id="aravind-joshi"),
            "Áravind JOSHI has the id of aravind-joshi, which lists Aravind Joshi, Aravind K. Joshi",
            0.95,
            id="other accents and capitals, because names are listed letter for letter",
        ),
    ],
)
def test_found(signature, message, confidence):
    """A name that is not listed for its id or ORCID is found; one that shortens a listed name is less sure."""
    (finding,) = run(unlisted_name, corpus(JOSHI, paper(signature)))
    assert (finding.message, finding.confidence) == (message, confidence)
    assert "joshi" not in finding.discreet_message.lower()


def test_ids_that_do_not_count_claim_nobody():
    """Where ids are ignored, nothing is claimed and nothing is found."""
    records = [JOSHI, paper(author("Wei|Zhang", id="aravind-joshi"))]
    assert run(unlisted_name, corpus(*records, use_ids=False)) == []
