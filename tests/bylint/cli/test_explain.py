"""`bylint explain`: the page of a check."""

import pytest

from bylint import Check, Options, Severity
from bylint.cli import explain, main
from bylint.plugins import Plugin, Plugins


class Limits(Options):
    """What may be set."""

    max_length: int = 3
    """How long at most."""
    signs: tuple[str, ...] = ("a", "é")


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> None:
    """One plugin with one check that has options, and one that is refused."""
    check = Check(
        id="acme/odd",
        severity=Severity.NOTE,
        page="A page.\n",
        subject="paper",
        function=lambda paper: [],
        options=Limits,
        distribution="acme-checks",
    )
    plugins = Plugins(
        (
            Plugin(name="acme", distribution="acme-checks", version="1", checks=(check,)),
            Plugin(name="bad", distribution="bad", version="1", refused="it is bad"),
        )
    )
    monkeypatch.setattr(explain, "load_plugins", lambda: plugins)


@pytest.mark.usefixtures("door")
def test_page_with_options(capsys: pytest.CaptureFixture[str]) -> None:
    """The page ends with what may be set, where, and what it is by default."""
    assert main(["explain", "acme/odd"]) == 0
    assert capsys.readouterr().out == (
        "# acme/odd\n\n"
        "Asked of every paper. Severity note, confidence 0.90, from acme-checks.\n\n"
        "A page.\n\n"
        "## Options\n\n"
        'In `[tool.bylint.checks."acme/odd"]`:\n\n'
        "- `max-length = 3`: How long at most.\n"
        '- `signs = ["a", "é"]`\n'
    )


@pytest.mark.usefixtures("door")
def test_unknown_check_beside_a_refused_plugin(capsys: pytest.CaptureFixture[str]) -> None:
    """Where a plugin is refused, its check may be the one that is asked for."""
    assert main(["explain", "bad/odd"]) == 2
    assert capsys.readouterr().err.splitlines()[1].strip() == "a plugin is refused, see: bylint plugins"
