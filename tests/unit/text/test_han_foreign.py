"""Foreign names in Han, and Chinese ones beside them."""

import pytest

from interdict.text.phonetic import sound_distance
from interdict.text.romanise import romanisations
from interdict.text.scripts.han_foreign import foreign_readings
from interdict.text.sounds import without_doubts


def _nearest(name: str, written: str) -> int:
    return min(sound_distance(name, reading) for reading in foreign_readings(written))


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("gordon", "戈登"),  # r not written
        ("martens", "马滕斯"),
        ("helmer", "赫尔默"),
        ("ramirez", "拉米雷斯"),
        ("lindberg", "林德伯格"),
        ("gibson", "吉布森"),
        ("jibril", "吉布里尔"),  # ji and gi are one character
        ("nikolaev", "尼古拉耶夫"),
        ("washington", "華盛頓"),
    ],
)
def test_a_foreign_name_sounds_near_one_of_its_readings(name: str, written: str) -> None:
    assert _nearest(name, written) <= 15


def test_l_and_r_are_told_apart_in_no_reading_with_doubts() -> None:
    _, doubtful, _ = foreign_readings("拉多")
    assert sound_distance("lado", doubtful) == sound_distance("rado", doubtful)


def test_a_reading_is_shown_without_its_doubts() -> None:
    plain, doubtful, _ = foreign_readings("哈丁")
    assert doubtful != plain
    assert without_doubts(doubtful) == plain == "hadin"


def test_the_first_reading_has_no_doubts() -> None:
    assert romanisations("哈丁·戈登")[0] == "hadin goden"


def test_a_character_of_no_table_is_read_by_its_pinyin() -> None:
    assert foreign_readings("囧巷") == ("jonshan", "jonshan", "jonshan")


def test_a_chinese_given_name_may_stand_apart() -> None:
    assert romanisations("王 杰") == romanisations("王杰")
    assert romanisations("王 杰")[0] == "wang jie"
    assert romanisations("欧阳 修")[0] == "ouyang xiu"
