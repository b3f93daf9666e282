"""title-or-suffix."""

import pytest

from bylint import Applicability
from bylint.testing import author, corpus, paper, run
from bylint_checks.title_or_suffix import title_or_suffix
from fixing import fixed
from traditions import EVERYWHERE


@pytest.mark.parametrize(
    "name",
    [
        *EVERYWHERE,
        pytest.param("William A.|Baumgartner Jr.", id="a suffix after the last name"),
        pytest.param("Edward P.|Stabler, Jr.", id="a suffix after a comma"),
        pytest.param("Jan|Hajič jr.", id="a suffix in small letters"),
        pytest.param("Hal|Daumé III", id="a numeral"),
        pytest.param("Eric H.|Nyberg, 3rd", id="a numeral in digits"),
        pytest.param("Robert L.|Logan IV", id="a higher numeral"),
        pytest.param("MD. Akram|Hossain", id="an abbreviated Mohammed in capitals"),
        pytest.param("Md|Hasan", id="a Mohammed who is called by nothing else"),
        pytest.param("DR|Mani", id="initials that could be a title"),
        pytest.param("D. R.|Mani", id="the same with full stops"),
        pytest.param("Shreyas|Ms", id="initials behind the name"),
        pytest.param("IV|Ramakrishnan", id="initials that could be a numeral"),
        pytest.param("Chr-Jr|Chiu", id="a syllable after a hyphen"),
        pytest.param("Jr-yiau|Chen", id="a syllable before a hyphen"),
        pytest.param("Kiril Iv.|Simov", id="an abbreviated patronymic"),
        pytest.param("Yuki|Ii", id="a Japanese surname"),
        pytest.param("Sokha|Iv", id="a Cambodian surname"),
        pytest.param("Mustafa|Sir", id="a surname that is a title elsewhere"),
        pytest.param("Prince|Osei", id="a given name that is a title elsewhere"),
        pytest.param("Ada|Major", id="a surname that is a rank elsewhere"),
        pytest.param("Drew|Profitt", id="names that begin like titles"),
        pytest.param("Kwame|Mba", id="a surname like a degree"),
        pytest.param("Ing-marie|Jonsson", id="a given name like a title"),
        pytest.param("|Professors without Borders", id="a group"),
    ],
)
def test_quiet(name):
    """Suffixes in their place, initials, and syllables of names are left alone."""
    assert run(title_or_suffix, corpus(paper(name))) == []


@pytest.mark.parametrize(
    ("name", "said", "after"),
    [
        pytest.param("Dr. Vishal|Goyal", "begins with the title “Dr.”", "Vishal|Goyal", id="a title"),
        pytest.param("Dr Mahmoud|El-Haj", "begins with the title “Dr”", "Mahmoud|El-Haj", id="without a full stop"),
        pytest.param("Prof Hema|Banati", "begins with the title “Prof”", "Hema|Banati", id="a professor"),
        pytest.param("Prof. Dr. Ada|Quill", "begins with the title “Prof. Dr.”", "Ada|Quill", id="two titles"),
        pytest.param("Prof.Ada|Quill", "begins with the title “Prof.”", "Ada|Quill", id="no space"),
        pytest.param("Mrs Ada|Quill", "begins with the title “Mrs”", "Ada|Quill", id="a form of address"),
        pytest.param("Dr G|Manikandan", "begins with the title “Dr”", "G|Manikandan", id="before an initial"),
        pytest.param("Ada|Quill, PhD", "holds the degree “PhD”", "Ada|Quill", id="a degree after a comma"),
        pytest.param("Ada|Quill Ph.D.", "holds the degree “Ph.D.”", "Ada|Quill", id="a degree with full stops"),
        pytest.param("Ada MSc|Quill", "holds the degree “MSc”", "Ada|Quill", id="a degree in the first name"),
        pytest.param(
            "Jr.|Edward P. Stabler",
            "the first name holds the suffix “Jr.”",
            "Edward P.|Stabler Jr.",
            id="a suffix for a first name",
        ),
        pytest.param(
            "John I. Jr|Noecker", "the first name holds the suffix “Jr”", "John I.|Noecker Jr", id="a suffix behind it"
        ),
        pytest.param(
            "Macario Ii|Cordel", "the first name holds the suffix “Ii”", "Macario|Cordel II", id="a numeral behind it"
        ),
        pytest.param(
            "Ron Daniel|Jr.", "the last name is the suffix “Jr.”", "Ron|Daniel Jr.", id="a suffix for a last name"
        ),
        pytest.param("Ada Quill,|III", "the last name is the suffix “III”", "Ada|Quill III", id="a numeral for it"),
        pytest.param("Hal|Daumé Iii", "the numeral “Iii” is not in capitals", "Hal|Daumé III", id="a small numeral"),
    ],
)
def test_found(name, said, after):
    """A title, a degree or a misplaced suffix is found, and the fix clears it."""
    before = corpus(paper(name))
    (finding,) = run(title_or_suffix, before)
    assert said in finding.message
    mended = fixed(before, finding)
    (mended_name,) = mended.names
    assert f"{mended_name.first}|{mended_name.last}" == after
    assert run(title_or_suffix, mended) == []


@pytest.mark.parametrize("name", ["Prof.|Tian", "Jr.|Stabler", "Ada|Jr."])
def test_no_fix_without_the_rest(name):
    """Where the title or the suffix is all there is, the rest must be looked up."""
    (finding,) = run(title_or_suffix, corpus(paper(name)))
    assert finding.fix is None


def test_what_is_safe():
    """Capitals of a numeral leave the page as it is; a name without its title goes to another."""
    (numeral,) = run(title_or_suffix, corpus(paper("Hal|Daumé Iii")))
    (known,) = run(title_or_suffix, corpus(paper(author("Hal|Daumé Iii", id="hal-daume-iii"))))
    (title,) = run(title_or_suffix, corpus(paper("Dr. Vishal|Goyal")))
    assert numeral.fix.applicability is Applicability.SAFE
    assert known.fix.applicability is title.fix.applicability is Applicability.SUGGEST
