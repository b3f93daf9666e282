"""invalid-orcid."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bylint import orcid_check_digit
from bylint.testing import author, corpus, paper, run
from bylint_checks.invalid_orcid import invalid_orcid


def of(orcid):
    """What is found on one ORCID."""
    return run(invalid_orcid, corpus(paper(author("Ada|Lovelace", orcid=orcid))))


@pytest.mark.parametrize(
    "orcid",
    [
        pytest.param(None, id="none"),
        pytest.param("0000-0002-1825-0097", id="a valid one"),
        pytest.param("0000-0002-1694-233X", id="a valid one that ends in X"),
        pytest.param("0000-0002-1694-233x", id="a small x"),
        pytest.param("https://orcid.org/0000-0002-1825-0097", id="a URL"),
        pytest.param("http://www.orcid.org/0000-0002-1825-0097/", id="an old URL"),
        pytest.param("0009-0008-6709-938X", id="the range of today"),
    ],
)
def test_quiet(orcid):
    """A valid ORCID is left alone, however it is written."""
    assert of(orcid) == []


@pytest.mark.parametrize(
    ("orcid", "fault"),
    [
        pytest.param("0000-0000-0000-0000", "is nobody's", id="all zeros, whose last digit would not fit either"),
        pytest.param("0000-0002-1825-0098", "does not end in 7, as its other digits ask for", id="a wrong last digit"),
        pytest.param("0000-0002-1694-2339", "does not end in X, as its other digits ask for", id="a digit for X"),
        pytest.param("0000-0002-1825-009", "is not of the form 0000-0000-0000-000X", id="too short"),
        pytest.param("0000000218250097", "is not of the form 0000-0000-0000-000X", id="without hyphens"),
        pytest.param("", "is not of the form 0000-0000-0000-000X", id="empty"),
        pytest.param("٠٠٠٠-0002-1825-0097", "is not of the form 0000-0000-0000-000X", id="digits of another script"),
        pytest.param("https://example.org/0000-0002-1825-0097", "is not of the form", id="a URL of somebody else"),
    ],
)
def test_found(orcid, fault):
    """What is no ORCID is found at its place, with what is wrong about it."""
    (finding,) = of(orcid)
    assert finding.message.startswith(f"the ORCID “{orcid}” {fault}")
    assert finding.location.field == "orcid"


@settings(deadline=None)
@given(st.text("0123456789", min_size=15, max_size=15).filter(lambda digits: int(digits) > 0))
def test_exactly_one_last_sign_fits(digits):
    """Of the eleven possible last signs, the computed one is valid and every other is found."""
    signs = "0123456789X"
    valid = [sign for sign in signs if not of("-".join((digits + sign)[i : i + 4] for i in range(0, 16, 4)))]
    assert valid == [orcid_check_digit(digits)]
