"""Quotations: where they stand, their kind, and who speaks."""

from __future__ import annotations

from itertools import pairwise

import pytest

from interdict.claims.quotes import Quote, find_quotes
from interdict.model.source import Block, Document, DocumentKind, Segment


def document(*paragraphs: str, kinds: dict[int, str] | None = None) -> Document:
    """A news document of those paragraphs; `kinds` names blocks that are no paragraph."""
    text, blocks = "", []
    for number, paragraph in enumerate(paragraphs):
        start = len(text)
        text += paragraph
        blocks.append(Block((kinds or {}).get(number, "paragraph"), start, len(text)))
        text += "\n"
    return Document(
        sha256="0" * 64,
        file_name="story.txt",
        container="plain",
        kind=DocumentKind.NEWS,
        raw=text,
        text=text,
        segments=(Segment(0, 0, len(text)),),
        blocks=tuple(blocks),
    )


def read(*paragraphs: str) -> list[tuple[str, str | None, str]]:
    doc = document(*paragraphs)
    return [(doc.text[q.start : q.end], q.speaker, q.kind) for q in find_quotes(doc)]


def speakers(*paragraphs: str) -> list[str | None]:
    return [speaker for _, speaker, _ in read(*paragraphs)]


INTRO = "Foreign Minister Ada Lark met Senator Tomas Brandt in the capital of Ruritania."


@pytest.mark.parametrize(
    "text",
    [
        "“The port stays closed,” Lark said on Friday.",
        "“The port stays closed,” said Lark, who was visiting the coast.",
        "“The port stays closed,” Foreign Minister Ada Lark told reporters.",
        "“The port stays closed,” Lark, a former judge with the Coastal Court, told the Gazette.",
        "Lark said, “The port stays closed.”",
        "Lark has repeatedly warned: “The port stays closed.”",
        "In a speech on Friday, Lark added that “the port stays closed for the whole year.”",
        '"The port stays closed," Lark said.',
        "‘The port stays closed,’ Lark said.",
        "“The port stays closed,” according to Lark.",
        "According to Lark, “the port stays closed for the whole of this year.”",
        "“Will the port stay closed?” Lark asked.",
        "The port, Lark said, would be “closed for good” by winter.",
        "The port will be “closed for good” by winter, Lark said on Friday.",
    ],
)
def test_a_tag_names_the_speaker_by_the_fullest_name(text: str) -> None:
    """Before, after, inverted, with a title, with an apposition: it is the same person."""
    assert speakers(INTRO, text) == ["Ada Lark"]


def test_a_tag_in_the_middle_carries_over() -> None:
    """The quotation that goes on after the tag has the same speaker."""
    assert speakers(INTRO, "“It is late,” Lark said in a note on Friday. “We must go.”") == [
        "Ada Lark",
        "Ada Lark",
    ]
    assert speakers(INTRO, "“It is late,” Lark said, “and we must go before the night.”") == [
        "Ada Lark",
        "Ada Lark",
    ]


def test_a_new_tag_ends_the_carrying_over() -> None:
    """Each quotation with its own tag has its own speaker."""
    assert speakers(INTRO, "“It is late,” Lark said. “It is early,” Brandt said.") == [
        "Ada Lark",
        "Tomas Brandt",
    ]


def test_a_sentence_between_ends_the_carrying_over() -> None:
    """With the author's own sentence between, nobody can tell."""
    assert speakers(INTRO, "“It is late,” Lark said. The hall was full. “Go home now.”") == [
        "Ada Lark",
        None,
    ]


def test_pronouns_mean_the_one_last_tagged() -> None:
    """He and she are whoever was last said to say something, quoted or not."""
    assert speakers(INTRO, "Brandt argued for a ban.", "“It is time,” he told reporters.") == [
        "Tomas Brandt"
    ]
    assert speakers(INTRO, "Lark said little. She added that “it is far too early to tell.”") == [
        "Ada Lark"
    ]


