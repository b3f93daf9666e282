"""List every check: its id, what it is put to, its severity, its fixes, where it comes from, and what is wrong."""

import argparse
import json
import sys

from bylint.cli._shared import table
from bylint.plugins import load_plugins


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bylint list`."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="a table, or JSON for programs")


def run(parsed: argparse.Namespace) -> int:
    """Print the list; exit code 3 where a plugin was refused, because its checks are missing."""
    plugins = load_plugins()
    rows = [
        {
            "id": check.id,
            "subject": check.subject,
            "severity": check.severity.value,
            "confidence": check.confidence,
            "by_default": check.by_default,
            "fixes": check.fixes.value if check.fixes else None,
            "needs": sorted(check.needs),
            "distribution": check.distribution,
            "summary": check.summary,
        }
        for check in plugins.checks
    ]
    if parsed.format == "json":
        sys.stdout.write(json.dumps({"format": "bylint-checks-1", "checks": rows}, indent=2, ensure_ascii=False) + "\n")
    else:
        head = ["CHECK", "SUBJECT", "SEVERITY", "FIXES", "FROM", "WHAT IS WRONG"]
        columns = ("id", "subject", "severity", "fixes", "distribution", "summary")
        told = (
            {
                **row,
                "severity": f"{row['severity']}{'' if row['by_default'] else ', off'}",
                "fixes": row["fixes"] or "-",
            }
            for row in rows
        )
        sys.stdout.write(table([head, *([str(row[column]) for column in columns] for row in told)]))
    for plugin in plugins.refused:
        sys.stderr.write(f"bylint: {plugin.distribution} is refused: {plugin.refused}\n")
    return 3 if plugins.refused else 0
