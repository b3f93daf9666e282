"""Author name disambiguation: who wrote what, judged from the records of a corpus and the numbers of a fitted model."""