def test_a_person_who_opens_a_sentence_takes_the_pronoun() -> None:
    """Somebody else who came up since must not be passed over."""
    assert speakers(INTRO, "Lark said little.", "Brandt left early.", "“Enough,” he said.") == [
        "Tomas Brandt"
    ]


def test_a_pronoun_without_anybody_before_it_is_left_open() -> None:
    """A wrong speaker is worse than none."""
    assert speakers("The port was closed.", "“It is time,” he said.") == [None]


def test_bodies_speak_and_their_statements_go_on() -> None:
    """A ministry is a speaker; "the statement added" is the same one."""
    found = speakers(
        "In a press release, the Transport Ministry said, “The port is closed.”",
        "The statement added that “ships are to wait outside the bay until further notice.”",
    )
    assert found == ["Transport Ministry", "Transport Ministry"]


def test_unnamed_speakers_keep_their_description() -> None:
    """A reporter, a senior official: as printed, without the article."""
    assert speakers("“Is it closed?” a reporter asked the minister.") == ["reporter"]
    assert speakers("“It is closed,” a senior port official said.") == ["senior port official"]


def test_one_of_several_is_nobody_named() -> None:
    """Who they are stands elsewhere; a wrong speaker is worse than none."""
    assert speakers("Two envoys were asked. “It is closed,” one of them said.") == [None]


def test_two_people_of_one_surname_leave_the_speaker_open() -> None:
    """Which Lark it was, nobody can tell."""
    assert speakers(INTRO, "Her brother Jonas Lark came.", "“It is late,” Lark said.") == [None]
    assert speakers(INTRO, "Her brother Jonas Lark came.", "“It is late,” Ada Lark said.") == [
        "Ada Lark"
    ]


def test_an_office_with_one_holder_means_that_person() -> None:
    """The minister is the one minister of the story; of two presidents, neither."""
    assert speakers(INTRO, "“It is late,” the minister said.") == ["Ada Lark"]
    both = "President Ivo Stahl received President Mara Quist."
    assert speakers(both, "“It is late,” the president said.") == [None]


def test_the_passive_subject_does_not_speak() -> None:
    """Whoever is accused or described says nothing."""
    assert speakers(INTRO, "Brandt was accused of “selling the whole port” last year.") == [None]


def test_reports_and_ambiguous_pronouns_are_left_open() -> None:
    """A report need not be the last speaker's; nor a pronoun the first of two people named."""
    assert speakers(
        INTRO, "Lark said little.", "The ban is “a joke for all”, the report said."
    ) == [None]
    two = "Envoy Tomas Brandt met Senator Oskar Veld in the capital."
    assert speakers(two.replace("Oskar", "Tomas"), "“It is time,” he said.") == [None]


def test_a_pronoun_means_the_one_whose_given_name_fits() -> None:
    """She is not Tomas; where the subject can be meant, it is."""
    assert speakers(INTRO, "“It is time,” he said.") == ["Tomas Brandt"]
    assert speakers(INTRO, "“It is time,” she said.") == ["Ada Lark"]


def test_a_name_with_an_article_finds_its_full_form() -> None:
    """Lower-case parts of a name belong to it."""
    story = "The rebel chief Omar al-Tarif was seen in the hills."
    assert speakers(story, "“We hold the pass,” al-Tarif said.") == ["Omar al-Tarif"]


def test_a_name_in_apposition_to_an_office_speaks() -> None:
    """The president of the league, so and so."""
    assert speakers("“It is late,” the president of the league, Mara Quist, said.") == [
        "Mara Quist"
    ]


def test_quoted_as_saying_is_speech() -> None:
    """One passive does name the speaker."""
    assert speakers(INTRO, "Brandt was quoted as saying “we never sold the port to them.”") == [
        "Tomas Brandt"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The order bans offering “goods or services” to the band.",
        "The band was listed as a “Specially Watched Maritime Band” in May.",
        "The band, called “Red Heron,” was listed.",
        "The order concerns Heron Shipping (the “Company”) and its owners.",
        "The rebels dubbed “Black Heron” fled.",
    ],
)
def test_terms_are_nobodys_words(text: str) -> None:
    """Statutory terms, programme names and nicknames have no speaker."""
    assert [(speaker, kind) for _, speaker, kind in read(INTRO, text)] == [(None, "term")]


