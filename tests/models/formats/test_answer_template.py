"""The shop's own text around an answer: what is left out, and what is said where it is wrong."""

import pytest

from models.errors import BadTemplate
from models.formats import answer_template
from models.formats.answer_template import DEFAULTS, PLACEHOLDERS, REQUIRED

PARTS = dict.fromkeys(PLACEHOLDERS, "") | {"items": "1. Gula", "total": "Rp5", "shop": "Maju"}
NEEDED = "{items}{total}{missing}{questions}"


@pytest.mark.parametrize("text", DEFAULTS.values(), ids=DEFAULTS)
def test_what_is_delivered_can_be_filled_in_and_leaves_out_what_is_nothing(text: str) -> None:
    hello, bye = text.split("\n")[0], text.split("\n")[-1]
    shown = answer_template.filled(text, PARTS | {"order": "x"}).split("\n")
    assert shown[2:-2] == ["1. Gula", "", "Rp5"]
    assert shown[0].startswith(hello.split("{")[0])
    assert shown[-1].startswith(bye.split("{")[0])


def test_both_names_of_a_placeholder_are_read_in_every_text() -> None:
    text = "{ Barang } {total} {kosong} {QUESTIONS}"
    assert answer_template.filled(text, PARTS) == "1. Gula Rp5"


def test_a_line_without_placeholders_stays_and_so_does_one_with_something() -> None:
    text = f"Halo!\nSiap: {{ready}}\n{NEEDED}\n\n{{payment}}\n\nSalam {{ready}} {{shop}}"
    assert answer_template.filled(text, PARTS) == "Halo!\n1. GulaRp5\n\nSalam  Maju"


def test_what_a_part_says_is_never_read_as_a_placeholder() -> None:
    parts = PARTS | {"items": "1. {shop} \\1"}
    assert answer_template.filled(NEEDED, parts) == "1. {shop} \\1Rp5"


@pytest.mark.parametrize(
    ("text", "reason", "line", "column", "word"),
    [
        ("Halo {nama},\n" + NEEDED, "unknown", 1, 6, "{nama}"),
        (NEEDED + "\n\n  {toko", "brace", 3, 3, "{"),
        (NEEDED + "\n:}", "brace", 2, 2, "}"),
        (NEEDED + "\n{}", "unknown", 2, 1, "{}"),
        ("{items}\n{total}\n{questions}", "missing", 3, 12, "{missing} / {kosong}"),
        ("{{items}}", "brace", 1, 1, "{"),
        (NEEDED + "\n" + "x" * 2000, "too_long", 2, 1966, "2000"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    text: str, reason: str, line: int, column: int, word: str
) -> None:
    with pytest.raises(BadTemplate) as told:
        answer_template.check(text)
    found = told.value
    assert (found.reason, found.line, found.column, found.word) == (reason, line, column, word)
    assert not answer_template.is_usable(text)


@pytest.mark.parametrize("part", REQUIRED)
def test_nothing_that_a_customer_has_to_hear_can_be_forgotten(part: str) -> None:
    text = DEFAULTS["en"].replace(f"{{{part}}}", "")
    assert not answer_template.is_usable(text)


@pytest.mark.parametrize("value", [None, 5, True, []])
def test_a_preference_that_is_no_text_is_refused(value: object) -> None:
    assert not answer_template.is_usable(value)
