"""Settings: where they are found, what they say, and how they refuse."""

from pathlib import Path

import jsonschema
import pytest

from bylint import Check, Options, Severity, UsageError
from bylint.checks import FILE, declare
from bylint.settings import (
    Settings,
    check_options,
    chosen_checks,
    find_settings,
    read_settings,
    settings_schema,
    severity_overrides,
)


class LengthOptions(Options):
    """Options of a made-up check."""

    shortest_title: int = 3
    """Characters."""


def made(check_id: str, options: type[Options] | None = None, *, by_default: bool = True) -> Check:
    """A check that is never run."""
    return Check(
        id=check_id,
        severity=Severity.ERROR,
        page="A page.",
        subject="paper",
        function=lambda paper: (),
        options=options,
        by_default=by_default,
    )


CHECKS = [
    made("swapped-name"),
    made("repeated-author"),
    made("acme/short-title", LengthOptions),
    declare("broken-file", Severity.ERROR, "P."),
]


def settings_of(tmp_path: Path, text: str) -> Settings:
    """The settings of a bylint.toml."""
    (tmp_path / "bylint.toml").write_text(text, encoding="utf-8")
    return read_settings(tmp_path / "bylint.toml")


def test_nearest_settings_win(tmp_path: Path) -> None:
    """Of settings in a folder and above it, the nearest count, in either form."""
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "bylint.toml").touch()
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.bylint]\n")
    assert find_settings(inner, tmp_path) == tmp_path / "a" / "pyproject.toml"


def test_settings_above_the_root_do_not_count(tmp_path: Path) -> None:
    """The search ends at the repository's root."""
    root = tmp_path / "repository"
    root.mkdir()
    (tmp_path / "bylint.toml").touch()
    assert find_settings(root, root) is None


def test_pyproject_without_our_table_is_passed_over(tmp_path: Path) -> None:
    """A pyproject.toml of something else holds no settings."""
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\n")
    assert find_settings(tmp_path, tmp_path) is None


def test_two_forms_in_one_folder_are_refused(tmp_path: Path) -> None:
    """bylint.toml and [tool.bylint] side by side are a conflict, not a choice."""
    (tmp_path / "bylint.toml").touch()
    (tmp_path / "pyproject.toml").write_text("[tool.bylint]\n")
    with pytest.raises(UsageError, match="two settings in"):
        find_settings(tmp_path, tmp_path)


def test_pyproject_table_is_read(tmp_path: Path) -> None:
    """In pyproject.toml the settings are the table tool.bylint."""
    (tmp_path / "pyproject.toml").write_text('[tool.bylint]\nignore = ["swapped-name"]\n')
    assert read_settings(tmp_path / "pyproject.toml").ignore == ("swapped-name",)


def test_no_settings_are_the_defaults() -> None:
    """Without a file every check is selected and nothing is ignored."""
    assert chosen_checks(CHECKS, read_settings(None)) == CHECKS


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("ignroe = []", "unknown key 'ignroe'; did you mean 'ignore'?", id="a misspelt key"),
        pytest.param(
            "max_findings = 3", "'max_findings'; did you mean 'max-findings'", id="an underscore for a hyphen"
        ),
        pytest.param("max-findings = -1", "max-findings: input should be greater than", id="a number below its range"),
        pytest.param('select = "x"', "select: input should be a list, not 'x'", id="a text for a list"),
        pytest.param("[plugins]\nalow = []", "unknown key 'plugins.alow'; did you mean 'allow'", id="a key of a table"),
        pytest.param(
            '[[waivers]]\ncheck = "x"\nraeson = "r"', "did you mean 'reason'", id="a key of a table in a list"
        ),
        pytest.param('[[waivers]]\ncheck = "x"\nreason = " "', "waivers.0.reason", id="a waiver with a blank reason"),
        pytest.param('[[waivers]]\ncheck = "x"', "waivers.0.reason: field required", id="a waiver without a reason"),
        pytest.param(
            '[[waivers]]\ncheck = "x"\nreason = "r"',
            "waivers.0: a waiver needs a fingerprint, paper",
            id="a waiver of nothing",
        ),
        pytest.param("max-findings = true", "max-findings: input should be a valid integer", id="true for a number"),
        pytest.param('severity = {x = "fatal"}', "severity.x", id="a severity that does not exist"),
        pytest.param('withhold = ["Ada"]', "withhold.0", id="a withheld name in clear"),
        pytest.param("path = 'x'", "unknown key 'path'", id="a key that is set by the program"),
        pytest.param("a = [", "not readable as TOML", id="broken TOML"),
    ],
)
def test_wrong_settings_are_refused(tmp_path: Path, text: str, message: str) -> None:
    """What the settings cannot mean is an error that says where, and what was meant."""
    with pytest.raises(UsageError) as caught:
        settings_of(tmp_path, text)
    assert message in str(caught.value)
    assert "bylint.toml" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        pytest.param("", ["swapped-name", "repeated-author", "acme/short-title", "broken-file"], id="nothing said"),
        pytest.param('select = ["acme/*"]', ["acme/short-title"], id="a glob selects"),
        pytest.param('ignore = ["*-name", "broken-*"]', ["repeated-author", "acme/short-title"], id="a glob ignores"),
        pytest.param('select = ["*name"]\nignore = ["swapped-name"]', [], id="ignore goes last"),
    ],
)
def test_select_and_ignore(tmp_path: Path, text: str, chosen: list[str]) -> None:
    """Select and ignore take ids and globs."""
    assert [check.id for check in chosen_checks(CHECKS, settings_of(tmp_path, text))] == chosen