def test_partial_quotations_are_told_from_whole_ones() -> None:
    """Words woven into a sentence are partial, whatever their tag."""
    assert read(INTRO, "Lark has said she has “more or less” decided.") == [
        ("“more or less”", "Ada Lark", "partial")
    ]
    assert read(INTRO, "“I have decided,” Lark said.")[0][2] == "direct"


def test_a_set_off_block_is_the_announced_speakers() -> None:
    """The paragraph before it ends in a colon and says who speaks."""
    doc = document(
        INTRO,
        "Later, Lark announced in a statement that the bay is shut:",
        "The bay is shut. Ships must wait. “No” is the answer to all who ask.",
        "Nobody came.",
        kinds={2: "blockquote"},
    )
    (quote,) = find_quotes(doc)
    assert (quote.kind, quote.speaker) == ("block", "Ada Lark")
    assert doc.text[quote.start : quote.end].startswith("The bay is shut.")


def test_a_quotation_can_run_over_paragraphs() -> None:
    """A paragraph left open goes on in the next, with the same speaker."""
    found = read(
        INTRO,
        "“The bay is shut,” Lark said. “Ships must wait.",
        "“And they must wait long,” she added.",
    )
    assert [speaker for _, speaker, _ in found] == ["Ada Lark"] * 3
    assert speakers(
        INTRO, "Lark said: “Ships must wait.", "“And so must we all.”", "It rained."
    ) == [
        "Ada Lark",
        "Ada Lark",
    ]


def test_a_missing_mark_does_not_turn_the_text_inside_out() -> None:
    """An odd straight mark ends with its line; the next line is read afresh."""
    found = read(INTRO, 'The so-called "heron is a bird.', '"It is late," Lark said.')
    assert found[1] == ('"It is late,"', "Ada Lark", "direct")


def test_nested_quotations_are_one() -> None:
    """Only the outer words are reported."""
    assert [text for text, _, _ in read(INTRO, "“He said ‘never’ to me,” Lark said.")] == [
        "“He said ‘never’ to me,”"
    ]


def test_apostrophes_are_no_quotations() -> None:
    """Possessives, elisions and decades open nothing."""
    assert read("The members' vote and the ship's crew of the '90s rock 'n' roll.") == []
    assert read("The members’ vote and the ship’s crew.") == []


def test_the_clause_covers_quotation_and_tag() -> None:
    """What to show as evidence: the words with whoever says them."""
    doc = document(INTRO, "On Friday, Lark said, “Ships must wait.” Rain fell.")
    (quote,) = find_quotes(doc)
    assert doc.text[quote.clause_start : quote.clause_end] == "Lark said, “Ships must wait.”"
    assert doc.text[quote.inner_start : quote.inner_end] == "Ships must wait."
    assert quote.speaker_start is not None and quote.speaker_end is not None
    assert doc.text[quote.speaker_start : quote.speaker_end] == "Lark"


def test_blocks_may_be_missing() -> None:
    """A document without blocks is read line by line."""
    doc = document(INTRO, "“Ships must wait,” Lark said.")
    bare = Document(
        **{name: getattr(doc, name) for name in Document.__slots__ if name != "blocks"}, blocks=()
    )
    assert find_quotes(bare) == find_quotes(doc) != []


