"""The command line from outside: what it prints, where, and its exit codes."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

import bylint
from bylint.cli import COMMANDS, main

TWICE = '{"id": "a", "title": "T", "authors": [{"first": "Ada", "last": "Lovelace"}, {"first": "Ada", "last": "Lovelace"}]}\n'
FINE = '{"id": "b", "title": "T", "authors": [{"first": "Bo", "last": "Li"}]}\n'


@pytest.fixture(autouse=True)
def _plain_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder to stand in, and nothing in the environment that changes what is printed."""
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    Path("twice.jsonl").write_text(TWICE, encoding="utf-8")
    Path("fine.jsonl").write_text(FINE, encoding="utf-8")


def call(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command line."""
    code = main(arguments)
    out, err = capfdbinary.readouterr()
    return code, out.decode(), err.decode()


def test_version(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """--version prints name and version."""
    assert call(capfdbinary, "--version") == (0, f"bylint {bylint.__version__}\n", "")


def test_help_tells_a_newcomer_where_to_start(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """--help lists the commands, first steps and exit codes."""
    code, out, _ = call(capfdbinary, "--help")
    assert code == 0
    assert all(f"    {command} " in out for command in COMMANDS)
    assert "start here:" in out
    assert "exit codes:" in out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(capfdbinary: pytest.CaptureFixture[bytes], command: str) -> None:
    """COMMAND --help says what the command does."""
    code, out, err = call(capfdbinary, command, "--help")
    assert (code, err) == (0, "")
    assert out.startswith(f"usage: bylint {command}")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param([], "required: COMMAND", id="nothing"),
        pytest.param(["chekc"], "there is no 'chekc'; did you mean 'check'?", id="a misspelt command"),
        pytest.param(["check", "none"], "there is no file or folder 'none'", id="a PATH that is not there"),
        pytest.param(
            ["check", "--select", "repeated-auhtor"], "did you mean 'repeated-author'?", id="a misspelt check"
        ),
        pytest.param(["check", "--ignore", "x"], "--ignore: there is no check 'x'", id="an unknown check to ignore"),
        pytest.param(
            ["check", "--format", "jsn"], "there is no format 'jsn'; did you mean 'json'?", id="a misspelt format"
        ),
        pytest.param(["check", "--for", "gates"], "--for: there is no 'gates'", id="an audience that does not exist"),
        pytest.param(["check", "--jobs", "-1"], "'-1' is no whole number", id="a negative number"),
        pytest.param(["check", "--max-findings", "x"], "'x' is no whole number", id="a word for a number"),
        pytest.param(
            ["check", "--output", "none/x"], "there is no folder for 'none/x'", id="an output without a folder"
        ),
        pytest.param(
            ["check", "--format", "json", "--format", "text"],
            "two formats would go to standard output",
            id="two formats",
        ),
        pytest.param(["check", "--config", "none"], "there is no settings file", id="no such settings"),
        pytest.param(["check", "--frob"], "unrecognized arguments: --frob", id="an unknown option"),
        pytest.param(["explain", "repeated-auhtor"], "did you mean 'repeated-author'?", id="a page that is not there"),
        pytest.param(["list", "--format", "yaml"], "--format: there is no 'yaml'", id="a format a list does not have"),
        pytest.param(
            ["baseline", "fine.jsonl", "twice.jsonl", "--select", "*"], "a baseline is of one whole", id="a part"
        ),
        pytest.param(["baseline", ".", "--ids", "ignore"], "a baseline is of one whole", id="a baseline without ids"),
        pytest.param(["check", ""], "there is no file or folder ''", id="an empty PATH"),
        pytest.param(
            ["check", "--format", "json", "--output", "a", "--format", "text", "--output", "a"],
            "to one file",
            id="one file",
        ),
        pytest.param(
            ["check", ".", "--output", "fine.jsonl"],
            "'fine.jsonl' is a file of the corpus",
            id="an output over the corpus",
        ),
    ],
)
def test_wrong_use(capfdbinary: pytest.CaptureFixture[bytes], arguments: Sequence[str], message: str) -> None:
    """Wrong use is one or two lines on standard error, nothing on standard output, and exit code 2."""
    code, out, err = call(capfdbinary, *arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert len(err.splitlines()) <= 2


def test_two_settings_in_conflict(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Two settings in one folder are refused."""
    Path("bylint.toml").touch()
    Path("pyproject.toml").write_text("[tool.bylint]\n")
    code, _, err = call(capfdbinary, "check", "fine.jsonl")
    assert code == 2
    assert "two settings in" in err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["fine.jsonl"], 0, id="nothing to decide"),
        pytest.param(["twice.jsonl"], 1, id="a finding that fails the gate"),
        pytest.param(["broken.jsonl"], 3, id="a file that cannot be read"),
        pytest.param(["broken.jsonl", "twice.jsonl"], 3, id="not to be trusted goes before findings"),
        pytest.param(["broken.jsonl", "none"], 2, id="wrong use goes before everything"),
        pytest.param(["fine.jsonl", "--ignore", "*"], 3, id="no check selected"),
    ],
)
def test_exit_codes(capfdbinary: pytest.CaptureFixture[bytes], arguments: Sequence[str], code: int) -> None:
    """0 nothing, 1 findings, 2 wrong use, 3 not to be trusted; 2 before 3 before 1."""
    Path("broken.jsonl").write_bytes(b"\xff\n")
    assert call(capfdbinary, "check", *arguments)[0] == code


