"""New values in a JSON text, laid out as the values that stand there already."""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from bylint.loaders._splices import Splice
from bylint.loaders._trees import Place, json_places

Part: TypeAlias = tuple[str | int, Place, Place]
"""The key or number of a part, where the key stands, and where the value does."""
_FEW = 20
"""Parts of which any may be the sample; of more, those nearby are alike."""
_SPACED = re.compile(r'":\s')


def laid_out(value: Any, text: str, sample: Place | None, *, in_ascii: bool) -> str:
    """A value as JSON, with the spaces and line ends that a sample of its kind has in `text`."""
    parts = list(json_places(text, sample[0])) if sample and text[sample[0]] in "[{" else []
    if not parts or not isinstance(value, Mapping | list) or not value:
        return json.dumps(value, ensure_ascii=in_ascii)
    start, end = sample or (0, 0)
    opening = text[start + 1 : parts[0][1][0]]
    closing = text[parts[-1][2][1] : end - 1]
    (_, key, first) = parts[0]
    colon = text[key[1] : first[0]] if isinstance(value, Mapping) and key != first else ": "
    between = _between(text, sample or (0, 0), parts)
    samples = {name: place for name, _, place in parts}
    if isinstance(value, Mapping):
        inner = [
            f"{json.dumps(name, ensure_ascii=in_ascii)}{colon}"
            + laid_out(item, text, _sample(item, samples, name, text), in_ascii=in_ascii)
            for name, item in value.items()
        ]
    else:
        inner = [laid_out(item, text, _sample(item, samples, 0, text), in_ascii=in_ascii) for item in value]
    brackets = "{}" if isinstance(value, Mapping) else "[]"
    return brackets[0] + opening + between.join(inner) + closing + brackets[1]


def _between(text: str, around: Place, parts: Sequence[Part]) -> str:
    """What stands between two parts of an object or an array, the comma in it."""
    if len(parts) > 1:
        return text[parts[0][2][1] : parts[1][1][0]]
    opening = text[around[0] + 1 : parts[0][1][0]]
    return f",{opening or ' ' * (_SPACED.search(text, *around) is not None)}"


def _sample(value: Any, samples: Mapping[Any, Place], key: str | int, text: str) -> Place | None:
    """The part of a sample that a value is laid out as: that of its name, or else one of its kind."""
    opening = "{" if isinstance(value, Mapping) else "[" if isinstance(value, list) else ""
    alike = [place for place in samples.values() if opening and text[place[0]] == opening]
    own = samples.get(key)
    return own if own in alike else next(iter(alike), None)


def with_part(  # noqa: PLR0913 - what goes where, and how it is written
    text: str,
    around: Place,
    parts: Sequence[Part],
    after: int,
    value: Any,
    *,
    key: str | None = None,
    in_ascii: bool,
) -> Splice:
    """What puts a value into an array, or with its key into an object, behind the part of a number; -1: before all."""
    if not parts:
        indent = "\n  " if key is not None else ""
        body = _pair(key, ": ", json.dumps(value, ensure_ascii=in_ascii), in_ascii=in_ascii)
        return Splice(around[0] + 1, around[1] - 1, indent + body + indent[:1])
    near = parts[max(after, 0)]
    colon = text[near[1][1] : near[2][0]] if key is not None else ""
    between = _between(text, around, parts)
    samples = {name: place for name, _, place in (parts if len(parts) < _FEW else [near])}
    rendered = laid_out(value, text, _sample(value, samples, near[0], text), in_ascii=in_ascii)
    body = _pair(key, colon, rendered, in_ascii=in_ascii)
    if after < 0:
        return Splice(parts[0][1][0], parts[0][1][0], body + between)
    return Splice(near[2][1], near[2][1], between + body)


def _pair(key: str | None, colon: str, value: str, *, in_ascii: bool) -> str:
    return value if key is None else json.dumps(key, ensure_ascii=in_ascii) + colon + value


def without_parts(text: str, around: Place, numbers: Collection[int]) -> Iterator[tuple[int, Splice]]:
    """What takes parts out of an object or an array that keeps others, by the number of each part."""
    parts = list(json_places(text, around[0]))
    ends = len(parts)
    while ends - 1 in numbers:
        ends -= 1
    for number in sorted(numbers):
        if number < ends:  # with what stands between it and the next one
            yield number, Splice(parts[number][1][0], parts[number + 1][1][0], "")
        elif number:  # with what stands between it and the one before
            yield number, Splice(parts[number - 1][2][1], parts[number][2][1], "")