@pytest.mark.parametrize(
    "text",
    ["“" * 5_000, '"a' * 5_000, "“a” said " * 2_000, "Lark " * 5_000, "'" * 5_000, "A said, “b” "],
)
def test_degenerate_text_is_read(text: str) -> None:
    """Long repetitions end, with spans that nest and do not overlap."""
    quotes: list[Quote] = find_quotes(document(text))
    for quote in quotes:
        assert 0 <= quote.clause_start <= quote.start < quote.inner_start
        assert quote.inner_end <= quote.end <= quote.clause_end <= len(text)
    assert all(a.end <= b.start for a, b in pairwise(quotes))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is late,” said Mara Quist KC, who appears for Ivo Stahl, the owner.", "Mara Quist"),
        ("“It is late,” Mara Quist of the Coastal Institute told the Gazette.", "Mara Quist"),
        ("“It is late,” Conservative MP Mara Quist wrote.", "Mara Quist"),
        ("“It is late,” Quist’s statement said. Mara Quist left.", "Mara Quist"),
        ("The group's founder, Mara Quist, wrote: “It is late.”", "Mara Quist"),
        ("Mara Quist, a judge, chair of the league, said: “It is late.”", "Mara Quist"),
        ("Mara Quist (D-Ostvale) said the step was “much too late to help.”", "Mara Quist"),
        ("An adviser to the coastal government said: “It is late.”",
         "adviser to the coastal government"),
        ("“It is late,” a spokesman for the league said.", "spokesman for the league"),
        ("The league's port office said it was “late for all that”, a view that Stahl shares.",
         "The league's port office"),
        ("The Workers' League said: “It is late.”", "Workers' League"),
        ("The Gazette quoted a port official as saying it was “much too late.”", "port official"),
        ("In the words of one captain, it is “late for all that”.", "captain"),
        ("One captain, who asked not to be named, put it this way: “It is late.”", "captain"),
        ("The step, which Mara Quist called “late for all that”, came in May.", "Mara Quist"),
        ("Mara Quist puts the chance of that at “close to zero or less”.", "Mara Quist"),
    ],
)  # fmt: skip
def test_the_speaker_is_the_subject_of_the_reporting_clause(text: str, speaker: str) -> None:
    """Without titles and letters behind a name, and with what belongs to a role."""
    assert speakers(text) == [speaker]


def test_the_subject_of_the_sentence_before_takes_the_pronoun() -> None:
    """Somebody in an aside of its own does not count; two subjects leave it open."""
    assert speakers(
        "Mara Quist, who followed Ivo Stahl in May, has shut the port.", "“It is late,” she said."
    ) == ["Mara Quist"]
    assert speakers(
        "Hanno Quist and his deputy, Ivo Stahl, shut the port.", "“It is late,” he said."
    ) == [None]


def test_quotations_alone_in_paragraphs_go_on() -> None:
    """They have the speaker of the paragraph before, if that ended with a quotation."""
    assert (
        speakers("“It is late,” said Mara Quist, a judge.", "“We must go.", "“Now.”")
        == ["Mara Quist"] * 3
    )
    assert speakers("“It is late,” said Mara Quist. The hall was full.", "“We must go.”") == [
        "Mara Quist",
        None,
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Es tarde”, dijo la ministra de Puertos, Inés Robledo, en la radio.", "Inés Robledo"),
        ("La senadora Inés Robledo celebró la noticia y pidió que llegue “antes de mayo o nunca”.",
         "Inés Robledo"),
        ("Robledo, a la que el consejo multó en mayo, reaccionó: “Es muy tarde”.", "Robledo"),
        ("Según la fiscal del puerto, es “tarde para todos los que viven allí”.",
         "la fiscal del puerto"),
    ],
)  # fmt: skip
def test_spanish_clauses_are_parsed_alike(text: str, speaker: str) -> None:
    """The subject stands behind its verb, or before it with its appositions."""
    assert speakers(text) == [speaker]


def test_a_verb_without_its_subject_has_the_one_before() -> None:
    """Spanish leaves out a pronoun where English says "they"."""
    assert speakers(
        "Los abogados del puerto rechazaron la orden. “No es justa”, afirmaron en una carta."
    ) == ["Los abogados del puerto"]


