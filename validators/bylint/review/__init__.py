"""The review: one HTML file in which a person looks at findings and pages, and decides.

`items` says what there is to decide and in which order, `pages` makes of each dossier what its part of the file shows
(`timeline` and `company` draw), `content` holds what the script knows, `writing` fills the templates. The template,
the style and the script lie beside these modules, in `assets`.
"""
