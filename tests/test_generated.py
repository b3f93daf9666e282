"""What is generated is up to date."""

from pathlib import Path

import pytest

from generated import texts


@pytest.mark.parametrize(("path", "text"), [pytest.param(path, text, id=path.name) for path, text in texts()])
def test_generated_texts_are_current(path: Path, text: str) -> None:
    """`python tests/generated.py` would change nothing."""
    assert path.read_text(encoding="utf-8") == text
