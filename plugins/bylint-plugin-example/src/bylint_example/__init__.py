"""An example of a bylint plugin."""

import bylint


@bylint.hookimpl
def bylint_checks() -> list[bylint.Check]:
    return bylint.checks_in(__name__)
