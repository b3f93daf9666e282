"""Names of which no record can say where the family name begins, or which people part as they like."""

from collections.abc import Iterable

_TELLING_WORDS = {
    "Vietnamese": """
        bui cuong dang dinh doan duong hieu hoang hung huong huynh khanh kiet luu ngo ngoc nguyen nghia pham phan phuc
        phuong quoc quynh thanh thuy tran trinh trung truong tuan tuyen vinh vuong
    """,
    "Burmese": """
        aung hla hlaing htay htet htike htun htut khaing khin kyaw kyi lwin maung mya myat myint myo naing nway nwe
        nyein nyunt phyo phyu shwe thant thazin thiri thura zaw
    """,
}
_SHARED_WORDS = {
    "Vietnamese": """
        an anh bach bao bich binh cao chau chi cong dai dao dat do duc dung duy gia giang ha hai hanh hien ho hoa hoai
        hong hue huu huy khoa kim lam lan le linh loan long luong ly mai manh minh my nam nga ngan nhat nhu phong phu
        quan quang quy son ta tai tam tan thai thao thi thien thinh thu tien tin to toan trang tri trong tu tung van
        vi viet vo vu xuan yen
    """,
    "Burmese": """
        aye ei mar mie moe mon oo pa sandi sann sin soe su swe thaw thein thet thida thu tin tint tun wai wint win ye
        yee yi yin yu zin zun
    """,
}
_TELLING = {people: frozenset(listed.split()) for people, listed in _TELLING_WORDS.items()}
"""Folded words that hardly anybody else is called by: one is enough."""
_SHARED = {people: frozenset(listed.split()) for people, listed in _SHARED_WORDS.items()}
"""Folded words that others are called by, too: all words of a name must be among them."""


_SURNAMES_OF_EAST_ASIA = frozenset(
    """
    ahn bae baek cai chan chang chao chen cheng cheung chiang chiu choi chou chow chung deng du fan feng fu gao gu guo
    han he hong hou hsieh hsu hu huang hwang jang jeon jeong jiang jin jung kang kim ko kuo kwok kwon lai lam lau law
    lee leung li liang liao lim lin liu lu luo ma mao min na ng oh ong pan park peng qian qin ren seo shao shen shi shin
    sim so song suh sun tan tang teo tian tsai tse wan wang wei wen wong woo wu xia xiao xie xiong xu xue yan yang yao
    ye yeh yeo yi yin yoo yoon yu yuan zeng zhang zhao zheng zhong zhou zhu zou
    """.split()  # noqa: SIM905 - a list of words
)
"""Of China, Korea and their neighbours, as they are mostly romanised."""


def is_surname_of_east_asia(word: str) -> bool:
    """Whether a folded word is a frequent Chinese or Korean surname, before which no European particle stands.

    >>> is_surname_of_east_asia("wang")
    True
    """
    return word in _SURNAMES_OF_EAST_ASIA


def _is_of(people: str, words: Iterable[str]) -> bool:
    own = set(words)
    return bool(own & _TELLING[people]) or (bool(own) and own <= _SHARED[people])


def is_vietnamese(words: Iterable[str]) -> bool:
    """Whether the folded words of a name look Vietnamese.

    >>> is_vietnamese(["tin", "van", "huynh"]), is_vietnamese(["koen", "van", "winckel"])
    (True, False)
    """
    return _is_of("Vietnamese", words)


def is_burmese(words: Iterable[str]) -> bool:
    """Whether the folded words of a name look Burmese.

    >>> is_burmese(["win", "pa", "pa"]), is_burmese(["chris", "win"])
    (True, False)
    """
    return _is_of("Burmese", words)


def is_icelandic(words: Iterable[str]) -> bool:
    """Whether folded words of a name end in a patronymic, which is no family name.

    >>> is_icelandic(["anna", "bjork", "nikulasdottir"]), is_icelandic(["ada", "lovelace"])
    (True, False)
    """
    return any(word.endswith(("dottir", "sson")) for word in words)
