"""What each field of OFAC's remarks comes to mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interdict.lists.ofac.labels import LABELS, RULES
from interdict.lists.ofac.remarks import Reading, read_field, split, split_cut

FACTS = [
    ("Person", "DOB 16 Jul 1951", "birthDate", "1951-07-16", ""),
    ("Person", "DOB circa 1964", "birthDate", "1964~", ""),
    ("Person", "alt. DOB 1951 to 1953", "birthDate", "1951/1953", "alternative"),
    ("Person", "POB Zenda, Ruritania", "birthPlace", "Zenda, Ruritania", ""),
    ("Person", "alt. POB Strelsau", "birthPlace", "Strelsau", "alternative"),
    ("Person", "nationality Ruritania", "nationality", "Ruritania", ""),
    ("Person", "citizen Grustark", "citizenship", "Grustark", ""),
    ("Person", "Gender Female", "gender", "female", ""),
    ("Person", "Passport R1234567 (Ruritania)", "passportNumber", "R1234567", ""),
    ("Person", "National ID No. 61-0314 (Ruritania)", "idNumber", "61-0314", ""),
    ("Person", "Cedula No. 1234567 (Ruritania)", "idNumber", "1234567", ""),
    ("Person", "SSN 000-00-0000 (United States)", "socialSecurityNumber", "000-00-0000", ""),
    ("Person", "C.U.R.P. INVE610314HXXXXX01 (Mexico)", "idNumber", "INVE610314HXXXXX01", ""),
    ("Organization", "Tax ID No. 555 0001", "taxNumber", "555 0001", ""),
    ("Organization", "NIT # 800100200-1 (Colombia)", "taxNumber", "800100200-1", ""),
    ("Organization", "V.A.T. Number XX 123 (Ruritania)", "vatCode", "XX 123", ""),
    ("Organization", "Registration Number HRB 12 (Zenda) (X)", "registrationNumber", "HRB 12", ""),
    ("Organization", "Identification Number IMO 9999991", "imoNumber", "IMO9999991", ""),
    ("Organization", "Company Number 0000001 (Hong Kong)", "registrationNumber", "0000001", ""),
    ("Organization", "SWIFT/BIC HARBRU22", "swiftBic", "HARBRU22", ""),
    ("Organization", "D-U-N-S Number 00-000-0001", "dunsCode", "00-000-0001", ""),
    ("Organization", "Legal Entity Number 00INVENTED00", "leiCode", "00INVENTED00", ""),
    ("Organization", "Organization Established Date 1999", "incorporationDate", "1999", ""),
    ("Organization", "Organization Type: Sea transport", "sector", "Sea transport", ""),
    ("Organization", "Target Type State-Owned Enterprise", "classification",
     "State-Owned Enterprise", ""),
    ("Organization", "Phone Number 40555", "phone", "40555", ""),
    ("Organization", "alt. Fax: 40556", "phone", "40556", "fax"),
    ("Organization", "Email Address a@b.example", "email", "a@b.example", ""),
    ("Organization", "a@b.example (email).", "email", "a@b.example", ""),
    ("Organization", "Website www.b.example", "website", "www.b.example", ""),
    ("Organization", "http://b.example/x (website)", "website", "http://b.example/x", ""),
    ("Organization", "a.k.a. 'PIER; ONE'", "weakAlias", "PIER; ONE", ""),
    ("Organization", "f.k.a. 'PIER ONE'", "previousName", "PIER ONE", "weak"),
    ("Organization", "n.k.a. 'PIER TWO'", "alias", "PIER TWO", "nka"),
    ("Person", "a.k.a. 'GRAU, Pico'", "weakAlias", "Pico GRAU", ""),
    ("Vessel", "Vessel Registration Identification IMO 9999991", "imoNumber", "IMO9999991", ""),
    ("Vessel", "MMSI 999000111", "mmsi", "999000111", ""),
    ("Vessel", "alt. Former Vessel Flag Grustark", "pastFlags", "Grustark", ""),
    ("Vessel", "Other Vessel Call Sign RUX12", "callSign", "RUX12", "other"),
    ("Airplane", "Aircraft Manufacturer's Serial Number (MSN) 4711", "serialNumber", "4711", ""),
    ("Airplane", "Aircraft Tail Number RU-ABC", "registrationNumber", "RU-ABC", ""),
    ("Airplane", "Aircraft Mode S Transponder Code 00AB", "icaoCode", "00AB", "mode_s"),
    ("Airplane", "Aircraft Model X 400", "model", "X 400", ""),
    ("Airplane", "Aircraft Manufacture Date Mar 1990", "buildDate", "1990-03", ""),
    ("Organization", "Secondary sanctions risk: Invented Rules, sections 1 and 2", "notes",
     "Invented Rules, sections 1 and 2", "secondary_sanctions_risk"),
    ("Person", "Additional Sanctions Information - Subject to Rules", "notes",
     "Subject to Rules", "additional_sanctions_information"),
    ("Organization", "Executive Order 13662 Directive Determination - Subject to Directive 1",
     "notes", "Executive Order 13662 Directive Determination - Subject to Directive 1",
     "executive_order"),
    ("Person", "Chief Pilot of the 2nd Harbour since 1999", "position",
     "Chief Pilot of the 2nd Harbour since 1999", ""),
    ("Person", "brother of Otto Grau", "notes", "brother of Otto Grau", ""),
    ("Organization", "founded by Otto Grau", "notes", "founded by Otto Grau", ""),
]  # fmt: skip


@pytest.mark.parametrize(("schema", "text", "prop", "value", "qualifier"), FACTS)
def test_a_field_says_what_its_label_means(
    schema: str, text: str, prop: str, value: str, qualifier: str
) -> None:
    """Each form of field gives its property, value and qualifier, without drift."""
    reading = read_field(text, schema, RULES)
    assert (prop, value, qualifier) in [(f.prop, f.value, f.qualifier) for f in reading.facts]
    assert not reading.drift


def node_of(text: str) -> dict[str, list[str]]:
    """Facts of the one further entity that a field speaks of."""
    (node,) = read_field(text, "Person", RULES).nodes
    facts: dict[str, list[str]] = {"schema": [node.schema], "tag": [node.tag]}
    for fact in node.facts:
        facts.setdefault(fact.prop, []).append(fact.value)
    if node.other:
        facts["other"] = [node.other]
    return facts


def test_a_passport_keeps_country_and_both_dates_apart() -> None:
    """Number, country, issue and expiry are separate facts of the passport."""
    assert node_of("alt. Passport R 12 (Ruritania) issued 02 Jan 2001 expires Jan 2011") == {
        "schema": ["Passport"],
        "tag": ["passport-R-12-Ruritania"],
        "number": ["R 12"],
        "type": ["Passport"],
        "country": ["Ruritania"],
        "startDate": ["2001-01-02"],
        "endDate": ["2011-01"],
    }


def test_a_number_with_two_places_has_an_authority_and_a_country() -> None:
    """The last place in parentheses is the country, the one before it the registrar's seat."""
    facts = node_of("Registration Number HRB 12 (Zenda) (Ruritania)")
    assert (facts["authority"], facts["country"]) == (["Zenda"], ["Ruritania"])


