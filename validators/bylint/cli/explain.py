"""Print the page of a check: what it finds, why that matters, an example, and what to do."""

import argparse
import json
import sys

from bylint.checks import Check
from bylint.errors import UsageError, did_you_mean
from bylint.finding import Applicability
from bylint.model import PARTS
from bylint.options import schema_of
from bylint.plugins import load_plugins

_FIXES = {
    Applicability.SAFE: "Fixes: `--fix` applies those that are safe, `--fix-suggested` the others, too.",
    Applicability.SUGGEST: "Fixes: it suggests them, `--fix-suggested` applies them.",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bylint explain`."""
    parser.add_argument("check", metavar="CHECK", help="the id of a check; bylint list shows them")


def run(parsed: argparse.Namespace) -> int:
    """Print the page. Raises UsageError for an id that does not exist."""
    plugins = load_plugins()
    checks = {check.id: check for check in plugins.checks}
    if parsed.check not in checks:
        hint = "a plugin is refused, see: bylint plugins" if plugins.refused else "see: bylint list"
        message = f"there is no check {parsed.check!r}{did_you_mean(parsed.check, checks)}"
        raise UsageError(message, hint)
    sys.stdout.write(page(checks[parsed.check]))
    return 0


def page(check: Check) -> str:
    """The page of a check with its properties and options, in Markdown."""
    facts = [
        f"# {check.id}",
        "",
        (
            f"Asked of every {check.subject}. Severity {check.severity}, confidence {check.confidence:.2f}, "
            f"from {check.distribution}."
        ),
        *([_FIXES[check.fixes]] if check.fixes else []),
        *([] if check.by_default else [f"Off by default: `select` it by its name, as in `--select {check.id}`."]),
        *([f"Needs {' and '.join(PARTS[part] for part in sorted(check.needs))}."] if check.needs else []),
        "",
        check.page.strip(),
    ]
    if check.options is not None:
        key = json.dumps(check.id) if "/" in check.id else check.id
        facts += ["", "## Options", "", f"In `[tool.bylint.checks.{key}]`:", ""]
        for key, value in schema_of(check.options)["properties"].items():
            told = f": {value['description']}" if "description" in value else ""
            facts.append(f"- `{key.replace('_', '-')} = {_toml(getattr(check.options(), key))}`{told}")
    return "\n".join(facts) + "\n"


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
