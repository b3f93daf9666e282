"""changed-byline."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import strategies
from bylint.engine import run_checks
from bylint.testing import author, corpus, paper, run
from bylint_checks.changed_byline import changed_byline

ORCID, OTHER_ORCID = "0000-0002-1825-0097", "0000-0001-5109-3700"


def found(was, now):
    """What is found where one byline became another."""
    return run(changed_byline, corpus(paper(*now, id="x"), before=[paper(*was, id="x")]))


def told(was, now):
    """What is told of it, without the words before it."""
    (finding,) = found(was, now)
    return finding.message.removeprefix("the authors have changed: ")


@pytest.mark.parametrize(
    ("was", "now"),
    [
        pytest.param(["Ada|Lovelace", "Bo|Li"], ["Ada|Lovelace", "Bo|Li"], id="as it was"),
        pytest.param([], [], id="nobody"),
        pytest.param(["Ada |Lovelace"], ["Ada|Lovelace"], id="a space"),
        pytest.param(["Jose\u0301|Pombal"], ["José|Pombal"], id="another form of an accent"),
        pytest.param(["Yang|Liu"], [author("Yang|Liu", orcid=ORCID)], id="an ORCID where there was none"),
        pytest.param(
            [author("Yang|Liu", orcid=ORCID)],
            [author("Yang|Liu", orcid=f"https://orcid.org/{ORCID}")],
            id="an ORCID written otherwise",
        ),
        pytest.param([author("Yang|Liu", id="")], ["Yang|Liu"], id="an empty id"),
        pytest.param(["Yang|Liu"], [author("Yang|Liu", affiliations=["Nowhere"])], id="an affiliation"),
        pytest.param(["Yang|Liu"], [author("Yang|Liu", variants={"hani": "洋|刘"})], id="a form in another script"),
        pytest.param(["Yang|Liu", "Yang|Liu"], ["Yang|Liu", "Yang|Liu"], id="namesakes"),
        pytest.param(
            [author("Yang|Liu", id="a"), author("Yang|Liu", id="b")],
            [author("Yang|Liu", id="a"), author("Yang|Liu", id="b")],
            id="namesakes with ids",
        ),
    ],
)
def test_quiet(was, now):
    """A byline in which a reader sees no change is left alone."""
    assert found(was, now) == []


@pytest.mark.parametrize(
    ("was", "now", "message"),
    [
        pytest.param(["Naomi|Saphra"], ["Naomi|Saphra", "Adam|Lopez"], "“Adam Lopez” is new", id="added"),
        pytest.param(
            ["Aljoscha|Burchardt"],
            ["Arle|Richard Lommel", "Aljoscha|Burchardt", "Hans|Uszkoreit"],
            "“Arle Richard Lommel” and “Hans Uszkoreit” are new",
            id="two added, before and after",
        ),
        pytest.param(
            ["Lalita|Lowphansirikul", "Can|Udomcharoenchaikit", "Ekapol|Chuangsuwanich"],
            ["Lalita|Lowphansirikul", "Ekapol|Chuangsuwanich"],
            "“Can Udomcharoenchaikit” is gone",
            id="removed: what a second ingest undid of 2022.findings-emnlp.483",
        ),
        pytest.param(
            ["Vijay|Viswanathan", "Kiril|Gashteovski", "Kiril|Gashteovski"],
            ["Vijay|Viswanathan", "Kiril|Gashteovski"],
            "“Kiril Gashteovski” is gone",
            id="one of two alike removed",
        ),
        pytest.param(
            ["Ankush|Chatterjee", "Kedhar Nath|Narahari", "Meghana|Joshi", "Puneet|Agrawal"],
            ["Radhwan|Hussein"],
            "“Radhwan Hussein” is new, 4 authors are gone",
            id="everybody replaced by somebody: S19-2005, as it was asked for and refused",
        ),
        pytest.param(
            ["Mathias|Müller", "Annette|Rios", "Rico|Sennrich"],
            ["Annette|Rios", "Mathias|Müller", "Rico|Sennrich"],
            "“Annette Rios” is author 1, not 2",
            id="reordered",
        ),
        pytest.param(
            ["Parth|Bhalerao", "Oana|Ignat", "Brian|Trinh", "Mounika|Yalamarty"],
            ["Parth|Bhalerao", "Mounika|Yalamarty", "Brian|Trinh", "Oana|Ignat"],
            "“Mounika Yalamarty” is author 2, not 4, “Oana Ignat” is author 4, not 2",
            id="two have changed places",
        ),
        pytest.param(
            ["A|A", "B|B", "C|C", "D|D", "E|E"],
            ["E|E", "A|A", "B|B", "C|C", "D|D"],
            "“E E” is author 1, not 5",
            id="the last one is the first",
        ),
        pytest.param(
            ["A|A", "B|B", "C|C", "D|D", "E|E"],
            ["E|E", "D|D", "C|C", "B|B", "A|A"],
            "4 authors are in other places",
            id="backwards",
        ),
        pytest.param(
            ["B|B", "A|A", "C|C"],
            ["Z|Z", "C|C", "A|A"],
            "“Z Z” is in the place of “B B”, “C C” is author 2, not 3",
            id="replaced and moved",
        ),
        pytest.param(
            ["Jan|Hajic", "Martha|Palmer"],
            ["Jan|Hajič", "Martha|Palmer"],
            "“Jan Hajic” is now “Jan Hajič”",
            id="an accent",
        ),
        pytest.param(["Gaman|Mihaela"], ["Mihaela|Găman"], "“Gaman Mihaela” is now “Mihaela Găman”", id="swapped"),
        pytest.param(
            ["Asma Ben|Abacha"], ["Asma|Ben Abacha"], "“Asma Ben|Abacha” is now “Asma|Ben Abacha”", id="the boundary"
        ),
        pytest.param(["|Guanjunjiang"], ["Guanjun|Jiang"], "“Guanjunjiang” is now “Guanjun Jiang”", id="a mononym"),
        pytest.param(
            ["Xunzhu|Tang", "Jacques|Klein"],
            ["Daniel|Tang", "Jacques|Klein"],
            "“Xunzhu Tang” is now “Daniel Tang”",
            id="another given name in the same place",
        ),
        pytest.param(
            ["Chenbin|Chenbin", "Yingfei|Xiong"],
            ["Bin|Chen", "Yingfei|Xiong"],
            "“Bin Chen” is in the place of “Chenbin Chenbin”",
            id="another name altogether",
        ),
        pytest.param(
            ["Alaedine|Bennani", "J.|Quill", "Bo|Li"],
            ["Jane|Quill", "Alaedine|Bennani", "Bo|Li"],
            "“J. Quill” is now “Jane Quill”, “Jane Quill” is author 1, not 2",
            id="renamed and moved",
        ),
        pytest.param(
            ["Wei|Zhang", "Bo|Li"],
            ["Bo|Li", "Min|Zhang"],
            "“Min Zhang” is new, “Wei Zhang” is gone",
            id="of one family",
        ),
        pytest.param(
            [author("Zoe|Quill", orcid=ORCID), "Bo|Li"],
            ["Bo|Li", author("Ann|Byrd", orcid=ORCID)],
            "“Zoe Quill” is now “Ann Byrd”, “Bo Li” is author 1, not 2",
            id="another name, known by the ORCID",
        ),
        pytest.param(
            ["Yang|Liu"], [author("Yang|Liu", id="yang-liu-x")], "“Yang Liu” has the id “yang-liu-x”", id="an id"
        ),
        pytest.param(
            [author("Yang|Liu", id="a")],
            [author("Yang|Liu", id="b")],
            "“Yang Liu” has the id “b”, not “a”",
            id="other id",
        ),
        pytest.param(
            [author("Yang|Liu", id="a")], ["Yang|Liu"], "“Yang Liu” has no longer the id “a”", id="no id any more"
        ),
        pytest.param(
            [author("Yang|Liu", orcid=ORCID)],
            [author("Yang|Liu", orcid=OTHER_ORCID)],
            f"“Yang Liu” has another ORCID, {OTHER_ORCID}",
            id="another ORCID",
        ),
        pytest.param(
            [author("Yang|Liu", id="a"), author("Yang|Liu", id="b")],
            [author("Yang|Liu", id="b"), author("Yang|Liu", id="a")],
            "“Yang Liu” is author 1, not 2",
            id="namesakes in another order",
        ),
        pytest.param(["Bo|Li"], [], "“Bo Li” is gone", id="nobody left"),
        pytest.param([], ["Bo|Li"], "“Bo Li” is new", id="nobody before"),
        pytest.param(["|."], ["|-"], "“-” is in the place of “.”", id="no name at all"),
    ],
)
def test_found(was, now, message):
    """What became of a byline is told in words."""
    assert told(was, now) == message


def test_editors():
    """Editors are a byline of their own."""
    (finding,) = run(
        changed_byline,
        corpus(paper(editors=["A|A", "B|B"], id="x"), before=[paper(editors=["A|A"], id="x")]),
    )
    assert finding.message == "the editors have changed: “B B” is new"
    assert (finding.location.byline, finding.location.position) == ("editor", 2)


def test_without_a_base_and_without_a_paper_before():
    """Nothing is told where there is nothing to compare with, nor of papers that are new or whose id stands twice."""
    one, other = paper("A|A", id="x"), paper("B|B", id="x")
    assert run(changed_byline, corpus(one)) == []
    assert run(changed_byline, corpus(one, before=[])) == []
    assert run(changed_byline, corpus(one, other, before=[paper("C|C", id="x")])) == []
    assert run(changed_byline, corpus(one, before=[other, other])) == []


def test_every_change_is_evidence_with_its_place():
    """Of several changes each is a fact of its own, with a word for programs."""
    (finding,) = found(["A|A", "B. C.|D", "E|F", "G|H"], ["A|A", "Bo C.|D", "G|H", "I|J", "K|L", "M|N", "O|P"])
    assert finding.message == "the authors have changed: 4 authors are new, “E F” is gone, “B. C. D” is now “Bo C. D”"
    places = [(fact.kind, fact.location.position if fact.location else None) for fact in finding.evidence]
    assert places == [("added", 4), ("added", 5), ("added", 6), ("added", 7), ("removed", None), ("renamed", 2)]
    assert finding.location.position == 2
    assert [authorship.position for authorship in finding.authorships] == [2, 4, 5, 6, 7]


@pytest.mark.parametrize(
    ("was", "now", "message"),
    [
        pytest.param(["Anna|Bo"], ["Anna|Bo", "Ed|Ng"], "", id="somebody is new"),
        pytest.param(["Anna|Bo", "Ed|Ng"], ["Ed|Ng", "Anna|Bo"], "", id="another order"),
        pytest.param(["A.|Bo"], ["Anna|Bo"], "", id="an initial written out"),
        pytest.param(["Anna|Bo"], ["Anna J.|Bo"], "", id="an initial more"),
        pytest.param(["Anna|Bø"], ["Anna|Bo"], "", id="an accent"),
        pytest.param(["Bo|Anna"], ["Anna|Bo"], "", id="swapped"),
        pytest.param(["El -|Beltagy"], ["El-|Beltagy"], "", id="a hyphen"),
        pytest.param(["Anna|Bo"], ["A.|Bo"], "1 author has another name", id="a name that is only an initial now"),
        pytest.param(["Anna|Bo"], ["Hanna|Bo"], "1 author has another name", id="one letter"),
        pytest.param(["Anna Eve|Bo"], ["Eve|Bo"], "1 author has another name", id="the first of two names given up"),
        pytest.param(["Anna|Bo"], ["Anna|Li"], "1 author has another name", id="another surname"),
        pytest.param(["Anna|Bo"], ["Ed|Ng"], "1 author is in the place of another", id="another name altogether"),
        pytest.param(["Anna|Bo", "Ed|Ng"], ["Ed|Ng"], "1 author is gone", id="gone"),
        pytest.param(
            [author("Eve|Bo", id="anna-bo")], [author("Eve|Bo", id="eve-bo")], "1 author has another id", id="an old id"
        ),
        pytest.param(
            [author("Anna|Bo", orcid=ORCID), "Ed|Ng"],
            ["Ed|Ng", author("Eve|Li", orcid=ORCID), "Q|Q"],
            "1 author is new, 1 author has another name, 1 author is in another place",
            id="known by the ORCID alone",
        ),
    ],
)
def test_public_logs_tell_no_name_that_may_be_given_up(was, now, message):
    """Where something of the old name is no longer written, public logs are told how many, and not who."""
    (finding,) = found(was, now)
    assert finding.discreet_message == (f"the authors have changed: {message}" if message else "")


def test_one_change_on_several_papers_is_one_finding():
    """A name that is corrected wherever it stands is told once, with its papers."""
    was = [paper("Bo|Li", "Jan|Hajic", id=str(number)) for number in range(4)]
    now = [paper("Bo|Li", "Jan|Hajič", id=str(number)) for number in range(3)]
    alike, other = run(changed_byline, corpus(*now, paper("Bo|Li", "J.|Hajič", id="3"), before=was))
    assert alike.message == "the authors of 3 papers have changed alike: “Jan Hajic” is now “Jan Hajič”"
    assert alike.papers == ("0", "1", "2")
    assert [(one.paper_id, one.position) for one in alike.authorships] == [("0", 2), ("1", 2), ("2", 2)]
    assert [fact.text for fact in alike.evidence] == ["also on 1, 2"]
    assert other.papers == ("3",)


def test_somebody_gone_from_several_papers():
    """Where nobody is left to point at, the papers are named."""
    was = [paper("Bo|Li", "Jan|Hajic", id=str(number)) for number in range(7)]
    now = [paper("Bo|Li", id=str(number)) for number in range(7)]
    others = [paper(id=f"other {number}") for number in range(8)]
    (finding,) = run(changed_byline, corpus(*now, *others, before=[*was, *others]))
    assert finding.message == "the authors of 7 papers have changed alike: “Jan Hajic” is gone"
    assert [fact.text for fact in finding.evidence] == ["on 0, 1, 2 and 4 more"]


def test_other_orders_are_each_their_own():
    """Two papers whose authors are in another order have nothing to do with each other."""
    was = [paper("A|A", "B|B", id="x"), paper("A|A", "B|B", id="y")]
    now = [paper("B|B", "A|A", id="x"), paper("B|B", "A|A", id="y")]
    findings = run(changed_byline, corpus(*now, before=was))
    assert [finding.papers for finding in findings] == [("x",), ("y",)]
    assert len({finding.fingerprint for finding in findings}) == 2


def test_a_volume_that_changed_as_a_whole_is_one_finding():
    """Where half of a volume changed, or more, it is told once, with how many papers show what."""
    was = [paper(f"A{number}|B", "C|D", id=f"v-{number}", volume_id="v") for number in range(10)]
    now = [
        *(paper(f"B|A{number}", "C|D", id=f"v-{number}", volume_id="v") for number in range(4)),
        paper("C|D", "A4|B", "E|F", id="v-4", volume_id="v"),
        *was[5:],
    ]
    front = paper(editors=["G|H"], id="v-f", volume_id="v", is_front_matter=True)
    (finding,) = run(changed_byline, corpus(front, *now, before=was))
    assert finding.message == (
        "the bylines of 5 of 10 papers of v have changed: 1 with new people, 4 with first and last names swapped, "
        "1 in another order"
    )
    assert finding.location == front.location
    assert finding.papers == ("v-0", "v-1", "v-2", "v-3", "v-4")
    assert finding.evidence[0].text == "on v-0, v-1, v-2 and 2 more"
    assert finding.discreet_message == ""
    assert len(run(changed_byline, corpus(front, *now[:4], *was[4:], before=was))) == 4


def test_a_record_of_another_paper():
    """Where a whole record is another paper's, that is told, and under which id the paper is now."""
    old = paper("A|A", "B|B", title="On Names", id="x")
    now = [paper("C|C", title="On Pages", id="x"), paper("A|A", "B|B", title="On Names", id="y")]
    (finding,) = run(changed_byline, corpus(*now, before=[old]))
    assert finding.message == "x is the id of another paper than before"
    assert [fact.text for fact in finding.evidence] == [
        "its title was “On Names”",
        "the paper that had the id is y now",
    ]
    same_title = paper("C|C", "D|D", title="On names", id="x")
    assert "have changed" in run(changed_byline, corpus(same_title, before=[old]))[0].message


