"""What makes a finding whole, apart from what the engine's own tests show."""

from dataclasses import replace

from bylint import Applicability, Change, Finding, Fix, Location, Severity
from bylint.completion import complete, severities
from bylint.testing import corpus, paper, run
from bylint_checks.repeated_author import repeated_author


def test_severities_of_the_user_win() -> None:
    """An override changes the severity of one check and of no other."""
    findings = run(repeated_author, corpus(paper("Bo Li", "Bo Li"), paper("Yang Li", "Yang Li")))
    assert len(findings) == 2
    assert {finding.severity for finding in severities(findings, {"repeated-author": Severity.NOTE})} == {Severity.NOTE}
    assert severities(findings, {"other": Severity.NOTE}) == findings


def test_complete_gives_loader_findings_their_check() -> None:
    """What a loader reports gets the severity of the check it names, certainty, and a fingerprint."""
    check = replace(repeated_author, id="broken-thing", severity=Severity.WARNING, confidence=1.0)
    (finding,) = complete([Finding(check="broken-thing", message="m", location=Location("x.xml", line=3))], [check])
    assert (finding.severity, finding.confidence, finding.subject) == (Severity.WARNING, 1.0, ("file", "x.xml", ""))
    assert len(finding.fingerprint) == 16


def test_loaders_fix_nothing() -> None:
    """A fix that no check has declared, and that nobody has judged, is not taken from a loader either."""
    fix = Fix(changes=(Change(Location("x.xml", "a", "author", 1, "id"), "a", "b"),), applicability=Applicability.SAFE)
    given = Finding(check="repeated-author", message="m", location=Location("x.xml"), fix=fix)
    (finding,) = complete([given], [repeated_author])
    assert finding.fix is None