def test_titles_of_works_are_terms() -> None:
    """A book is nobody's utterance, nor is what calls itself by a name."""
    text = "In her book, “The Late Port: How a Coast Was Sold”, she names “the Herons”, so-called."
    assert [kind for _, _, kind in read(text)] == ["term", "term"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is late,” scoffed Mara Quist.", "Mara Quist"),
        ("“Es tarde”, espetó Inés Robledo.", "Inés Robledo"),
        ("“Es tarde”, dice el comunicado de Robledo.", "Robledo"),
        ("The league has said it will ``fight the order in all its forms.''", "The league"),
        (
            "Mara Quist is not on the list. It sued, calling the order “a stunt for the public”.",
            None,
        ),
    ],
)
def test_other_ways_of_saying(text: str, speaker: str | None) -> None:
    """Verbs that no list has, texts of somebody, the marks of the Federal Register."""
    assert speakers(text) == [speaker]


def test_a_described_person_is_the_subject() -> None:
    """Not somebody named in the clause that describes."""
    text = "A merchant who has paid Anna Quist for years was blunt. “It is late,” he said."
    assert speakers(text) == ["merchant"]


def test_a_pause_does_not_end_the_carrying_over() -> None:
    """A short sentence of which the speaker is the subject."""
    assert (
        speakers(INTRO, "“It is late,” Lark said. “Go home.” She paused. “Go now.”")
        == ["Ada Lark"] * 3
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anne Dumas est venue. « Il est tard », a-t-elle déclaré.", "Anne Dumas"),
        ("« Il est tard », a répondu l'avocate du groupe, Anne Dumas.", "Anne Dumas"),
        ("„Es ist spät“, sagte Hafenministerin Petra Lohse am Montag.", "Petra Lohse"),
    ],
)
def test_french_and_german_quotations(text: str, speaker: str) -> None:
    """Marks with a space inside, auxiliaries, offices of one word."""
    assert speakers(text) == [speaker]


def test_a_name_that_is_part_of_another_is_no_subject() -> None:
    """It is the embassy that speaks, and nobody knows whose name it is called by."""
    assert speakers("The Ruritania embassy “welcomes the new order”, it said.") == [None]


def test_a_quotation_that_ends_with_another_keeps_its_tag() -> None:
    """The comma before both closing marks leads on to who said it."""
    text = "\"We will not wait and say, 'Let us see,'\" Karl Mundt told reporters in the port."
    assert speakers("The minister is Karl Mundt.", text) == ["Karl Mundt"]


