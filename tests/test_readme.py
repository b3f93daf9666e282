"""What the README promises is what is run."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_ci_runs_the_test_command_of_the_readme() -> None:
    """The last line of .ci/run stands in the README, word for word."""
    command = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1]
    assert command.startswith("python3 -m venv")
    assert f"```sh\n{command}\n```" in README


def test_links_of_the_readme_lead_somewhere() -> None:
    """Every link into the repository names a file that is there."""
    for target in re.findall(r"\]\((?!https?://)([^)#]+)", README):
        assert (ROOT / target).exists(), target


def test_check_in_the_readme_works(tmp_path: Path) -> None:
    """The check that the README shows finds what its own example shows."""
    import sys

    from bylint.checks import checks_in
    from bylint.testing import examples, run

    package = tmp_path / "readme_checks"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "title_with_full_stop.py").write_text(re.search(r"```python\n(.*?)```", README, re.DOTALL)[1])
    sys.path.insert(0, str(tmp_path))
    try:
        __import__("readme_checks")
        (check,) = checks_in("readme_checks")
    finally:
        sys.path.remove(str(tmp_path))
    assert [finding.message for finding in run(check, examples(check)[0])] == ["the title ends in a full stop"]


def test_settings_in_the_readme_are_valid() -> None:
    """The settings that the README shows are accepted."""
    import tomllib

    from bylint.options import validated
    from bylint.settings import Settings

    table = tomllib.loads(re.search(r"```toml\n(.*?)```", README, re.DOTALL)[1])
    assert validated(Settings, table["tool"]["bylint"]).waivers[0].reason
