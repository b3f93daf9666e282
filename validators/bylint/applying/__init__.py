"""From decisions to edits of a repository.

`records` finds what a decision saw, `contradictions` refuses what cannot be, `directory` is the people database as it
is to be, `wanted` the ids in the bylines, `patches` the bytes that make both, `plan` all of it together; `keeping` is
what stays in the repository of decisions that change no record.
"""
