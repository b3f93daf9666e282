"""The checks that ship with bylint; they enter by the same door as a stranger's."""

import bylint


@bylint.hookimpl
def bylint_checks() -> list[bylint.Check]:
    return bylint.checks_in(__name__)
