"""nearly-repeated-author."""

import pytest

from bylint.testing import author, corpus, paper, person, run
from bylint_checks.nearly_repeated_author import nearly_repeated_author
from traditions import EVERYWHERE

ONE, OTHER = "0000-0002-1825-0097", "0000-0001-5109-3700"


@pytest.mark.parametrize(
    "people",
    [
        pytest.param([*(name for case in EVERYWHERE for name in case.values)], id="names from everywhere"),
        pytest.param(["Manuel|García", "M. Ángel|García"], id="an initial, and a name that the other lacks"),
        pytest.param(["Hyun|Kim", "Hyun-Ki|Kim"], id="a Korean name of two syllables"),
        pytest.param(["Marcos|Garcia", "Marcos|García Salido"], id="a second Spanish surname"),
        pytest.param(["G.|Adda", "M.|Adda-Decker"], id="a couple"),
        pytest.param(["A.|Waibel", "N.|Aoki-Waibel"], id="an initial that would fit inside"),
        pytest.param(["Dat Quoc|Nguyen", "Dai Quoc|Nguyen"], id="Vietnamese brothers"),
        pytest.param(["Vu|Hoang", "Vu Hoang|Tran"], id="two Vietnamese names that share words"),
        pytest.param(["Kosuke|Nishida", "Kyosuke|Nishida"], id="one letter apart"),
        pytest.param(["Young S.|Han", "Young Kyoon|Han"], id="another middle name"),
        pytest.param(["Jan|Hajič", "Jan|Hajič jr."], id="father and son"),
        pytest.param(["Bharathi|B", "Bharathi Raja|Chakravarthi"], id="a South Indian initial for a father's name"),
        pytest.param(["Alba A.|Cercas Curry", "Amanda|Cercas Curry"], id="sisters"),
        pytest.param(["Jean-Baptiste|Alayrac", "Lespiau|Jean-Baptiste"], id="a given name for a surname"),
        pytest.param(["Moussa|Doumbouya", "Séré Moussa|Doumbouya"], id="a further name before"),
        pytest.param(["刚|王", "刚强|王"], id="a Han given name of one sign is no initial"),
        pytest.param(["김|철", "김|철수"], id="nor is one of Hangul"),
        pytest.param(["Wei|Wang", "Wei|Li", "Jing|Li"], id="common names"),
        pytest.param(["|Mausam", "|Mausam Two"], id="a mononym"),
        pytest.param(["|.", "|-"], id="names without letters"),
        pytest.param(["Yang|Liu", "Yang|Liu"], id="one name twice, which is a repeated author"),
        pytest.param(["Işin|Demir", "Isin|Demir"], id="one page, which is a shared page"),
        pytest.param([author("J.|Li", id="j"), author("Jun|Li", id="jun")], id="an id each"),
        pytest.param([author("J.|Li", orcid=ONE), author("Jun|Li", orcid=OTHER)], id="an ORCID each"),
        pytest.param(["Ana Maria Paula|Silva", "Ana|Silva"], id="other names in between"),
    ],
)
def test_quiet(people):
    """Two people of one family, or of names that share words, are left alone."""
    assert run(nearly_repeated_author, corpus(paper(*people))) == []


@pytest.mark.parametrize(
    ("people", "how"),
    [
        pytest.param(["M. A.|Khan", "Muhammad Aamir|Khan"], "one has initials only", id="initials, as on I08-3014"),
        pytest.param(["Ada|Lovelace", "A.|Lovelace"], "one has initials only", id="one initial"),
        pytest.param(["Ada|Lovelace", "Ada K.|Lovelace"], "one has a further given name", id="a middle initial"),
        pytest.param(
            ["John|Wallin", "Bo|Xu", "John|F. Wallin"],
            "one has a part of the other's surname",
            id="an initial in the wrong field, as on 2024.ml4al-1.18",
        ),
        pytest.param(
            ["Santosh|T.y.s.s", "Santosh|Tokala"],
            "one has words that the other lacks",
            id="initials for the surname, as on W18-5917",
        ),
        pytest.param(["Hyun Ki|Kim", "Hyunki|Kim"], "the same but for spaces", id="a space"),
        pytest.param(
            ["Robert|Litschko", "Litschko|Robert"], "the same words in another order", id="the fields swapped"
        ),
        pytest.param(["И.|Петров", "Иван|Петров"], "one has initials only", id="a Cyrillic initial"),
    ],
)
def test_found(people, how):
    """Two forms of one name are found, at the second."""
    records = corpus(paper(*people), paper(*people[1:]), paper(people[0]))
    (finding,) = run(nearly_repeated_author, records)
    first, second = people[0].replace("|", " "), people[-1].replace("|", " ")
    assert finding.message == f"“{first}” and “{second}” look like one author, listed twice"
    assert finding.location.position == len(people)
    assert finding.evidence[1].text == f"the names are: {how}"


def test_a_name_that_holds_its_neighbour():
    """A name with another whole name in it is found, with the neighbour that it holds."""
    (finding,) = run(nearly_repeated_author, corpus(paper("Onur Galoğlu|Robert Litschko", "Robert|Litschko")))
    assert finding.message == (
        "“Onur Galoğlu Robert Litschko” holds the name beside it, “Robert Litschko”, and somebody else's"
    )
    assert finding.location.position == 1


def test_people_who_stand_together_again_are_two():
    """A father and a son write more than one paper together, under whatever forms of their names."""
    people = [
        person("father", "Josef|Psutka", "J.|Psutka"),
        person("son", "Josef V.|Psutka", "J. V.|Psutka"),
    ]
    first, second = paper("Josef|Psutka", "Josef V.|Psutka"), paper("J. V.|Psutka", "J.|Psutka")
    assert len(run(nearly_repeated_author, corpus(*people, first))) == 1
    assert run(nearly_repeated_author, corpus(*people, first, second)) == []


def test_an_id_each_decides_nothing_where_ids_are_left_out():
    """With ids left out, only the names are known."""
    records = paper(author("J.|Li", id="j"), author("Jun|Li", id="jun"))
    assert len(run(nearly_repeated_author, corpus(records, use_ids=False))) == 1
