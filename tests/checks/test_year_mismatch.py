"""year-mismatch."""

import pytest

from bylint.testing import corpus, paper, run
from bylint_checks.year_mismatch import year_mismatch


def volume(volume_id, year, *years, title="Proceedings"):
    """A volume of a year with papers of these years."""
    front = paper(id=f"{volume_id}.0", title=title, year=year, volume_id=volume_id, is_front_matter=True)
    papers = (paper(id=f"{volume_id}.{n}", year=y, volume_id=volume_id) for n, y in enumerate(years, 1))
    return corpus(front, *papers)


@pytest.mark.parametrize(
    "records",
    [
        pytest.param(volume("2023.acl-long", 2023, 2023), id="a new id"),
        pytest.param(volume("P18-1", 2018, 2018), id="an old id"),
        pytest.param(volume("W00-01", 2000, 2000), id="an old id of 2000"),
        pytest.param(volume("J79-1", 1979, 1979), id="an old id of the last century"),
        pytest.param(
            volume("W05-17", 2006, 2006, title="Proceedings of the 15th Nordic Conference (NODALIDA 2005)"),
            id="proceedings that came out in the next year",
        ),
        pytest.param(volume("1962.earlymt-1", 1962), id="a volume without papers"),
        pytest.param(volume("1905.01234", 2019, 2019), id="an id that begins with a number of another kind"),
        pytest.param(volume("toy", 2019, 2019), id="an id without a year"),
        pytest.param(volume("2023.acl-long", None, None), id="no year"),
        pytest.param(volume("2023.acl-long", None, 2023, None), id="a year here and there"),
        pytest.param(corpus(paper(id="2023.acl-long.1", year=2022)), id="a paper of no volume"),
    ],
)
def test_quiet(records):
    """A volume of the year that its id says, or that comes out late and says so, is left alone."""
    assert run(year_mismatch, records) == []


@pytest.mark.parametrize(
    ("records", "message", "papers"),
    [
        pytest.param(
            volume("2023.acl-long", 2022, 2022, 2022),
            "the year of 2023.acl-long is 2022",
            ("2023.acl-long.0", "2023.acl-long.1", "2023.acl-long.2"),
            id="the year before",
        ),
        pytest.param(volume("Y02-1", 2001), "the year of Y02-1 is 2001", ("Y02-1.0",), id="before its old id"),
        pytest.param(volume("W00-01", 1900), "the year of W00-01 is 1900", ("W00-01.0",), id="another century"),
        pytest.param(
            volume("W05-17", 2006, title="Proceedings of the 15th Nordic Conference"),
            "the year of W05-17 is 2006",
            ("W05-17.0",),
            id="the next year, and the title does not say why",
        ),
        pytest.param(
            volume("W05-17", 2015, title="NODALIDA 2005"),
            "the year of W05-17 is 2015",
            ("W05-17.0",),
            id="a typing slip",
        ),
        pytest.param(
            volume("x", 2023, 2023, 2022, 2022),
            "x.2 is of 2022 and 1 more, the rest of x of 2023",
            ("x.2", "x.3"),
            id="papers of another year than their volume",
        ),
        pytest.param(
            corpus(*(paper(id=f"x-{n}", year=year, volume_id="x") for n, year in enumerate([2022, 2023, 2022], 1))),
            "x-2 is of 2023, the rest of x of 2022",
            ("x-2",),
            id="one paper of another year than most",
        ),
    ],
)
def test_found(records, message, papers):
    """A volume is one finding, with the papers of the wrong year."""
    (finding,) = run(year_mismatch, records)
    assert (finding.message, finding.papers) == (message, papers)
    assert (finding.location.record, finding.location.field) == (papers[0], "year")
