"""Words that may stand in lower case in or before a surname."""

import pytest

from bylint.names import PARTICLES, words
from bylint.names.particles import CUSTOMARILY_SMALL


@pytest.mark.parametrize(
    "surname",
    [
        pytest.param("van den Berg", id="Dutch"),
        pytest.param("op den Akker", id="Dutch without van"),
        pytest.param("van 't Hooft", id="an elided article"),
        pytest.param("von der Gablentz", id="German"),
        pytest.param("Schulte im Walde", id="German, after a word"),
        pytest.param("af Geijerstam", id="Swedish"),
        pytest.param("Villemonte de la Clergerie", id="French"),
        pytest.param("d’Alessandro", id="an elided particle"),
        pytest.param("di Buono", id="Italian"),
        pytest.param("Silva e Oliveira", id="Portuguese"),
        pytest.param("Montes y Gómez", id="Spanish"),
        pytest.param("España i Bonet", id="Catalan"),
        pytest.param("dela Cruz", id="Philippine"),
        pytest.param("bin Mohd Rosman", id="Malay"),
        pytest.param("ibn al Haytham", id="Arabic"),
        pytest.param("ul Islam", id="Urdu"),
        pytest.param("Mac an tSaoir", id="Irish"),
    ],
)
def test_particles(surname: str) -> None:
    """The small words of a surname are particles in any language."""
    small = [folded for word in surname.split() if word.islower() for folded in words(word)]
    elided = words(surname)[:1] if surname[1] == "’" else ()
    assert small or elided
    assert PARTICLES.issuperset((*small, *elided))


def test_particles_are_folded() -> None:
    """Every one is a word as `words` gives it."""
    assert all(words(particle) == (particle,) for particle in PARTICLES)


def test_those_that_are_mostly_small_are_particles() -> None:
    """What `name_case` writes small is among them."""
    assert CUSTOMARILY_SMALL < PARTICLES
