"""Legal forms and their classes."""

import pytest

from interdict.text.legal_forms import form_at, legal_class, legal_forms
from interdict.text.names import Kind, tokenise
from interdict.text.normalize import fold


@pytest.mark.parametrize(
    ("name", "form", "kind"),
    [
        ("ООО Ромашка", "llc", "limited"),
        ("Ромашка ЗАО", "cjsc", "joint_stock"),
        ("Romashka d. o. o.", "doo", "limited"),
        ("Romashka Sp. z o.o.", "spzoo", "limited"),
        ("Romashka FZ-LLC", "fze", "limited"),
        ("Romashka Sdn Bhd", "sdnbhd", "limited"),
        ("Romashka A/S", "as", "joint_stock"),
        ("Romashka S.p.A.", "spa", "joint_stock"),
        ("Romashka Pte. Ltd.", "pteltd", "limited"),
        ("Romashka GmbH & Co. KG", "gmbhcokg", "partnership"),
        ("Romashka Public Limited Company", "plc", "joint_stock"),
        ("百合有限公司", "coltd", "limited"),
        ("株式会社百合", "kk", "joint_stock"),
        ("주식회사 백합", "kk", "joint_stock"),
    ],
)
def test_a_form_is_found_in_any_spelling_and_script(name: str, form: str, kind: str) -> None:
    """One token for the form, in its canonical spelling, with its class."""
    forms = [token.text for token in tokenise(name) if token.kind is Kind.LEGAL_FORM]
    assert forms == [form]
    assert legal_class(form) == kind


def test_every_variant_leads_to_its_form() -> None:
    """No line of the table is out of reach, and every variant is folded text."""
    for variant, canonical in legal_forms().canonical.items():
        words = variant.split()
        assert fold(variant) == variant
        assert form_at(words, 0) == (canonical, len(words))
        assert legal_class(canonical)


def test_what_is_no_form_has_no_class() -> None:
    """Words of names."""
    assert legal_class("romashka") == ""
