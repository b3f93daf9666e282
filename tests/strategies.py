"""Corpora for hypothesis: small, odd, and full of what the checks look for."""

from hypothesis import strategies as st

from bylint import Corpus, Name, Paper, Person, Venue
from bylint.model import Authorship, Variant
from bylint.testing import PATH

_WORDS = st.sampled_from(
    [
        "Yang",
        "Liu",
        "Le",
        "Sun",
        "Wei",
        "wei",
        "LI",
        "li",
        "de",
        "la",
        "Van",
        "van",
        "O’Brien",
        "El-",
        "Mausam",
        "-",
        ".",
        "?",
        "*",
        "†",
        "1",
        "T.h.",
        "Kai-wei",
        "王",
        "小",
        "素格",
        "Ⅷ",
        "Ond?ej",
        "ß",
        "ı",
        "İ",
        "Jr.",
        "Dr.",
        "PhD",
        "et",
        "al.",
        "and",
        "Grieβhaber",
        "JosÃ©",
        "K”onig",
        '{\\"o}',
        "Ọláyínká",
        "<b>",
        "\u202e\u200b",
        "\t",
        "\n",
    ]
) | st.text(max_size=6)
_PARTS = st.lists(_WORDS, max_size=3).map(" ".join)
names = st.builds(Name, st.none() | _PARTS.filter(bool), _PARTS)
_ORCIDS = st.sampled_from(
    ["0000-0002-1825-0097", "https://orcid.org/0000-0001-5109-3700", "0000-0000-0000-0000", "x", ""]
)
_IDS = st.sampled_from(["yang-liu", "yang-liu-umich", "le-sun", "nobody", ""])
_OPENREVIEW = st.sampled_from(
    ["~Yang_Liu1", "~Yang_Liu52", "~Le_Sun", "https://openreview.net/profile?id=%7ELe_Sun1", ""]
)
_DOIS = st.sampled_from(["10.1/a", "https://doi.org/10.1/A", "10.1/b", "nonsense", ""])
_KEYS = st.sampled_from(["liu-etal-2020-wei", "sun-2020-van", "-2020-", "x", ""])
_PAGES = st.sampled_from(["1-2", "2–9", "9–2", "iii–v", "194–95", "7", "7–", ""])


@st.composite
def _bylines(draw: st.DrawFn, paper_id: str, role: str, path: str) -> tuple[Authorship, ...]:
    size = draw(st.integers(0, 4))
    return tuple(
        Authorship(
            draw(names),
            paper_id,
            position,
            role,
            path,
            draw(st.none() | _IDS),
            draw(st.none() | _ORCIDS),
            tuple(draw(st.lists(_PARTS, max_size=2))),
            tuple(draw(st.lists(st.builds(Variant, st.just("hani"), names), max_size=1))),
            draw(st.none() | _OPENREVIEW),
            draw(st.booleans()),
        )
        for position in range(1, size + 1)
    )


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    """Any paper, of any of two files and three volumes."""
    number = draw(st.integers(1, 9))
    paper_id = f"x-{number}"
    path = draw(st.sampled_from([PATH, "other.jsonl"]))
    return Paper(
        id=paper_id,
        title=draw(_PARTS),
        year=draw(st.none() | st.integers(1900, 2030)),
        path=path,
        authorships=draw(_bylines(paper_id, "author", path)),
        editors=draw(_bylines(paper_id, "editor", path)),
        venues=tuple(draw(st.lists(st.sampled_from(["acl", "ws"]), max_size=2))),
        volume_id=draw(st.none() | st.sampled_from(["x", "y", "z"])),
        abstract=draw(st.none() | _PARTS),
        doi=draw(st.none() | _DOIS),
        pages=draw(st.none() | _PAGES),
        key=draw(st.none() | _KEYS),
        language=draw(st.sampled_from([None, "eng", ""])),
        is_front_matter=draw(st.booleans()),
    )


persons = st.builds(
    Person,
    _IDS.filter(bool),
    st.lists(names, min_size=1, max_size=3, unique=True).map(tuple),
    st.just("people.json"),
    orcid=st.none() | _ORCIDS,
    degree=st.none() | _PARTS,
    comment=st.none() | _PARTS,
    similar=st.lists(_IDS, max_size=2).map(tuple),
    is_verified=st.booleans(),
    matches_by_name=st.booleans(),
    other_ids=st.lists(_IDS, max_size=2).map(tuple),
)
_VENUES = [Venue("acl", "acl.yaml"), Venue("naacl", "naacl.yaml")]
corpora = st.builds(
    Corpus,
    st.lists(papers(), max_size=8),
    st.lists(persons, max_size=4),
    st.lists(st.sampled_from(_VENUES), max_size=2, unique=True),
    use_ids=st.booleans(),
    before=st.none() | st.lists(papers(), max_size=4),
)
"""Any corpus, with ids that repeat and files that mix, and some with a base at which it was quite another one."""
