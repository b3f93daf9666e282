"""The plugin as it is installed."""

from importlib.metadata import entry_points

import bylint_example


def test_entry_point() -> None:
    """The entry point leads to the package."""
    (point,) = entry_points(group="bylint", name="example")
    assert point.load() is bylint_example


def test_hook() -> None:
    """The hook returns both checks; bylint puts the prefix before their ids."""
    assert [check.id for check in bylint_example.bylint_checks()] == ["name-as-affiliation", "unclosed-bracket"]
