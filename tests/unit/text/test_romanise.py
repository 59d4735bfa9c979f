"""Names of other scripts in Latin letters."""

import pytest

from interdict.text.normalize import fold
from interdict.text.romanise import MOST_FORMS, romanisations


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("محمود سليمان", "mahmoud suleiman"),
        ("عبد الكريم", "abdul karim"),
        ("عبد الكريم", "abdelkarim"),
        ("عبدالقادر", "abd al kader"),
        ("عبد الله", "abdullah"),
        ("شمس الدين", "shams al din"),
        ("سيف الله", "sayfullah"),
        ("أوفيدو", "ofido"),
        ("Сергей Чайковский", "sergey chaykovskiy"),
        ("Сергей Чайковский", "sergei chaikovskii"),
        ("Сергей Чайковский", "sergey chaykovsky"),
        ("Ярослав Гнатюк і Ганна", "yaroslav hnatyuk i hanna"),
        ("Ђурђа Њежић", "durda njezic"),
        ("Ђурђа Њежић", "djurdja nyezhich"),
        ("Ευάγγελος Μπότσαρης", "evangelos botsaris"),
        ("שלמה ברקוביץ'", "shlomo brkobich"),
        ("צ'רלי", "chrli"),
        ("अनिल शर्मा", "anil sharma"),
        ("Мориката Тиёми", "morikata chiyomi"),
        ("Синтаро Дзёдзи", "shintaro joji"),
        ("Сунь Цзяньмин", "sun jianming"),
        ("Гуан Сяолун", "guang xiaolong"),
        ("최영호", "choi yeong ho"),
        ("최영호", "choe yong ho"),
        ("리 철수", "ri chol su"),
        ("마르코 브라운", "marko braun"),
        ("주식회사 금강", "jusik hoesa geumgang"),
        ("李建国", "li jianguo"),
        ("李建国", "li jian guo"),
        ("欧阳明", "ouyang ming"),
        ("鈴木一郎", "suzuki ichiro"),
        ("朴泰浩", "pak tae ho"),
        ("海河贸易有限公司", "haihe maoyi youxian gongsi"),
        ("さとう", "sato"),
        ("マルコ・ブラウン", "maruko buraun"),
        ("マルコ・ブラウン", "marko braun"),
        ("Հայկ", "hayk"),
        ("გიორგი", "giorgi"),
    ],
)
def test_a_usual_spelling_is_among_the_forms(text: str, form: str) -> None:
    """By the rules of the script, or by its table of common names."""
    assert form in romanisations(text)


@pytest.mark.parametrize("text", ["", "—", "Ana Núñez", "Иван", "김정호", "محمد", "王", "A الف 1"])
def test_one_to_four_folded_forms_best_first(text: str) -> None:
    """The first is what `fold` gives; each is folded; none twice."""
    forms = romanisations(text)
    assert 1 <= len(forms) <= MOST_FORMS
    assert len(set(forms)) == len(forms)
    assert forms[0] == fold(text)
    assert [fold(form) for form in forms] == list(forms)


def test_letters_that_only_look_latin_are_read_as_they_look() -> None:
    """A spelling that mixes alphabets to pass a filter; a wholly Cyrillic word is Cyrillic."""
    assert fold("Bоris Pеtrov") == "boris petrov"  # the first o and the first e are Cyrillic
    assert fold("Вор") == "vor"


def test_scripts_that_meet_without_a_space_are_told_apart() -> None:
    """As in names of East Asian firms."""
    assert fold("株式会社ABC") == "kabushiki kaisha abc"


def test_points_joiners_and_digits_of_other_scripts() -> None:
    """Vowel points and joiners do not matter; digits become those of ASCII."""
    assert fold("مُحَمَّد") == fold("محمد") == fold("محمـد")
    assert fold("لواء ٤٧") == "liwa 47"


def test_persian_and_arabic_code_points_are_one_letter() -> None:
    """Yeh and kaf have two code points each."""
    assert romanisations("علی") == romanisations("علي")
    assert romanisations("کریم") == romanisations("كريم")
