"""The real files, as editions: which list, which date, which files of the folder `data`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Issue:
    """The files of one edition.

    Attributes:
        on: the date to give as `--edition`; empty where the files tell it.
        paths: files or folders below `data`.
        what: what the file is, in a few words, for the table.
    """

    dataset: str
    on: str
    paths: tuple[str, ...]
    what: str = ""

    def words(self, data: Path) -> list[str]:
        """The words of `interdict list load` behind `load`."""
        dated = ["--edition", self.on] if self.on else []
        return [self.dataset, *(str(data / path) for path in self.paths), *dated]


def ofac_history() -> tuple[Issue, ...]:
    """The three complete sets and the nine dated editions of sdn.csv alone, in order."""
    whole = (("2019-01-15", "sdn_2019_01"), ("2021-04-14", "sdn_2021_04"),
             ("2021-07-07", "sdn_2021_07"))  # fmt: skip
    alone = ("2021-08-18", "2022-03-07", "2022-04-29", "2023-09-28", "2023-12-28", "2024-02-20",
             "2024-02-23", "2024-05-03", "2024-07-02")  # fmt: skip
    return (
        *(Issue("us_ofac_sdn", day, (f"ofac/{folder}",)) for day, folder in whole),
        *(Issue("us_ofac_sdn", day, (f"ofac/history/sdn_{day}.csv",), "alone") for day in alone),
    )


LOADED: tuple[Issue, ...] = (
    *ofac_history(),
    Issue("us_ofac_sdn", "2025-12-01", ("ofac/altadd_2025_12",), "without entries"),
    Issue("us_ofac_cons", "", ("ofac/ofac_cons_2025_01",), "enhanced XML, zipped"),
    Issue("us_ofac_cons", "", ("ofac/ofac_cons_2025_03",), "classic XML"),
    Issue("us_ofac_cons", "2025-12-01", ("ofac/ofac_cons_2025_12",)),
    Issue(
        "us_state_fto",
        "2025-11-24",
        ("federal_register/fto_dates_partial.csv",),
        "dates alone",
    ),
    *(
        Issue("un_sc", "", (f"un/un_{day}.xml",))
        for day in ("2018-10-29", "2020-03-20", "2020-11-30", "2025-04-19", "2026-02-27")
    ),
    Issue("eu_fsf", "", ("eu/sample_eu_small.xml",), "a sample"),
    Issue("uk_ofsi", "", ("uk/ConList_2018-04-13.csv",)),
    Issue("uk_ofsi", "", ("uk/ConList_2020-04-27.csv",)),
    Issue("uk_sanctions_list", "2025-08-11", ("uk/FCDO_SL_2025-08-11.ods",), "short form"),
    Issue("ca_sema", "2022-06-01", ("ca/sema-lmes_2022.xml",)),
    Issue("ca_sema", "2025-03-01", ("ca/sema_2025.xml",)),
    Issue("au_dfat", "2022-05-01", ("au/regulation8_consolidated_2022-05.xls",)),
    Issue("own_list", "2026-04-22", ("multi_list/sanctions_2026-04-22.csv",)),
    Issue("own_list_fto", "2026-04-22", ("multi_list/fto_tagged_ofac_2026-04.csv",)),
)
"""Every file of lists that can be loaded. Days without a source are those of public archives."""

REFUSED: tuple[Issue, ...] = (
    Issue("un_sc", "", ("un/un_2024-10-16_MALFORMED.xml",)),
    Issue("un_sc", "", ("un/un_2025-08-16_MALFORMED.xml",)),
    Issue("eu_fsf", "", ("eu/eu_fsf_2022-03-18_TRUNCATED_3.9MB.xml",)),
    Issue("ca_sema", "", ("ca/sema_2025.xml",)),
    Issue("us_ofac_sdn", "", ("ofac/sdn_2021_07",)),
)
"""What must not be loaded: broken files, and files without a date of which none is given."""
