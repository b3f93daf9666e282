"""Without a browser these tests skip and say so; the switch of CI forbids it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOMEWHERE = Path(__file__).with_name("test_keyboard.py")


@pytest.mark.parametrize(
    ("switch", "code", "told"),
    [
        pytest.param({}, 0, "SKIPPED", id="skips aloud"),
        pytest.param({"BYLINT_BROWSER": "required"}, 1, "ERROR", id="fails where a browser is required"),
    ],
)
def test_no_browser(tmp_path: Path, switch: dict[str, str], code: int, told: str) -> None:
    """Where no program of that name is on the path nothing passes in silence."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("BYLINT_", "PYTEST_", "COV_"))}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", f"{SOMEWHERE}::test_focus_goes_round"]
    done = subprocess.run(
        command,
        cwd=SOMEWHERE.parent.parent.parent,
        env=bare | switch | {"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert "NO BROWSER TEST IS RUN" in done.stdout
    assert told in done.stdout
