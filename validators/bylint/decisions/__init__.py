"""What reviewers and settings say of findings, and what it silences.

`forms` is the file of decisions as JSON, `files` reads and writes it, `baseline` and `memory` are the two such files of
a repository, `judging` holds what they say against findings, `places` is where decisions saw something, and `news`
tells when one is out of date.
"""