@pytest.mark.parametrize(
    ("patterns", "runs"),
    [
        pytest.param(["*"], False, id="everything"),
        pytest.param(["?*"], False, id="everything of one letter or more"),
        pytest.param(["acme/*"], False, id="everything of a plugin"),
        pytest.param(["*", "acme/long-list"], True, id="everything, and it by its name"),
        pytest.param(["acme/long-*"], True, id="a glob with a part of its name"),
        pytest.param(["*-list"], True, id="a glob with the end of its name"),
    ],
)
def test_check_that_is_off_by_default(patterns: list[str], runs: bool) -> None:
    """A check that is off by default runs where a pattern names it, in the settings or on the command line."""
    checks = [*CHECKS, made("acme/long-list", by_default=False)]
    by_settings = chosen_checks(checks, Settings(select=tuple(patterns)))
    assert (checks[-1] in by_settings) is runs
    assert chosen_checks(checks, Settings(), select=patterns) == by_settings
    assert chosen_checks(checks, Settings(), select=patterns, ignore=["acme/long-*"])[-1:] != [checks[-1]]


def test_command_line_selects_instead_and_ignores_too(tmp_path: Path) -> None:
    """--select takes the place of the settings' select; --ignore adds to the settings' ignore."""
    settings = settings_of(tmp_path, 'select = ["swapped-name"]\nignore = ["broken-file"]')
    chosen = chosen_checks(CHECKS, settings, select=["*"], ignore=["swapped-name"])
    assert [check.id for check in chosen] == ["repeated-author", "acme/short-title"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('select = ["swaped-name"]', id="select"),
        pytest.param('ignore = ["swaped-name"]', id="ignore"),
        pytest.param('[severity]\nswaped-name = "note"', id="severity"),
        pytest.param('[[waivers]]\ncheck = "swaped-name"\nreason = "r"\npaper = "p"', id="waivers"),
        pytest.param('[[per-path]]\npaths = ["*"]\nignore = ["swaped-name"]', id="per-path"),
    ],
)
def test_unknown_checks_are_refused(tmp_path: Path, text: str) -> None:
    """A check that does not exist is refused wherever it stands, with the nearest that does."""
    with pytest.raises(UsageError, match="there is no check 'swaped-name'; did you mean 'swapped-name'"):
        chosen_checks(CHECKS, settings_of(tmp_path, text))


def test_severity_takes_no_globs(tmp_path: Path) -> None:
    """A severity is a check's own: a glob that would do nothing is refused."""
    with pytest.raises(UsageError, match="severity: there is no check"):
        chosen_checks(CHECKS, settings_of(tmp_path, '[severity]\n"*" = "note"'))


def test_options_reach_their_check(tmp_path: Path) -> None:
    """Options are written with hyphens, as every key of the settings."""
    options = check_options(CHECKS, settings_of(tmp_path, '[checks."acme/short-title"]\nshortest-title = 5'))
    assert options == {"acme/short-title": LengthOptions(shortest_title=5)}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param('[checks."acme/short-title"]\nshortest = 5', "did you mean 'shortest-title'", id="unknown option"),
        pytest.param('[checks."acme/short-title"]\nshortest-title = "x"', "valid integer", id="wrong type"),
        pytest.param("[checks.swapped-name]\nx = 1", "has no options", id="check without options"),
        pytest.param("[checks.swaped-name]\nx = 1", "there is no check", id="unknown check"),
        pytest.param("[checks.broken-file]\nx = 1", "there is no check", id="what a loader reports"),
    ],
)
def test_wrong_options_are_refused(tmp_path: Path, text: str, message: str) -> None:
    """An option that a check does not have, or not so, is refused."""
    with pytest.raises(UsageError, match=message):
        check_options(CHECKS, settings_of(tmp_path, text))


def test_severities_are_overridden(tmp_path: Path) -> None:
    """A repository may say how much a check matters to it."""
    settings = settings_of(tmp_path, '[severity]\nswapped-name = "note"')
    assert severity_overrides(settings) == {"swapped-name": Severity.NOTE}


def test_schema_accepts_what_is_read_and_refuses_what_is_not(tmp_path: Path) -> None:
    """The JSON Schema describes the file as a user writes it, with the options of every check."""
    schema = settings_schema(CHECKS)
    jsonschema.Draft202012Validator.check_schema(schema)
    good = {
        "select": ["*"],
        "max-findings": 3,
        "per-path": [{"paths": ["x/*"], "ignore": ["*"]}],
        "waivers": [{"check": "swapped-name", "reason": "r", "paper": "p"}],
        "checks": {"acme/short-title": {"shortest-title": 4}},
    }
    jsonschema.validate(good, schema)
    for bad in ({"path": "x"}, {"max_findings": 3}, {"checks": {"acme/short-title": {"shortest": 1}}}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(bad, schema)
    assert FILE not in schema["properties"]["checks"]["properties"]
