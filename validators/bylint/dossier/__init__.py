"""The dossier of a page: everything that tells who is behind it, for a person to judge.

`queries` finds the authorships that are asked for, `build` makes the data (`model`) of them, `text`, `json` and
`markdown` write it.
"""
