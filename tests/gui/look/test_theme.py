"""Both themes have the same colours, and every pair of text and ground can be read."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from gui.input.actions import Actions, KeyTaken, key_text
from gui.input.commands import COMMANDS, GROUPS, Command
from gui.look import icons
from gui.look.theme import ROLES, Theme, _colours, elided, text_width
from gui.widgets.text.chip import _KINDS
from gui.words.language import Language

PAIRS = [
    ("text", "surface"), ("text", "bg"), ("text", "accent_soft"), ("text_muted", "surface"),
    ("text_muted", "bg"), ("text_faint", "surface"), ("text_faint", "bg"),
    ("text_faint", "surface_alt"), ("text_faint", "sunken"), ("text_muted", "key_bg"),
    ("accent", "surface"), ("on_accent", "accent"), ("on_accent_soft", "accent_soft"),
    ("on_warn", "warn"), ("on_warn_soft", "warn_soft"), ("on_danger", "danger"),
    ("on_danger_soft", "danger_soft"), ("on_danger_soft", "surface"), ("on_ready", "ready"),
    ("on_ready_soft", "ready_soft"), ("on_info_soft", "info_soft"), ("on_card_head", "card_head"),
    ("undo_text", "undo_bg"), ("on_undo_accent", "undo_accent"),
    *[(f"on_heat_{step}", f"heat_{step}") for step in range(7)],
]  # fmt: skip


def luminance(colour: QColor) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(
    qapp: QApplication, name: str, text: str, ground: str
) -> None:
    theme = Theme(name)
    assert contrast(theme.color(text), theme.color(ground)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_edge_of_a_field_can_be_seen(qapp: QApplication, name: str) -> None:
    theme = Theme(name)
    assert contrast(theme.color("border_strong"), theme.color("surface")) >= 3


def test_both_themes_name_the_same_colours() -> None:
    assert _colours("light").keys() == _colours("dark").keys()


def test_every_kind_of_chip_has_its_colours() -> None:
    assert {token for pair in _KINDS.values() for token in pair} <= _colours("light").keys()


def test_inter_comes_with_the_program_in_all_weights(qapp: QApplication) -> None:
    from PySide6.QtGui import QFontDatabase, QFontInfo

    theme = Theme("light")
    for role in ROLES:
        assert QFontInfo(theme.font(role)).family() == "Inter"
    assert {QFontDatabase.weight("Inter", s) for s in QFontDatabase.styles("Inter")} == {
        400, 500, 600, 700, 800,
    }  # fmt: skip


def test_digits_are_all_of_one_width_in_tables(qapp: QApplication) -> None:
    font = Theme("light").font("row_total")
    assert text_width(font, "111.111") == text_width(font, "888.888")


def test_the_user_s_text_size_scales_letters_and_measures(qapp: QApplication) -> None:
    large = Theme("light", 2.0)
    assert large.font("row").pixelSize() == 2 * Theme("light").font("row").pixelSize()
    assert large.px(44) == 88


def test_a_text_that_is_given_the_width_it_asks_for_is_not_cut(qapp: QApplication) -> None:
    theme = Theme("light")
    for role in ROLES:
        for text in ("Beras Raja Lele Oranye 5 kg", "Ctrl+Z", "i", "Terlambat"):
            font = theme.font(role)
            assert elided(font, text, text_width(font, text)) == text


def test_every_command_has_an_icon_that_exists(qapp: QApplication) -> None:
    for command in COMMANDS:
        if command.icon:
            assert icons.letter(command.icon)


def test_every_command_belongs_to_a_known_page() -> None:
    assert {command.group for command in COMMANDS} <= GROUPS.keys()
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


def test_two_commands_of_a_page_cannot_have_one_key(qapp: QApplication) -> None:
    taken = (Command("a", "A", ("F2",), "", "x"), Command("b", "B", ("F2",), "", "x"))
    with pytest.raises(KeyTaken):
        Actions(taken)
    everywhere = (Command("a", "A", ("F2",)), Command("b", "B", ("F2",), "", "x"))
    with pytest.raises(KeyTaken):
        Actions(everywhere)


def test_two_pages_may_use_the_same_key(qapp: QApplication) -> None:
    Actions((Command("a", "A", ("F2",), "", "x"), Command("b", "B", ("F2",), "", "y")))


def test_keys_are_named_in_the_language_of_the_screen(language: Language) -> None:
    assert key_text("Space") == "Space"
    language.choose("id")
    assert key_text("Space") == "Spasi"
    assert key_text("Ctrl+Return") == "Ctrl+Enter"
    assert Actions().key("payment.cash") == "T"