def test_papers_that_are_gone():
    """What is gone from a volume is one finding at the volume; what only has another id is another."""
    was = [paper(f"A{number}|B", title=f"T{number}", id=f"v-{number}", volume_id="v") for number in range(9)]
    now = [was[0], was[1]._replace(id="v-20")]
    gone, moved = sorted(
        run(changed_byline, corpus(*now, before=was)), key=lambda finding: finding.message, reverse=True
    )
    assert gone.message == "v-1 is v-20 now"
    assert gone.papers == ("v-1", "v-20")
    assert moved.message == "7 papers are gone: v-2, v-3, v-4 and 4 more"
    assert moved.location == was[0].location
    (finding,) = run(changed_byline, corpus(before=[was[0], paper(id="w", is_front_matter=True)]))
    assert finding.message == "paper v-0 is gone"
    assert (finding.location.path, finding.location.record) == ("papers.jsonl", "")


def test_papers_with_other_ids():
    """Several papers of a volume that have other ids are told with both."""
    was = [paper(f"A{number}|B", title=f"T{number}", id=f"v-{number}", volume_id="v") for number in range(2)]
    now = [one._replace(id=f"w-{number}", volume_id="w") for number, one in enumerate(was)]
    (finding,) = run(changed_byline, corpus(*now, before=was))
    assert finding.message == "2 papers have other ids: v-0 is w-0 now, v-1 is w-1 now"


def test_a_byline_of_thousands():
    """Where very many are new and gone, names are not compared one by one."""
    was, now = ([f"{letter}{number}|Q" for number in range(3000)] for letter in "AB")
    assert told(was, now) == "3000 authors are new, 3000 authors are gone"
    assert told(["Q|Q"] * 3000, ["Q|Q"] * 2999) == "“Q Q” is gone"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(now=st.lists(strategies.papers(), max_size=4), was=st.lists(strategies.papers(), max_size=4))
def test_any_change_is_told_twice_alike(now, was):
    """The check never fails, answers the same twice, and has nothing to say where nothing changed."""
    first = run_checks(corpus(*now, before=was), [changed_byline])
    assert [finding.check for finding in first if finding.check != "changed-byline"] == []
    assert run_checks(corpus(*now, before=was), [changed_byline]) == first
    assert run_checks(corpus(*now, before=[paper._replace() for paper in now]), [changed_byline]) == []