def test_a_wallet_has_a_currency_and_a_key() -> None:
    """A digital currency address becomes a wallet, `alt.` or not."""
    for text in ("Digital Currency Address - XBT 1Inv", "alt. Digital Currency Address - XBT 1Inv"):
        facts = node_of(text)
        assert facts["publicKey"] == ["1Inv"]
        assert (facts["currencySymbol"], facts["schema"]) == (["XBT"], ["CryptoWallet"])


def test_linked_to_names_the_other_party() -> None:
    """Also where the name holds commas and stops."""
    assert node_of("Linked To: PIER CARGO, S.A. DE C.V.")["other"] == ["PIER CARGO, S.A. DE C.V."]


def test_a_directive_has_its_own_dates() -> None:
    """Listing and effective dates are events of the measure that they name."""
    listed = node_of("Listing Date (EO 14024 Directive 3): 24 Feb 2022")
    assert (listed["program"], listed["event:listed"]) == (["EO 14024 Directive 3"], ["2022-02-24"])
    effective = node_of("Effective Date (CMIC) 14 Feb 2022")
    assert effective["program"] == ["CMIC-EO13959"]
    assert effective["event:in_force"] == ["2022-02-14"]


@pytest.mark.parametrize(
    "text",
    [
        "DOB sometime in spring",
        "Passport R12 issued under the name Otto Grau",
        "Passport issued in Zenda",
        "a.k.a. 'UNCLOSED",
        "Harbour Card No. 12345",
        "Sails under: false papers",
        "Digital Currency Address - XBT",
        "Gender Unknown",
        "Listing Date (CMIC) soon",
        "Born 14 Mar 1961",
        "Born circa 1961",
        "Born 1961",
    ],
)
def test_what_is_not_understood_is_kept_and_reported(text: str) -> None:
    """The whole text becomes a note, and the field's label is drift."""
    reading = read_field(text, "Person", RULES)
    assert [(f.prop, f.value) for f in reading.facts] == [("notes", text)]
    assert reading.drift.startswith("remark: ")


