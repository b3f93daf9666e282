"""`bylint plugins`: what is installed, and what was refused and why."""

import json

import pytest

from bylint.cli import main
from bylint.cli import plugins as command
from bylint.faults import CRASHED_CHECK
from bylint.plugins import Plugin, Plugins

PLUGINS = Plugins(
    (
        Plugin(
            name="acme", distribution="acme-checks", version="1.2", hooks=("bylint_checks",), checks=(CRASHED_CHECK,)
        ),
        Plugin(name="bad", distribution="bad-checks", version="3", refused="x.py:1: it is bad"),
    )
)


def test_text(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A block for each plugin; a refusal stands first in its block, and makes the exit code 3."""
    monkeypatch.setattr(command, "load_plugins", lambda: PLUGINS)
    assert main(["plugins"]) == 3
    assert capsys.readouterr().out == (
        "acme-checks 1.2 (acme)\n"
        "  hooks     bylint_checks\n"
        "  checks    crashed-check\n"
        "bad-checks 3 (bad)\n"
        "  REFUSED   x.py:1: it is bad\n"
    )


def test_json(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for programs; what is not refused has no reason."""
    monkeypatch.setattr(command, "load_plugins", lambda: PLUGINS)
    assert main(["plugins", "--format", "json"]) == 3
    shown = json.loads(capsys.readouterr().out)
    assert shown["format"] == "bylint-plugins-1"
    assert [(plugin["distribution"], plugin["refused"]) for plugin in shown["plugins"]] == [
        ("acme-checks", None),
        ("bad-checks", "x.py:1: it is bad"),
    ]
    assert shown["plugins"][0]["checks"] == ["crashed-check"]
