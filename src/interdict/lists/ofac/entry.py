"""An entry as any of OFAC's XML formats gives it, before it is written into the record.

The texts of names, papers and features are kept as the publisher prints them in its delimited
files, which it derives from the same data ("emulates", it says): so an XML edition and a
delimited edition of one day give the same statements. What the delimited files cannot say
stands in fields of its own and goes into the part `details`.

Source: OFAC, recent action of 13 June 2012 (on the delimited files); "Advanced Sanctions Data
Model" notes; the schema ENHANCED_XML.xsd of the Sanctions List Service.
"""

from __future__ import annotations

from dataclasses import dataclass, field

NAME_LABELS = {
    "Birthdate": "DOB",
    "Place of Birth": "POB",
    "Nationality Country": "nationality",
    "Citizenship Country": "citizen",
}
"""Type of a feature -> its label in remarks, where the two differ."""

VESSEL_FEATURES = {
    "vessel call sign": "callSign",
    "vessel type": "type",
    "vessel tonnage": "tonnage",
    "vessel gross registered tonnage": "grossRegisteredTonnage",
    "vessel flag": "flag",
}
"""Type of a feature, in lower case -> property that the delimited files have a column for."""


FAMILY_FIRST = frozenset(
    ["Chinese Simplified", "Chinese Traditional", "Hangul", "Japanese", "Korean"]
)
"""Scripts whose languages put the family name first."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name or address in another script than Latin."""

    text: str
    script: str

    @classmethod
    def of_name(cls, whole: str, family: str, first: str, script: str) -> Spelling:
        """A person's name as it is said: the family name first in East Asian scripts."""
        if not (family and first):
            return cls(whole, script)
        ordered = (family, first) if script in FAMILY_FIRST else (first, family)
        return cls(" ".join(ordered), script)


@dataclass(frozen=True, slots=True)
class ListedName:
    """One name. `kind` is empty for the primary name, else `aka`, `fka`, `nka`.

    `listed` is `SURNAME, Given` for persons. `parts` are (type, value) of the parts that
    `listed` does not tell apart: middle names, patronymics and the like.
    """

    listed: str
    line: int
    kind: str = ""
    weak: bool = False
    spellings: tuple[Spelling, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Address:
    """One address, divided as in the delimited files."""

    line: int
    street: str = ""
    city: str = ""
    country: str = ""
    spellings: tuple[Spelling, ...] = ()

    @classmethod
    def of_parts(
        cls,
        parts: dict[str, str],
        country: str,
        line: int,
        spellings: tuple[Spelling, ...] = (),
    ) -> Address:
        """From `ADDRESS1` to `ADDRESS3`, `CITY`, `STATE/PROVINCE`, `POSTAL CODE`, `REGION`.

        A region stands where there is no country, and is marked as one, as in the delimited files.
        """
        street = ", ".join(filter(None, (parts.get(f"ADDRESS{n}", "") for n in (1, 2, 3))))
        town = ", ".join(filter(None, (parts.get("CITY", ""), parts.get("STATE/PROVINCE", ""))))
        city = " ".join(filter(None, (town, parts.get("POSTAL CODE", ""))))
        if not country and parts.get("REGION"):
            country = f"Region: {parts['REGION']}"
        return cls(line, street, city, country, spellings)


@dataclass(frozen=True, slots=True)
class Feature:
    """A labelled value: `Gender` `Male`. `alternative` marks a further value of one label."""

    label: str
    value: str
    line: int
    alternative: bool = False
    reliability: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A numbered paper. Dates are in words, as printed (`18 Jan 1984`)."""

    kind: str
    number: str
    line: int
    country: str = ""
    issued: str = ""
    expires: str = ""
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """As a field of a remark: `Passport A123 (Country) issued DATE expires DATE`."""
        return (
            f"{self.kind} {self.number}"
            + (f" ({self.country})" if self.country else "")
            + (f" issued {self.issued}" if self.issued else "")
            + (f" expires {self.expires}" if self.expires else "")
        )


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie to another entry: this one is `kind` that one (`Owned or Controlled By`)."""

    kind: str
    other_number: str
    other_name: str
    line: int
    quality: str = ""
    former: bool = False
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """That a list of the publisher holds the entry, and since when (EDTF, empty if not told)."""

    name: str
    since: str
    line: int


@dataclass(slots=True)
class Entry:
    """One entry. `tags` are its programmes; `measures` and `authorities` the kinds of sanction
    and their legal bases, which the formats do not tie to single programmes."""

    record_id: str
    kind: str
    line: int
    names: list[ListedName] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    remarks: str = ""
    vessel: dict[str, str] = field(default_factory=dict)
    owner: str = ""
    addresses: list[Address] = field(default_factory=list)
    features: list[Feature] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    lists: list[Listed] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    authorities: list[str] = field(default_factory=list)

    def add_feature(self, feature: Feature) -> None:
        """Sorts a feature to where the delimited files have it: a column, or the remark."""
        label = feature.label.lower()
        if not feature.alternative and label in VESSEL_FEATURES:
            prop = VESSEL_FEATURES[label]
            if prop not in self.vessel:
                self.vessel[prop] = feature.value
                return
        if label == "vessel owner" and not self.owner:
            self.owner = feature.value
        elif label == "title":
            self.titles.append(feature.value)
        else:
            self.features.append(feature)

    @property
    def primary(self) -> ListedName | None:
        """The primary name; None if the entry has none."""
        return next((name for name in self.names if not name.kind), None)