def test_fields_end_at_semicolons_and_the_remark_at_its_full_stop() -> None:
    """The closing full stop goes, unless an abbreviation ends there."""
    assert [f.text for f in split("DOB 1950; POB Zenda.")] == ["DOB 1950", "POB Zenda"]
    assert [f.text for f in split("Linked To: PIER S.A.")] == ["Linked To: PIER S.A."]
    assert [f.text for f in split("See Section 11.; POB Zenda")] == ["See Section 11.", "POB Zenda"]


def test_of_a_cut_remark_only_whole_fields_are_kept() -> None:
    """What follows the last separator may be half a field, even if it looks whole."""
    assert [f.text for f in split_cut("DOB 1950; POB Zen")] == ["DOB 1950"]
    assert [f.text for f in split_cut("DOB 1950; POB Zenda;")] == ["DOB 1950"]
    assert [f.text for f in split_cut("DOB 1950; POB Zenda; ")] == ["DOB 1950", "POB Zenda"]
    assert split_cut("DOB 19") == []


def test_a_field_is_whole_with_its_separator() -> None:
    """`whole` is how much of the text must be at hand to be sure of the field."""
    remark = "DOB 1950; POB Zenda"
    assert [field.whole for field in split(remark)] == [10, len(remark) + 1]


def words_of(reading: Reading) -> str:
    """Every text that a reading holds."""
    facts = [*reading.facts, *(fact for node in reading.nodes for fact in node.facts)]
    return " ".join([*(fact.value for fact in facts), *(node.other for node in reading.nodes)])


labels = st.sampled_from(sorted(LABELS))
fields = st.one_of(
    st.text(),
    st.builds(lambda label, rest: f"{label} {rest}", labels, st.text()),
    st.builds(lambda label, rest: f"alt. {label}: '{rest}'", labels, st.text(max_size=20)),
)


@given(fields, st.sampled_from(["Person", "Organization", "Vessel", "Airplane", "LegalEntity"]))
def test_no_field_is_lost(text: str, schema: str) -> None:
    """Any field gives a statement with text of its own; nothing raises."""
    for field in split(text):
        reading = read_field(field.text, schema, RULES)
        assert words_of(reading).strip()


@given(st.lists(st.text(alphabet="abc .'()1", min_size=1).filter(str.strip), max_size=8))
def test_splitting_and_joining_keeps_every_field(texts: list[str]) -> None:
    """Fields come back in their order, but for white space and the closing full stop."""
    found = [field.text.rstrip(".") for field in split("; ".join(texts))]
    kept = [text.strip().rstrip(".").strip() for text in texts]
    assert [text.strip() for text in found if text.strip()] == [text for text in kept if text]


@given(st.text(alphabet="ab; .", max_size=60), st.integers(0, 60))
def test_a_cut_never_shows_what_the_whole_does_not(remark: str, at: int) -> None:
    """Fields of a cut remark are the first fields of the whole one."""
    at = min(at, len(remark))
    whole, cut = split(remark), split_cut(remark[:at])
    assert [f.text for f in cut] == [f.text for f in whole if f.whole <= at]
