"""`bylint list`: every check in a line."""

import json

import pytest

from bylint.cli import list as command
from bylint.cli import main
from bylint.plugins import Plugin, Plugins

REFUSED = Plugin(name="bad", distribution="bad-checks", version="1", refused="it is bad")


@pytest.mark.parametrize("form", ["text", "json"])
def test_refused_plugin(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """A list without the checks of a refused plugin is not whole, and says so: exit code 3."""
    monkeypatch.setattr(command, "load_plugins", lambda: Plugins((REFUSED,)))
    assert main(["list", "--format", form]) == 3
    out, err = capsys.readouterr()
    assert err == "bylint: bad-checks is refused: it is bad\n"
    assert "crashed-check" in out


def test_json_says_what_the_table_says(capsys: pytest.CaptureFixture[str]) -> None:
    """Every row for programs has an id, subject, severity, confidence, whether it is on, needs, distribution and one line."""
    assert main(["list", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["checks"]
    assert {tuple(row) for row in rows} == {
        ("id", "subject", "severity", "confidence", "by_default", "fixes", "needs", "distribution", "summary"),
    }
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)


def test_check_that_is_off_by_default(capsys: pytest.CaptureFixture[str]) -> None:
    """The table and the page say of a check that it runs only where it is named."""
    assert main(["list"]) == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("missing-abstract ")]
    assert "note, off" in line
    assert main(["explain", "missing-abstract"]) == 0
    assert "Off by default" in capsys.readouterr().out
