"""Brackets in a text; a module whose name begins with an underscore is a helper and no check."""


def unclosed(text: str, opening: str, closing: str) -> list[int]:
    """Where the brackets stand that are opened and not closed, from 0."""
    positions: list[int] = []
    for position, sign in enumerate(text):
        if sign == opening:
            positions.append(position)
        elif sign == closing and positions:
            positions.pop()
    return positions
