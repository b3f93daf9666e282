"""Show the installed plugins: distribution, version, hooks and checks, and what was refused and why."""

import argparse
import json
import sys

from bylint.plugins import Plugin, load_plugins


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `bylint plugins`."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text, or JSON for programs")


def run(parsed: argparse.Namespace) -> int:
    """Print the plugins; exit code 3 where one was refused."""
    plugins = load_plugins()
    if parsed.format == "json":
        form = {"format": "bylint-plugins-1", "plugins": [_form(plugin) for plugin in plugins]}
        sys.stdout.write(json.dumps(form, indent=2, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write("".join(_text(plugin) for plugin in plugins))
    return 3 if plugins.refused else 0


def _form(plugin: Plugin) -> dict[str, object]:
    return {
        "name": plugin.name,
        "distribution": plugin.distribution,
        "version": plugin.version,
        "hooks": plugin.hooks,
        "checks": [check.id for check in plugin.checks],
        "loaders": [loader.name for loader in plugin.loaders],
        "reporters": [reporter.name for reporter in plugin.reporters],
        "refused": plugin.refused or None,
    }


def _text(plugin: Plugin) -> str:
    lines = [f"{plugin.distribution} {plugin.version} ({plugin.name})"]
    if plugin.refused:
        lines.append(f"  REFUSED   {plugin.refused}")
    for what, items in (
        ("hooks", plugin.hooks),
        ("checks", [check.id for check in plugin.checks]),
        ("loaders", [loader.name for loader in plugin.loaders]),
        ("reporters", [reporter.name for reporter in plugin.reporters]),
    ):
        if items:
            lines.append(f"  {what:<9} {', '.join(items)}")
    return "\n".join(lines) + "\n"
