"""Names as people write them in many places, none of which is a fault."""

import pytest

EVERYWHERE = [
    pytest.param("Minh Van|Nguyen", id="Vietnamese, with a middle name"),
    pytest.param("Nguyễn Thị Minh|Huyền", id="Vietnamese, the family name first"),
    pytest.param("Win Pa|Pa", id="Burmese, without a family name"),
    pytest.param("Phu Mon|Htut", id="Burmese"),
    pytest.param("Anna Björk|Nikulásdóttir", id="an Icelandic patronymic"),
    pytest.param("Carla|Parra Escartín", id="a Spanish double surname"),
    pytest.param("Pedro Henrique|Luz de Araujo", id="a Portuguese name with a particle"),
    pytest.param("Nizar Y.|Habash", id="an Arabic name"),
    pytest.param("Wajdi|Zaghouani El Amrani", id="an Arabic particle"),
    pytest.param("AliAkbar|Badri", id="a Persian name in one word"),
    pytest.param("Ha Fidaa ul|Hassan", id="an Urdu link in a given name"),
    pytest.param("Antal|van den Bosch", id="Dutch particles"),
    pytest.param("Sabine|Schulte im Walde", id="German particles"),
    pytest.param("|Mausam", id="a mononym"),
    pytest.param("|Supryadi", id="an Indonesian mononym"),
    pytest.param("P S V|N", id="South Indian initials"),
    pytest.param("Anand Kumar|M", id="an initial behind the name"),
    pytest.param("Kai-wei|Chang", id="Taiwanese, with a hyphen"),
    pytest.param("ChaeHun|Park", id="Korean, with a capital inside"),
    pytest.param("Işın|Demirşahin", id="the Turkish dotless i"),
    pytest.param("素格|王", id="Han"),
    pytest.param("서연|김", id="Hangul"),
    pytest.param("Игорь|Мельчук", id="Cyrillic"),
    pytest.param("Ọláyínká|Àjàyí", id="Yoruba marks"),
    pytest.param("Conor|McDonald", id="Scottish"),
    pytest.param("Md. Shad|Akhtar", id="an abbreviated Mohammed"),
    pytest.param("Neasa|Ní Chiaráin", id="Irish"),
    pytest.param("Danna|Nawafleh d’Armond", id="an elided particle"),
]
