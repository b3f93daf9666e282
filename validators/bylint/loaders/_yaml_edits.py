"""Another scalar in a YAML text, byte for byte, in the quotes of the old one."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from bylint.loaders._splices import Sign, Splice, spliced
from bylint.loaders._trees import Pairs, Place, TreeError, parse_yaml

_ESCAPED = re.compile(r"\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\.|.")
_DOUBLED = re.compile(r"''|.")


def yaml_scalar(text: str, value: Place, field: str, old: str, new: str) -> Splice | None:
    """What makes the scalar at a place another one; None where it is not `old`, or goes over several lines."""
    start, end = value
    written = text[start:end]
    if start == end or "\n" in written or written[0] in "|>&*!{[" or _read(written) != old:
        return None
    if not new:
        return Splice(start, end, "''" if field == "first" else "null")
    for splice in (_as_before(text, value, new), Splice(start, end, _in_single_quotes(new))):
        if splice is not None and _read(text[start : splice.start] + splice.new + text[splice.end : end]) == new:
            return splice
    return None


def _read(written: str) -> str | None:
    """What a scalar means, in a block as in a list in brackets; None where it means no text, or other things there."""
    try:
        trees = [parse_yaml(f"key: {written}\n"), parse_yaml(f"key: [{written}, {written}]\n")]
    except TreeError:
        return None
    if not all(isinstance(tree, Pairs) and len(tree) == 1 for tree in trees):
        return None
    (_, value), (_, items) = trees[0][0], trees[1][0]
    return (value or "") if items == [value, value] and not isinstance(value, list) else None


def _as_before(text: str, value: Place, new: str) -> Splice | None:
    """The new text in the style of the old one; None where that would not stay text for every reader."""
    start, end = value
    match text[start]:
        case '"':
            splice = spliced(_signs(_ESCAPED, text, value, _unescaped), new, start + 1)
            return splice._replace(new=splice.new.replace("\\", "\\\\").replace('"', '\\"'))
        case "'":
            splice = spliced(_signs(_DOUBLED, text, value, lambda sign: sign[0]), new, start + 1)
            return splice._replace(new=splice.new.replace("'", "''"))
        case _:
            return Splice(start, end, new) if is_plain_text(new) else None


def _signs(pattern: re.Pattern[str], text: str, value: Place, mean: Callable[[str], str]) -> Sequence[Sign]:
    return [Sign(mean(match[0]), *match.span()) for match in pattern.finditer(text, value[0] + 1, value[1] - 1)]


def _unescaped(written: str) -> str:
    return _read(f'"{written}"') or "" if written[0] == "\\" else written


def is_plain_text(text: str) -> bool:
    """Whether no reader of YAML takes a text without quotes for a number, a date or a truth."""
    import yaml

    resolver: Any = yaml.SafeLoader("")
    return bool(resolver.resolve(yaml.ScalarNode, text, (True, False)) == "tag:yaml.org,2002:str")


def _in_single_quotes(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
