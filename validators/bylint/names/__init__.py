"""What checks share about names: public, for plugins too."""

from bylint.names.compatibility import difference
from bylint.names.folding import fold, slug, transliterate, words

__all__ = ["difference", "fold", "slug", "transliterate", "words"]
