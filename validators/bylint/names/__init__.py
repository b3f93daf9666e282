"""What checks share about names: public, for plugins too."""

from bylint.names.folding import fold, slug, transliterate, words

__all__ = ["fold", "slug", "transliterate", "words"]
