"""Whether two names of one byline are two forms of one name, by their folded words."""

Words = tuple[str, ...]

_A_WHOLE_NAME = 2
"""Words that a name must have beside its neighbour's to hold somebody else's too."""


def keys(listed: Words) -> set[tuple[str, ...]]:
    """What two forms of a name have in common: the first word, or its initial and the last word, or all words."""
    return {listed[:1], (listed[0][0], listed[-1]), tuple(sorted(listed))} if len(listed) > 1 else set()


def could_be_one(left: Words, right: Words) -> bool:
    """Whether the names have the same words, or differ in initials alone."""
    if sorted(left) == sorted(right) or "".join(left) == "".join(right):
        return True
    has_a_word = any(word in right and not _is_initial(word) for word in left)
    return has_a_word and _match(left[0], right[0]) and _fit(left[1:], right[1:])


def holds(longer: Words, name: Words) -> bool:
    """Whether a name begins or ends another that is long enough to hold somebody else's as well."""
    if len(name) < _A_WHOLE_NAME or any(map(_is_initial, name)) or len(longer) < len(name) + _A_WHOLE_NAME:
        return False
    rest = longer[len(name) :] if longer[: len(name)] == name else longer[: -len(name)]
    return name in {longer[: len(name)], longer[-len(name) :]} and not any(map(_is_initial, rest))


def _fit(left: Words, right: Words) -> bool:
    """Whether each word stands for one of the other name in the same order, or is an initial that the other lacks."""
    reached = {0}
    """How many words of `right` can be used up by the words of `left` so far."""
    for word in left:
        matched = {
            place + 1 for place in _skipping(reached, right) if place < len(right) and _match(word, right[place])
        }
        reached = matched | (reached if _is_initial(word) else set())
    return len(right) in _skipping(reached, right)


def _skipping(reached: set[int], right: Words) -> set[int]:
    """The places reached, and those after initials that are left out."""
    places = set(reached)
    for place in range(len(right)):
        if place in places and _is_initial(right[place]):
            places.add(place + 1)
    return places


def _match(left: str, right: str) -> bool:
    is_initial = _is_initial(left) or _is_initial(right)
    return left == right or (is_initial and left[0] == right[0])


def _is_initial(word: str) -> bool:
    """Whether a folded word is one letter, of a script that has capitals: in the others a sign is a name."""
    return len(word) == 1 and word != word.upper()
