"""Guessing the language."""

from __future__ import annotations

import pytest

from interdict.documents.language import guess_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Order has been on the list of the ministry since the spring of that year."),
        ("es", "La orden está en la lista del ministerio desde la primavera y no se ha ido."),
        ("fr", "Le ministère a mis l'ordre sur la liste des groupes qui ne sont pas permis."),
        ("pt", "O ministério pôs a ordem na lista dos grupos que não são permitidos ao país."),
        (
            "de",
            "Das Ministerium hat den Orden auf die Liste der Gruppen gesetzt, die es nicht mag.",
        ),
    ],
)
def test_function_words_tell_the_language(language: str, text: str) -> None:
    """One ordinary sentence is enough for the five languages."""
    assert guess_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The Order was listed.",
        "Orden znajduje się na liście ministerstwa od wiosny tego roku i nie został z niej zdjęty.",
        "Iron Heron, Marsh Lantern, Ostvale Harbour, Valdoria, Casimir Rook, Ada Quill, Tom Brook",
        "Орден внесен в список",
        "Министерство внесло Орден в список групп, и ни одна из них не разрешена в стране",
        "министерство the order in the list внесло орден and of that group в список is not",
    ],
)
def test_unsure_is_none(text: str) -> None:
    """Too few words, names alone, or another language: no guess."""
    assert guess_language(text) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "министерство внесло орден в список групп, которые не разрешены в этой стране"),
        ("uk", "міністерство внесло орден до списку груп, які не дозволені в цій країні"),
        ("ar", "وضعت الوزارة المنظمة على قائمة الجماعات المحظورة في البلاد"),
        ("fa", "وزارت این گروه را در فهرست گروه‌های ممنوع قرار داد و پس از آن چیزی نگفت"),
        ("ur", "وزارت نے اس گروہ کو ملک میں کالعدم گروہوں کی فہرست میں ڈال دیا ہے"),
        ("zh", "该部已将该组织列入恐怖组织名单并宣布冻结其全部资产而未作进一步说明"),
        ("ja", "外務省は先週この団体をテロ組織のリストに載せると発表した"),
        ("ko", "외교부는 지난주 이 단체를 테러 단체 명단에 올리겠다고 발표하였습니다"),
        ("he", "המשרד הכניס את הארגון לרשימת ארגוני הטרור במדינה"),
    ],
)
def test_scripts_and_their_letters_tell_the_language(language: str, text: str) -> None:
    """A script of one language names it; of several, the letters that only one has."""
    assert guess_language(text) == language