def test_silence_is_never_success(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A run without a check says so, and does not pass."""
    code, _, err = call(capfdbinary, "check", "fine.jsonl", "--ignore", "*")
    assert code == 3
    assert "no check is selected" in err


def test_several_outputs(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Each --format goes where the --output after it says; the one without goes to standard output."""
    arguments = (
        "--format",
        "json",
        "--output",
        "a.json",
        "--format",
        "text",
        "--format",
        "sarif",
        "--output",
        "b.sarif",
    )
    code, out, _ = call(capfdbinary, "check", "twice.jsonl", *arguments)
    assert code == 1
    assert "listed twice" in out
    assert json.loads(Path("a.json").read_text())["format"] == "bylint-findings-1"
    assert json.loads(Path("b.sarif").read_text())["version"] == "2.1.0"


def test_output_without_format_is_the_default(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """--output alone writes the default format to the file."""
    assert call(capfdbinary, "check", "twice.jsonl", "--output", "a.txt")[1] == ""
    assert "listed twice" in Path("a.txt").read_text()


def test_output_that_cannot_be_written(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """An output that cannot be written is wrong use, said in a line."""
    Path("folder").mkdir()
    code, _, err = call(capfdbinary, "check", "twice.jsonl", "--output", "folder")
    assert code == 2
    assert "'folder' cannot be written" in err


def test_quiet_prints_nothing(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """With --quiet the exit code says it."""
    assert call(capfdbinary, "check", "twice.jsonl", "--quiet") == (1, "", "")


def test_github_is_chosen_by_itself(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Inside GitHub Actions the format is github, and the step summary gets the Markdown report."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    _, out, _ = call(capfdbinary, "check", "twice.jsonl")
    assert out.startswith("::error file=twice.jsonl")
    assert "listed twice" in (tmp_path / "summary.md").read_text()


@pytest.mark.parametrize(
    ("environment", "arguments", "colored"),
    [
        pytest.param({}, [], False, id="a pipe has none"),
        pytest.param({"FORCE_COLOR": "1"}, [], True, id="FORCE_COLOR gives it"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False, id="NO_COLOR takes it"),
        pytest.param({"NO_COLOR": "1"}, ["--color", "always"], True, id="--color always wins"),
        pytest.param({"FORCE_COLOR": "1"}, ["--color", "never"], False, id="--color never wins"),
    ],
)
def test_color(
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    arguments: Sequence[str],
    colored: bool,
) -> None:
    """Colour is for terminals, unless the user or the environment says otherwise."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    out = call(capfdbinary, "check", "twice.jsonl", *arguments)[1]
    assert ("\x1b[" in out) is colored


def test_progress_on_request(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A progress bar goes to standard error, and only when it is wanted; a pipe wants none."""
    assert call(capfdbinary, "check", "fine.jsonl")[2] == ""
    assert call(capfdbinary, "check", "fine.jsonl", "--progress", "always")[2] != ""


def test_fault_of_bylint_is_two_lines(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What must not happen is said in two lines, with exit code 3; --traceback shows where it happened."""
    monkeypatch.setattr("bylint.cli.check.run", lambda parsed: 1 / 0)
    code, _, err = call(capfdbinary, "check", "fine.jsonl")
    assert code == 3
    assert len(err.splitlines()) == 2
    assert "ZeroDivisionError" in err
    with pytest.raises(ZeroDivisionError):
        main(["check", "fine.jsonl", "--traceback"])


def test_interrupt_ends_cleanly(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C is exit code 130 and one line."""

    def interrupt(parsed: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("bylint.cli.check.run", interrupt)
    assert call(capfdbinary, "check", "fine.jsonl") == (130, "", "bylint: interrupted\n")


def _is_reading(process: int) -> bool:
    """Whether a run is past its start: it holds records."""
    folder = Path("/proc", str(process))
    if not folder.is_dir():
        time.sleep(2.0)  # where nothing tells
        return True
    pages = int((folder / "statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGESIZE") > _HOLDS_RECORDS


_HOLDS_RECORDS = 70 << 20


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupt_of_a_running_program(tmp_path: Path, jobs: str) -> None:
    """A real SIGINT during a run: exit code 130, no traceback, no half-written file."""
    with Path("large.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(FINE.replace('"b"', f'"b{number}"') for number in range(150_000))
    Path("report.json").write_text("old")
    command = [sys.executable, "-m", "bylint", "check", "large.jsonl", "twice.jsonl", "--jobs", jobs]
    running = subprocess.Popen(
        [*command, "--format", "json", "--output", "report.json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # a shell has what runs in the background ignore it
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no thread is about
    )
    while running.poll() is None and not _is_reading(running.pid):
        time.sleep(0.05)
    assert running.poll() is None, "the run was over before it could be interrupted"
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert (out, err) == (b"", b"bylint: interrupted\n")
    assert Path("report.json").read_text() == "old"
    assert {path.name for path in tmp_path.iterdir()} == {"large.jsonl", "twice.jsonl", "fine.jsonl", "report.json"}


def test_reader_that_stops_is_no_fault(tmp_path: Path) -> None:
    """A pipe that is closed early ends the program without a word."""
    with Path("many.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(TWICE.replace('"a"', f'"a{number}"') for number in range(3000))
    command = f"{sys.executable} -m bylint check many.jsonl --max-findings 0 | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        pytest.param("--version", 0, bylint.__version__, id="the version"),
        pytest.param("--help", 0, "bylint check", id="help"),
        pytest.param("check --help", 0, "--base", id="help of a command"),
        pytest.param("check twice.jsonl", 1, "repeated-author", id="a report"),
        pytest.param("check twice.jsonl --format markdown", 1, "Ada Lovelace", id="another report"),
    ],
)
def test_everything_is_printed_before_the_program_ends(arguments: str, code: int, expected: str) -> None:
    """What waits in a buffer, as it does before a pipe, is not lost."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command = [sys.executable, "-m", "bylint", *arguments.split()]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == code
    assert expected in done.stdout


def test_program_without_standard_error_ends_with_its_exit_code() -> None:
    """Whoever closes it wants no words, and gets the answer."""
    command = f"{sys.executable} -m bylint check fine.jsonl --progress never 2>&-"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 0


def test_baseline_loop(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A repository with old findings passes after `bylint baseline`, and fails again on a new one."""
    Path("bylint.toml").touch()
    assert call(capfdbinary, "check", ".")[0] == 1
    code, out, _ = call(capfdbinary, "baseline", ".")
    assert code == 0
    assert out.startswith("1 finding accepted in ")
    code, out, _ = call(capfdbinary, "check", ".")
    assert code == 0
    assert "0 shown" in out
    assert "1 in the baseline" in out
    Path("new.jsonl").write_text(TWICE.replace('"a"', '"new"'))
    assert call(capfdbinary, "check", ".")[0] == 1


def test_baseline_prune(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Settled entries are reported, and `--prune` takes them out."""
    Path("bylint.toml").touch()
    call(capfdbinary, "baseline", ".")
    Path("twice.jsonl").write_text(FINE.replace('"b"', '"c"'))
    _, out, _ = call(capfdbinary, "check", ".")
    assert "1 entry matches no finding any more" in out
    code, out, _ = call(capfdbinary, "baseline", "--prune", ".")
    assert code == 0
    assert out.startswith("1 entry taken out, 0 left in ")
    assert "no finding any more" not in call(capfdbinary, "check", ".")[1]


def test_baseline_of_one_file_is_refused(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A PATH inside a repository would drop what the baseline holds of the rest."""
    Path("bylint.toml").touch()
    Path("deep").mkdir()
    Path("deep/more.jsonl").write_text(FINE.replace('"b"', '"deep"'))
    subprocess.run(["git", "init", "-q", "."], check=True)
    call(capfdbinary, "baseline", ".")
    code, _, err = call(capfdbinary, "baseline", "deep")
    assert code == 2
    assert "a baseline is of one whole repository" in err
    assert call(capfdbinary, "check")[0] == 0


def test_baseline_does_not_take_in_another_fault_at_the_same_place(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """What is accepted is this slip; another one where it stood is new."""
    Path("bylint.toml").touch()
    record = '{"id": "o", "title": "T", "authors": [{"first": "Ada", "last": "L", "orcid": "0000-0000-0000-0000"}]}\n'
    Path("orcid.jsonl").write_text(record)
    call(capfdbinary, "baseline", ".")
    assert call(capfdbinary, "check", ".")[0] == 0
    Path("orcid.jsonl").write_text(record.replace('0-0000"', '0-0009"'))
    assert call(capfdbinary, "check", ".")[0] == 1


def test_two_repositories_keep_their_baselines(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Each of two corpora that are checked together has its own baseline."""
    for name in ("one", "two"):
        Path(name).mkdir()
        subprocess.run(["git", "init", "-q", name], check=True)
        Path(name, "x.jsonl").write_text(TWICE.replace('"a"', f'"{name}"'))
        call(capfdbinary, "baseline", name)
    code, out, _ = call(capfdbinary, "check", "one", "two")
    assert code == 0
    assert "2 in the baseline" in out


def test_hook_without_any_record_passes(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A commit that changes only files of others is none of our business."""
    Path("lone").mkdir()
    Path("lone/package.json").write_text("{}")
    assert call(capfdbinary, "check", "--skip-others", "lone/package.json")[0] == 0
    assert call(capfdbinary, "check", "lone/package.json")[0] == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_full_disk_is_no_fault_of_ours() -> None:
    """Where standard output cannot be written, that is said in a line."""
    command = f"{sys.executable} -m bylint check twice.jsonl > /dev/full"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "bylint: standard output: No space left on device\n"


def test_step_summary_that_cannot_be_written(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A step summary without a folder is wrong use, said in a line."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "none/summary.md")
    code, _, err = call(capfdbinary, "check", "twice.jsonl")
    assert code == 2
    assert "the step summary 'none/summary.md' cannot be written" in err


def test_lines_nobody_could_read_are_not_quoted_beside_withheld_names(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    """A record that cannot be read may hold a withheld name, so its line is not quoted."""
    digest = "0" * 64
    Path("bylint.toml").write_text(f'withhold = ["{digest}"]')
    Path("broken.jsonl").write_text('{"id": 1, "authors": [{"first": "Nemo", "last": "Nobody"}]}\n')
    out = call(capfdbinary, "check", "broken.jsonl")[1]
    assert "[broken-record]" in out
    assert "Nemo" not in out


def test_linked_file_is_read_once(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A link to another file of the corpus is no second copy of its records."""
    Path("bylint.toml").touch()
    Path("link.jsonl").symlink_to("fine.jsonl")
    assert "duplicate-id" not in call(capfdbinary, "check", ".")[1]


def test_baseline_of_a_broken_run_writes_nothing(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A run that is not to be trusted accepts nothing."""
    Path("bylint.toml").touch()
    Path("broken.jsonl").write_bytes(b"\xff\n")
    code, _, err = call(capfdbinary, "baseline", ".")
    assert code == 3
    assert "nothing is written" in err
    assert not Path("bylint-baseline.json").exists()


def test_list_is_a_table_and_json(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """`bylint list` shows every check in a line; as JSON for programs."""
    _, out, _ = call(capfdbinary, "list")
    rows = {line.split()[0]: line for line in out.splitlines()}
    assert "paper" in rows["repeated-author"]
    listed = json.loads(call(capfdbinary, "list", "--format", "json")[1])
    assert listed["format"] == "bylint-checks-1"
    assert {check["id"] for check in listed["checks"]} | {"CHECK"} == set(rows)


def test_explain_prints_the_page(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """`bylint explain` prints what a check finds, why, an example and what to do."""
    code, out, _ = call(capfdbinary, "explain", "repeated-author")
    assert code == 0
    assert out.startswith("# repeated-author\n")
    assert "## What to do" in out


def test_plugins_shows_what_is_installed(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """`bylint plugins` shows distributions, versions, hooks and checks; as JSON for programs."""
    _, out, _ = call(capfdbinary, "plugins")
    assert f"bylint {bylint.__version__} (bylint)" in out
    shown = json.loads(call(capfdbinary, "plugins", "--format", "json")[1])
    (ours,) = [plugin for plugin in shown["plugins"] if plugin["distribution"] == "bylint"]
    assert ours["hooks"] == ["bylint_checks"]
    assert "repeated-author" in ours["checks"]
    assert ours["refused"] is None


@pytest.mark.parametrize("command", ["check", "page", "review", "preview", "convert", "baseline"])
def test_hint_names_the_command_that_was_given(capsys: pytest.CaptureFixture[str], command: str) -> None:
    """Whoever names a place that is not there is sent to the help of the command that they typed."""
    arguments = ["nobody", "--corpus", "nowhere"] if command == "page" else ["nowhere"]
    if command == "preview":
        arguments = ["main", "--corpus", "nowhere"]
    assert main([command, *arguments]) == 2
    assert capsys.readouterr().err.endswith(f"see: bylint {command} --help\n")
