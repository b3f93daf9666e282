"""New entries in a YAML text, laid out as one that stands there already."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from bylint.loaders._trees import Pairs, Place, TreeError, parse_yaml
from bylint.loaders._yaml_edits import is_plain_text


class Layout(NamedTuple):
    """How an entry is written."""

    begin: str
    """What stands before an item of a list of entries."""
    of_key: str
    """The quotation mark of an id; empty for none."""
    of_names: str
    """The quotation mark of the keys in a name."""
    of_texts: str
    """The quotation mark of a text."""
    indent: str
    """Before a field."""
    dash: str
    """Before an item of a list; empty where lists stand in brackets."""
    has_flow_names: bool
    """Whether a name stands in braces, on one line."""

    @classmethod
    def of(
        cls,
        content: str,
        places: Mapping[tuple[str | int | None, ...], Place],
        top: str | int,
        entry: Pairs,
    ) -> "Layout":
        """That of an entry whose parts stand at some places."""
        fields = dict(entry)
        listed = next((key for key in ("names", "variants") if isinstance(fields.get(key), list) and fields[key]), None)
        name: tuple[str | int, ...] = (top, listed, 0) if listed else (top, "canonical")
        tree: Any = fields[listed][0] if listed else fields.get("canonical")
        first_field = places[top, entry[0][0], None][0] if entry else 0
        is_list = isinstance(top, int)
        begin = _before(content, first_field)
        indent = " " * len(begin) if is_list else begin
        return cls(
            begin=begin,
            of_key="" if is_list else _quote(content, places[top, None][0]),
            of_names=_quote(content, places[(*name, tree[0][0], None)][0]) if tree else "",
            of_texts=_quote(content, places[(*name, tree[0][0])][0]) if tree else "",
            indent=indent,
            dash=_dash(content, places[top, listed], places[top, listed, 0]) if listed else f"{indent}- ",
            has_flow_names=not tree or content[places[name][0]] == "{",
        )

    def entry(self, fields: Mapping[str, Any], key: str | None) -> list[str]:
        """The lines of an entry: under its key, or as an item of a list."""
        lines = [line for field, value in fields.items() for line in self.field(field, value)]
        if key is not None:
            return [f"{scalar(key, self.of_key)}:", *lines]
        return [self.begin + lines[0].removeprefix(self.indent), *lines[1:]]

    def field(self, field: str, value: Any) -> list[str]:
        """The lines of a field."""
        if isinstance(value, list) and value and isinstance(value[0], Mapping) and not self.has_brackets(field):
            return [f"{self.indent}{field}:", *(line for item in value for line in self.item(field, item))]
        return [f"{self.indent}{field}: {self.inline(value)}"]

    def item(self, field: str, value: Any) -> list[str]:  # noqa: ARG002 - every list of names is written alike
        """The lines of an item of a list."""
        if self.has_flow_names or not isinstance(value, Mapping):
            return [self.dash + self.inline(value)]
        lines = [f"{self._name_key(key)}: {self.inline(text)}" for key, text in value.items()]
        return [self.dash + lines[0], *(" " * len(self.dash) + line for line in lines[1:])]

    def has_brackets(self, field: str) -> bool:
        """Whether the list of a field stands on one line."""
        return field == "similar" or not self.dash

    def inline(self, value: Any) -> str:
        """A value on one line."""
        if isinstance(value, Mapping):
            return "{" + ", ".join(f"{self._name_key(key)}: {self.inline(text)}" for key, text in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(self.inline, value)) + "]"
        if isinstance(value, bool):
            return "true" if value else "false"
        return scalar(str(value), self.of_texts)

    def _name_key(self, key: str) -> str:
        return scalar(key, self.of_names)


def scalar(text: str, quote: str) -> str:
    """A text in the quotation marks that are asked for, or in those that it needs."""
    plain, single = text if is_plain_text(text) else "", "'" + text.replace("'", "''") + "'"
    candidates = {"": (plain, single), "'": (single,)}.get(quote, ())
    return next((written for written in candidates if written and _means(written, text)), _in_double_quotes(text))


def _in_double_quotes(text: str) -> str:
    signs = (sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in text)
    escaped = ("\\" + sign if sign in {'"', "\\"} and len(sign) == 1 else sign for sign in signs)
    return '"' + "".join(escaped) + '"'


def _means(written: str, text: str) -> bool:
    try:
        trees: Sequence[Any] = [parse_yaml(f"key: {written}\n"), parse_yaml(f"[{{key: {written}}}]\n")]
    except TreeError:
        return False
    return bool(trees[0] == [("key", text)] and trees[1] == [[("key", text)]])


def _quote(content: str, start: int) -> str:
    return content[start] if content[start] in "'\"" else ""


def _before(content: str, start: int) -> str:
    return content[content.rfind("\n", 0, start) + 1 : start]


def _dash(content: str, place: Place, first: Place) -> str:
    """What stands on the line before an item; nothing where the list stands in brackets."""
    return "" if content[place[0]] == "[" else _before(content, first[0])
