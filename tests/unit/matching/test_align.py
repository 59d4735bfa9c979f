"""What an alignment leaves of a score."""

from interdict.matching.align import align
from interdict.matching.kept import FULL, SINGLE_KEEPS, TITLED_KEEPS
from interdict.matching.links import Words
from interdict.matching.scoring import name_score
from interdict.matching.similarity import word_similarity
from interdict.matching.weights import neutral_weight
from interdict.text.names import tokenise


def words(name: str, weight: int | None = None) -> Words:
    """A person's name with one weight for each word, that of no list if none is given."""
    tokens = tokenise(name, person=True)
    weights = tuple(weight or neutral_weight(token) for token in tokens)
    return Words(tokens, weights, sum(weights))


def kept(asked: str, listed: str, weight: int | None = None) -> int:
    """Share of the score that is kept, in 1/10,000."""
    return align(words(asked, weight), words(listed), word_similarity).kept


def score(asked: str, listed: str) -> int:
    """The score of two names."""
    return name_score(align(words(asked), words(listed), word_similarity))


def test_what_agrees_keeps_everything() -> None:
    """Also where words of one side alone are missing."""
    assert kept("Teodor Vaskelis", "Teodor Vaskelis") == FULL
    assert kept("Teodor Vaskelis", "Teodor Ernest Vaskelis") == FULL
    assert kept("T Vaskelis", "Teodor Vaskelis") == FULL


def test_other_middle_initials_are_a_doubt() -> None:
    """An initial on one side alone is none."""
    assert kept("Teodor J Vaskelis", "Teodor K Vaskelis") < FULL
    assert kept("Teodor J Vaskelis", "Teodor Vaskelis") == FULL


def test_father_and_son_turned_round_are_two_persons() -> None:
    """Family name first is not that."""
    assert kept("Omar bin Teodor", "Teodor bin Omar") < FULL
    assert kept("Kasuri Omar bin Teodor", "Omar bin Teodor Kasuri") == FULL


def test_a_number_on_one_side_alone_is_a_doubt() -> None:
    """Digits and Roman numerals; long numbers name nobody."""
    assert kept("Dunarea Fund II", "Dunarea Fund") < FULL
    assert kept("Dunarea Fund 2", "Dunarea Fund") < FULL
    assert kept("Dunarea Fund", "Dunarea Fund 20817") == FULL


def test_few_words_have_to_be_exact() -> None:
    """The same slip costs more where another word is not found."""
    whole = kept("Teodr Vaskelis", "Teodor Vaskelis")
    part = kept("Teodr Vaskelis", "Teodor Ernest Vaskelis")
    assert part < whole < FULL


def test_a_word_that_many_have_is_hardly_a_slip() -> None:
    """Weight says how many parties have the asked word."""
    assert kept("Hanan Kasuri", "Hasan Kasuri", 400) < kept("Hanan Kasuri", "Hasan Kasuri")


def test_another_order_asks_for_more() -> None:
    """Exact words may stand in any order; slips and lacking words count more there."""
    assert kept("Vaskelis Teodor", "Teodor Vaskelis") == FULL
    assert kept("Vaskelis Teodr", "Teodor Vaskelis") < kept("Teodr Vaskelis", "Teodor Vaskelis")
    assert kept("Vaskelis Teodor", "Teodor Ernest Vaskelis") < FULL


def test_two_words_that_are_one_listed_one_rest_on_one_word() -> None:
    """Where the listed name has another word; the other way round two listed words are found."""
    assert kept("Dong Ming", "Dongming Wang") <= SINGLE_KEEPS
    assert kept("TeodorVaskelis", "Teodor Vaskelis Ernest") > SINGLE_KEEPS


def test_a_listed_initial_is_no_second_word_where_another_is_lacking() -> None:
    """Tatiana Vasiliev is not Tatiana V. Chernykh, but may be Tatiana V."""
    assert kept("Tatiana Vasiliev", "Tatiana V Chernykh") <= SINGLE_KEEPS
    assert kept("Tatiana Vasiliev", "Tatiana V") > SINGLE_KEEPS
    assert kept("Tatiana V Chernykh", "Tatiana Vasiliev Chernykh") > SINGLE_KEEPS


def test_an_extra_word_costs_more_than_a_missing_one() -> None:
    """People leave out middle names more often than they invent them."""
    extra = score("Teodor Ernest Vaskelis", "Teodor Vaskelis")
    missing = score("Teodor Vaskelis", "Teodor Ernest Vaskelis")
    assert extra < missing < score("Teodor Vaskelis", "Teodor Vaskelis")


def test_another_name_is_hardly_a_slip() -> None:
    """Rania is a name of its own for Rana, Ranka is none; equal names lose nothing."""
    assert kept("Rania Vaskelis", "Rana Vaskelis") < kept("Ranaa Vaskelis", "Rana Vaskelis")
    assert kept("Rania Vaskelis", "Rania Vaskelis") == FULL


def test_a_womans_name_does_not_stand_for_a_mans() -> None:
    """Michelle is not Michel; a slip in either is read as that name."""
    assert kept("Michelle Vaskelis", "Michel Vaskelis") < 9 * FULL // 10
    assert kept("Michell Vaskelis", "Michelle Vaskelis") > 9 * FULL // 10
    assert kept("Olga Baryn", "Oleg Baran") < 9 * FULL // 10


def test_initials_that_differ_contradict_each_other() -> None:
    """As other words do."""
    assert kept("William G Frost", "William W Frost") == kept(
        "William Gu Frost", "William Wo Frost"
    )


def test_words_of_business_leave_a_single_word_its_weight() -> None:
    """Whether asked or listed; a word that tells who it is does not."""
    assert kept("Vaskelis Holding", "Vaskelis") == FULL
    assert kept("Vaskelis", "Vaskelis International Services") == FULL
    assert kept("Vaskelis Seafood", "Vaskelis") == SINGLE_KEEPS


def test_a_name_in_use_is_another_name_rather_than_a_slip() -> None:
    """Khalid is not Khalil where `Khalit` may be; Gang is not Wang; VTB is not VEB."""
    assert kept("Khalid Vaskelis", "Khalil Vaskelis") < kept("Khalit Vaskelis", "Khalil Vaskelis")
    assert kept("Gang Vaskelis", "Wang Vaskelis") < kept("Gang Vaskelis", "Gong Vaskelis")
    assert kept("Vtb Vaskelis", "Veb Vaskelis") < kept("Vteb Vaskelis", "Vtub Vaskelis")


def test_a_name_of_one_word_with_its_title_says_more() -> None:
    """Qari Vaskelis may be Qari Teodor Vaskelis; with another title less so."""
    assert kept("Qari Vaskelis", "Qari Teodor Vaskelis") == TITLED_KEEPS
    assert kept("Mullah Vaskelis", "Qari Teodor Vaskelis") == SINGLE_KEEPS
