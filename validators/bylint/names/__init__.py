"""What checks share about names: public, for plugins too."""

from bylint.names.casing import name_case
from bylint.names.compatibility import difference
from bylint.names.folding import fold, slug, transliterate, words
from bylint.names.generations import GENERATIONS
from bylint.names.latex import LATEX_ACCENTS, LATEX_LETTERS
from bylint.names.letters import scripts
from bylint.names.particles import PARTICLES

__all__ = [
    "GENERATIONS",
    "LATEX_ACCENTS",
    "LATEX_LETTERS",
    "PARTICLES",
    "difference",
    "fold",
    "name_case",
    "scripts",
    "slug",
    "transliterate",
    "words",
]
