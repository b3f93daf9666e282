"""stale-key."""

import pytest

from bylint.testing import corpus, paper, run
from bylint_checks.stale_key import stale_key


def record(key, *authors, title="Corpus Considerations", year=2024, **fields: object):
    """A paper with a key."""
    return paper(*authors, id="x", key=key, title=title, year=year, **fields)


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(record("sarumi-etal-2024-corpus", "Olufunke Oluyemi|Sarumi", "A B", "C D"), id="a key that fits"),
        pytest.param(record("gangi-2024-corpus", "Mattia A.|Di Gangi"), id="without a particle"),
        pytest.param(record("van-noord-2024-corpus", "Rik|van Noord"), id="with a particle"),
        pytest.param(record("vannoord-2024-corpus", "Rik|van Noord"), id="a name joined"),
        pytest.param(record("gomez-etal-2024-corpus", "Frank|Palma Gomez"), id="one of two surnames"),
        pytest.param(record("hall-maudslay-2024-corpus", "Rowan|Maudslay"), id="a middle name in the key"),
        pytest.param(record("o-dowd-2024-corpus", "Ian|O’Dowd"), id="an apostrophe"),
        pytest.param(record("bolukbasi-2024-corpus", "Tolga|Bölükbaşı"), id="letters without their marks"),
        pytest.param(record("nguyen-2024-corpus", "Văn|Nguyễn"), id="a Vietnamese name"),
        pytest.param(record("a-b-2024-corpus", "Ada|A", "Bo|B", "Cy|C"), id="an author more"),
        pytest.param(
            record("zhao-2024-ji", "Hai|Zhao", title="基于主题的方法 (A Topic-based Method)"), id="a title in Han"
        ),
        pytest.param(record("zhao-2024-360deg", "Hai|Zhao", title="360° Stance Detection"), id="a sign as a word"),
        pytest.param(record("zhao-2024-duvis", "Hai|Zhao", title=r"\textrm{Du}_{vis}"), id="a formula"),
        pytest.param(record("zhao-2024-lanti", "Hai|Zhao", title="L’anti-correcteur"), id="an elided article"),
        pytest.param(record("zhao-2024b-corpus", "Hai|Zhao"), id="a letter after the year"),
        pytest.param(record("tc-2024-backmatter", title="List of participants"), id="nobody's paper"),
        pytest.param(record("x-2024-1", editors=["Bo Li"], is_front_matter=True), id="front matter"),
        pytest.param(record("DBLP:conf/x/Zhao", "Bo|Li"), id="a key of another form"),
        pytest.param(record(None, "Bo|Li"), id="no key"),
    ],
)
def test_quiet(record):
    """A key that names the first author, the year and the title is left alone."""
    assert run(stale_key, corpus(record)) == []


@pytest.mark.parametrize(
    ("record", "told"),
    [
        pytest.param(
            record("oluyemi-etal-2024-corpus", "Olufunke Oluyemi|Sarumi"),
            "is by Olufunke Oluyemi Sarumi",
            id="of a middle name",
        ),
        pytest.param(
            record("sakketou-2024-corpus", "Joan|Plepi", "A|Sakketou"), "is by Joan Plepi", id="of the second"
        ),
        pytest.param(record("sarumi-2023-corpus", "O|Sarumi"), "is of 2024", id="of another year"),
        pytest.param(
            record("sarumi-2024-reviews", "O|Sarumi"), "is called “Corpus Considerations”", id="of another title"
        ),
        pytest.param(
            record("li-2023-reviews", "O|Sarumi"),
            "is by O Sarumi and is of 2024 and is called “Corpus Considerations”",
            id="of another paper",
        ),
        pytest.param(record("-etal-2024-corpus", "|Mamta"), "is by Mamta", id="of nobody"),
    ],
)
def test_found(record, told):
    """A key of another author, year or title is found at its place, with what the paper has."""
    (finding,) = run(stale_key, corpus(record))
    assert finding.message == f"{record.key} is the key of x, which {told}"
    assert finding.location.field == "key"


def test_off_by_default():
    """It runs only where it is asked for: a key stays once it is published."""
    assert not stale_key.by_default