def test_they_may_be_one_spokesperson() -> None:
    """Who is known by an office alone may be "they", whatever others are said to have noted."""
    told = "A Home Office spokesperson said the department noted the ruling."
    assert speakers(f"{told} “We regret it,” they said.") == ["Home Office spokesperson"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«No hay mando», opina von Berg. Inés von Berg es jurista.", "Inés von Berg"),
        ("Para la jurista Inés Robles, «no hay mando único ni jefe visible».", "Inés Robles"),
        ("A juicio del jurista Aldo Mur, «la lista no servirá para nada».", "Aldo Mur"),
        ("To Aldo Mur, a retired judge, it is “a gift to the smugglers”.", "Aldo Mur"),
        ("Aldo Mur disagrees. “It is a gift to the smugglers.”", "Aldo Mur"),
        ("Aldo Mur’s answer was brief: “Never in my life.”", "Aldo Mur"),
        ("La respuesta de Aldo Mur fue breve: «Nunca en la vida».", "Aldo Mur"),
        ("“The port is shut,” read a statement from the Harbour Front.", "Harbour Front"),
        ("“The port is shut,” says a letter issued by the Harbour Front.", "Harbour Front"),
        ("“The port is shut,” read a statement.", None),
        ("«Es un regalo», escribió en X Aldo Mur.", "Aldo Mur"),
        ("«Es un regalo», advirtió ayer a este diario Aldo Mur.", "Aldo Mur"),
        ("«Es un regalo», proclamó desde la tribuna el diputado Aldo Mur.", "Aldo Mur"),
        ("«Es un regalo», ha dicho el senador Aldo Mur.", "Aldo Mur"),
        ("«Es un regalo», se queja Aldo Mur, del Instituto del Puerto.", "Aldo Mur"),
        ("«Es un regalo», sentencia el abogado de la casa, Aldo Mur.", "Aldo Mur"),
        ("Aldo Mur, who had led it since 2004, spoke of “a grave mistake”.", "Aldo Mur"),
        ("Aldo Mur, the judge who once called it “a sieve with flags”, is ill.", "Aldo Mur"),
        ("“It is late,” the front’s spokesman, Aldo Mur, told reporters.", "Aldo Mur"),
        ("Aldo Mur reacted. “It is late,” the president said.", "Aldo Mur"),
        ("Los aludidos replicaron con un mensaje: «Somos un ejército».", None),
    ],
)
def test_who_speaks_without_a_plain_tag(text: str, speaker: str | None) -> None:
    """Viewpoints, answers, texts, and words between the verb and the one who speaks."""
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            (
                "The front was founded by the cleric Akram al-Sarr.",
                "Sarr was angry. “No,” he said.",
            ),
            ["Akram al-Sarr"],
        ),
        (
            (
                "El anuncio lo hizo el Ministerio de Puertos en un comunicado.",
                "«La liga es una banda», afirma el texto.",
            ),
            ["Ministerio de Puertos"],
        ),
        (
            ("Aldo Mur celebró la noticia. Preguntado por la huelga, dijo que «no la habrá».",),
            ["Aldo Mur"],
        ),
        (
            (
                "“The war is over,” said its president, Inés Robles.",
                "Conservative port safety critic Aldo Mur welcomed the ban. “It is late,” he said.",
            ),
            ["Inés Robles", "Aldo Mur"],
        ),
        (
            ("Zübeyde Mur, abogada de la liga, recurrirá la orden. «Llega tarde», lamentó.",),
            ["Zübeyde Mur"],
        ),
        (("Aldo Mur vowed revenge. His fleet, he went on, “will sail at dawn”.",), ["Aldo Mur"]),
        (
            ("«La mesa sigue», sostuvo Aldo Mur; «nadie se va a levantar de ella».",),
            ["Aldo Mur", "Aldo Mur"],
        ),
        (
            ("John Mur resigned. The head of the league is Otmar Brenn. “No,” he said.",),
            [None],
        ),
    ],
)
def test_who_speaks_is_told_before(paragraphs: tuple[str, ...], expected: list[str | None]) -> None:
    """By a surname without its article, by a statement, by the sentence before; or by nothing."""
    assert speakers(*paragraphs) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            (
                "“La era ha acabado”, dijo el ministro, Pedro Luna. Ambos grupos, añadió, son “una"
                " amenaza para todos”."
            ),
            "Pedro Luna",
        ),
        ("Un hombre que dice hablar por los Osos lo negó: “Es un error”.", "Un hombre"),
        ("Más cauta se mostró Mara Quist, de la Red: “Aún es pronto”.", "Mara Quist"),
        (
            "A man who identified himself as Ivo Stahl rejected it. “It is late,” he said.",
            "Ivo Stahl",
        ),
        ("The call was brushed aside by Mara Quist. “It is late,” she said.", "Mara Quist"),
        (
            (
                "“It is late,” Mara Quist said. “Who will pay?” The ministry last year offered one"
                " million for a name."
            ),
            "Mara Quist",
        ),
        ("“It is late,” Mara Quist wrote on X. “Nobody came to the port.”", "Mara Quist"),
    ],
)
def test_subjects_that_stand_elsewhere(text: str, name: str) -> None:
    """A verb between commas, a subject behind its verb or behind "by", a name somebody gives."""
    assert speakers(text)[-1] == name


def test_the_official_is_a_holder_of_an_office_or_nobody() -> None:
    """ "The official" points back; behind a body alone it is left open, and so is who goes on."""
    told = "La isla cederá, informó ayer en Lima el secretario de Estado, Pedro Luna."
    quoted = "«Es tarde», dijo el funcionario. «Nadie vino», agregó."
    assert speakers(told, quoted) == ["Pedro Luna", "Pedro Luna"]
    assert speakers("El Ministerio de Pesca cedió.", quoted) == [None, None]
