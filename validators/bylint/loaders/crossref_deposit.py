"""
The XML of Crossref: what publishers deposit, and what Crossref hands out of it (unixref).

A file holds any number of works: articles of journals, papers of conferences with their proceedings, books with their
chapters, preprints and other posted content, reports, dissertations, standards, data sets. The version of the schema
does not matter. Read are title and subtitle, the abstract without a type, or else the first one, DOI, pages, language
and the earliest date of the work, or of its issue or volume; a work's id is its DOI.

Authors and editors are the people and organizations that `contributor_role` calls so, in their order; chairs,
translators and reviewers are neither. A name is `given_name`, and `surname` with `suffix`. An organization is one
author. Whom a conference names beside its proceedings edited them; proceedings, and books with chapters, stand for a
volume that the papers or chapters are part of.

A work has ORCIDs and affiliations where the publisher deposited them; there are no ids of people, and names in other
scripts are not read. Works that a work cites name nobody here. Names, titles and ORCIDs can be changed in place.
"""

ROOTS = frozenset({"crossref", "crossref_result", "doi_batch", "doi_record", "doi_records"})


def recognises(path: str, head: bytes) -> bool:  # noqa: ARG001 - every loader is handed both
    """Whether a file begins with a deposit, or with an answer that holds some of one."""
    from bylint.loaders._xml_heads import root_of

    return root_of(head) in ROOTS
