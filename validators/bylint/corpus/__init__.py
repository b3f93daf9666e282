"""From files to a Corpus, and the views of it that a check may ask for."""
