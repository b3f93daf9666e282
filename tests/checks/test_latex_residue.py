"""latex-residue."""

import pytest

from bylint.testing import corpus, paper, run
from bylint_checks.latex_residue import latex_residue
from fixing import fixed
from traditions import EVERYWHERE


@pytest.mark.parametrize(
    "name",
    [
        *EVERYWHERE,
        pytest.param('Giuseppe "Pino"|Di Fabbrizio', id="a nickname in quotation marks"),
        pytest.param('Giuseppe"Pino"|Di Fabbrizio', id="a nickname without a space"),
        pytest.param("Drahomíra „johanka“|Spoustová", id="a nickname in Czech quotation marks"),
        pytest.param("“He,Ho-Ching”|Yen", id="a whole name in quotation marks"),
        pytest.param("Conan|O'Brien", id="an apostrophe"),
        pytest.param("Jun’ichi|Tsujii", id="a typographic one"),
        pytest.param("Ng'ang'a|O`Neil", id="others"),
        pytest.param("Jos´e|Garcia", id="a loose accent, which is another fault"),
        pytest.param("Nanyun (Violet)|Peng", id="a nickname in parentheses"),
        pytest.param("Context|Textor", id="text in a name"),
        pytest.param("Stefan|Grünewald", id="the letter that is meant"),
        pytest.param("JosÃ©|Pombal", id="a wrong encoding, which is another fault"),
        pytest.param("|AT&T", id="a group"),
    ],
)
def test_quiet(name):
    """Quotation marks and apostrophes are left alone."""
    assert run(latex_residue, corpus(paper(name))) == []


@pytest.mark.parametrize(
    ("written", "after"),
    [
        pytest.param('R{\\"ottger}', "Röttger", id="braces in the wrong place"),
        pytest.param("K”onigsl”ow", "Königslöw", id="quotation marks that were an accent"),
        pytest.param('M"uller', "Müller", id="a plain one"),
        pytest.param('{\\"O}zge', "Özge", id="an accent in braces"),
        pytest.param("Ala{\\c{c}}am", "Alaçam", id="braces in braces"),
        pytest.param("G{\\c c}en", "Gçen", id="a command with a space"),
        pytest.param('M{\\"{u}}ller', "Müller", id="braces around the letter"),
        pytest.param("Zarrie{\\ss}", "Zarrieß", id="a letter with a name"),
        pytest.param("\\o stergaard", "østergaard", id="a letter and a space"),
        pytest.param("{\\L}ukasz", "Łukasz", id="a Polish letter"),
        pytest.param("Garc\\'{\\i}a", "García", id="an i without a dot"),
        pytest.param("Erd\\H os", "Erdős", id="a Hungarian accent"),
        pytest.param("\\v{S}tefan Be\\v nu\\v{s}", "Štefan Beňuš", id="several accents"),
        pytest.param("Mari\\~no", "Mariño", id="a tilde"),
        pytest.param("Mari~no", "Mariño", id="a tilde without its backslash"),
        pytest.param("Batextasciitilde neras Roux", "Bañeras Roux", id="a tilde by its name"),
        pytest.param("P\\'erez~Garc\\'ia", "Pérez García", id="a tie between words"),
        pytest.param("de la {Cruz}", "de la Cruz", id="braces alone"),
        pytest.param("AT\\&T", "AT&T", id="a sign that LaTeX reserves"),
        pytest.param("``Pino'' Bar", "“Pino” Bar", id="quotation marks of LaTeX"),
        pytest.param("Li$^{1}$", None, id="mathematics"),
        pytest.param("\\textbf{Li}", None, id="a command that is no letter"),
        pytest.param("O\\'Brien", None, id="an accent that the letter has in no name"),
        pytest.param("Garc^ia", None, id="an accent that may be a slip"),
    ],
)
def test_found(written, after):
    """LaTeX is found, and the suggestion, where there is one, clears it."""
    papers = corpus(paper(f"Paul|{written}"))
    (finding,) = run(latex_residue, papers)
    assert (finding.location.field, finding.fix is None) == ("last", after is None)
    if after is not None:
        fixed_papers = fixed(papers, finding)
        assert next(iter(fixed_papers.names)).last == after
        assert run(latex_residue, fixed_papers) == []


def test_both_fields_are_one_finding():
    """A name is one finding, and both fields are fixed together or not at all."""
    (finding,) = run(latex_residue, corpus(paper('{\\"O}zge|Ala{\\c{c}}am')))
    assert finding.message == '“{\\"O}zge Ala{\\c{c}}am”: LaTeX is left over in “{\\"O}zge” and “Ala{\\c{c}}am”'
    assert [change.new for change in finding.fix.changes] == ["Özge", "Alaçam"]
    (finding,) = run(latex_residue, corpus(paper('{\\"O}zge|Li$^1$')))
    assert finding.fix is None
