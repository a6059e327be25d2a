"""The colours, letters and sizes of every window, light and dark, by meaning and not by name."""

import re
import tomllib
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from math import ceil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QFontMetricsF,
    QGuiApplication,
    QIcon,
    QPalette,
)
from PySide6.QtWidgets import QApplication, QWidget

from gui.look import icons
from gui.look.style_sheet import style_sheet

RESOURCES = Path(__file__).parent.parent.parent / "resources"

_NUMBER, _UNIT = r"[^\s\d\u00bc-\u00be]{0,3}[\d\u00bc-\u00be]\S*", r"\s[^\W\d_]{1,8}\b"
_AMOUNT = re.compile(rf"(?<!\S){_NUMBER}(?:{_UNIT})?")
#: The end of a name: `137 gram`, `600ml`, `2 x 5 kg`, and the unit behind it, ` · pcs`.
_SIZE = re.compile(
    rf"(?:\s{_NUMBER}(?:\s[x\u00d7]\s{_NUMBER})?(?:{_UNIT}\.?)?)?(?:\s+\u00b7\s+\S+)?$"
)
#: Where a word may break without a sign.
BREAK = "\u200b"
_LONG, _PIECE = re.compile(r"\S{25,}"), re.compile(r".{1,12}")
_LEAST = 4  # letters of a name, with its …, that are worth keeping beside a size

# Role: pixels, weight, letter spacing in pixels, tabular digits.
ROLES: dict[str, tuple[int, int, float, bool]] = {
    "body": (14, 400, 0, True),
    "body_strong": (14, 600, 0, True),
    "button": (14, 600, 0, True),
    "row": (15, 500, 0, True),
    "row_total": (15, 600, 0, True),
    "head": (12, 600, 0, True),
    "key": (12, 600, 0, True),
    "chip": (12, 600, 0, True),
    "small": (12, 400, 0, True),
    "second": (13, 400, 0, True),
    "second_strong": (13, 600, 0, True),
    "card_title": (15, 600, 0, True),
    "card_title_wide": (17, 600, 0, True),
    "clock": (16, 700, 0, True),
    "wall_clock": (28, 700, 0, True),
    "search": (18, 400, 0, True),
    "title": (20, 700, 0, True),
    "page_title": (24, 700, -0.3, True),
    "figure": (24, 700, 0, True),
    "figure_wide": (32, 700, 0, True),
    "total": (48, 700, -1.2, True),
    "total_wide": (64, 700, -1.2, True),
    "order_number": (40, 800, -0.5, False),
    "change": (64, 700, -2, True),
    "queue_line": (22, 500, 0, True),
    "queue_wait": (34, 700, 0, True),
    "queue_state": (16, 600, 0, True),
    "queue_number": (84, 800, -2, False),
}


class Theme:
    """One look: `color("accent")`, `font("row")`, `px(8)`, `icon("cart-outline")`.

    `name` is light, dark or system; `text_scale` is the user's text size (1.0 = 100 %).
    """

    def __init__(self, name: str = "system", text_scale: float = 1.0) -> None:
        self.chosen = name
        self.text_scale = text_scale
        self.name = _system_theme() if name == "system" else name
        self._colours = _colours(self.name)
        self._family = _family()
        self._fonts: dict[str, QFont] = {}
        self._sheet = ""

    @property
    def is_dark(self) -> bool:
        return self.name == "dark"

    def dark(self) -> "Theme":
        """This theme if it is dark, or the dark one with the same text size."""
        return self if self.is_dark else Theme("dark", self.text_scale)

    def color(self, token: str) -> QColor:
        return QColor(self._colours[token])

    def hex(self, token: str) -> str:
        return self._colours[token]

    def px(self, pixels: float) -> int:
        """A measure of the design (pixels at 100 %), scaled with the text size."""
        return round(pixels * self.text_scale)

    def font(self, role: str) -> QFont:
        if role not in self._fonts:
            pixels, weight, spacing, tabular = ROLES[role]
            self._fonts[role] = self.letters(pixels, weight, spacing, tabular)
        return QFont(self._fonts[role])

    def letters(
        self, pixels: float, weight: int = 400, spacing: float = 0, tabular: bool = True
    ) -> QFont:
        """A font that has no role of its own; `pixels` at 100 % text size."""
        font = QFont(self._family)
        font.setPixelSize(max(1, self.px(pixels)))
        font.setWeight(QFont.Weight(weight))
        if spacing:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing * self.text_scale)
        # Said either way: a painter fills in what is left unsaid from the widget's own font.
        # Digits of one width are what the files give (`resources/fonts/OFL.txt`).
        font.setFeature(QFont.Tag("pnum"), int(not tabular))
        return font

    def icon(self, name: str, token: str = "text", size: int = 20) -> QIcon:
        """The icon `name` (Material Design, e.g. `cart-outline`) in the colour of `token`."""
        return icons.icon(name, self.color(token), self.px(size))

    def palette(self) -> QPalette:
        return _palette(self)

    def apply_theme(self, widget: QWidget) -> None:
        """Gives a window, page or dialog and all that is in it this look."""
        widget.setPalette(self.palette())
        widget.setFont(self.font("body"))
        if not self._sheet:
            self._sheet = style_sheet(self.name, self.px, self.hex)
        widget.setStyleSheet(self._sheet)

    def apply_theme_to_application(self, application: QApplication) -> None:
        """What windows inherit that no page has dressed: dialogs of Qt, menus, tool tips."""
        if application.style().name() != "fusion":  # another one dresses all windows anew
            application.setStyle("Fusion")
        application.setPalette(self.palette())
        application.setFont(self.font("body"))
        application.setWindowIcon(icons.logo(self.color("accent"), self.color("on_accent")))


def text_width(font: QFont, text: str) -> int:
    """The pixels `text` needs, rounded up, so that it is not elided in a box of that width."""
    return ceil(QFontMetricsF(font).horizontalAdvance(text)) + 1


class Names(str):
    """Some of `count` names, one after the other, and how many are not said: `Teh, Gula +2`.

    Where they are drawn they give way as a whole, from the right; a name is cut only where it is
    the only one that is left.
    """

    _ways: tuple[tuple[str, str], ...]

    def __new__(cls, names: Sequence[str], count: int, number: Callable[[int], str]) -> "Names":
        """`number` writes how many are left."""
        ways = [
            (", ".join(names[:said]), f" +{number(count - said)}" if count > said else "")
            for said in range(len(names), 0, -1)
        ] or [("", "")]
        new = super().__new__(cls, "".join(ways[0]))
        new._ways = tuple(ways)
        return new

    def that_fit(self, font: QFont, width: int) -> str:
        for names, rest in self._ways:
            if text_width(font, names + rest) <= width:
                return names + rest
        return elided(font, names, width - text_width(font, rest)) + rest


def elided(font: QFont, text: str, width: int) -> str:
    """`text` with … for what does not fit in `width` pixels.

    Words give way from the right, except the size at the end: `Minyak Gor… 2 liter`.
    """
    if isinstance(text, Names):
        return text.that_fit(font, width)
    metrics = QFontMetrics(font)
    shown = _that_fits(metrics, text, width)
    at = size_at(text)
    if shown == text or at == len(text):
        return shown
    name = _that_fits(metrics, text[:at], width - metrics.horizontalAdvance(text[at:]))
    return name + text[at:] if len(name) > _LEAST else shown


def size_at(text: str) -> int:
    """Where the size and the unit begin that a product is told apart by; its end if it has none."""
    size = _SIZE.search(text)
    return size.start() if size else len(text)


def shortened(text: str, at: int) -> str:
    """`text` up to `at`, then …; a number goes as a whole, and with its unit.

    Less of a number is another number.
    """
    for amount in _AMOUNT.finditer(text):
        if amount.start() < at < amount.end():
            at = amount.start()
    return text[:at].rstrip() + "\u2026"


def kept_together(text: str) -> str:
    """`text` for more lines than one: it never breaks between a number and its unit."""
    return breakable(_AMOUNT.sub(_unbroken, text))


def breakable(text: str) -> str:
    """`text` in which what has no blank for long may break all the same, or it is cut."""
    return _LONG.sub(lambda word: BREAK.join(_PIECE.findall(word[0])), text)


def _that_fits(metrics: QFontMetrics, text: str, width: int) -> str:
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))
    return shown if shown in ("", text) else shortened(text, len(shown) - 1)


def _unbroken(amount: re.Match[str]) -> str:
    return amount[0].replace(" ", "\u00a0")


def _system_theme() -> str:
    scheme = QGuiApplication.styleHints().colorScheme()
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"


@cache
def _colours(name: str) -> dict[str, str]:
    with (RESOURCES / "themes" / f"{name}.toml").open("rb") as file:
        colours: dict[str, str] = tomllib.load(file)["colours"]
    return colours


@lru_cache(maxsize=1)
def _family() -> list[str]:
    """Inter from the program's own files, then what the machine has."""
    for path in sorted((RESOURCES / "fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))
    return ["Inter", "Noto Sans", QFont().defaultFamily()]


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    tokens = {
        role.Window: "bg",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "surface_alt",
        role.Text: "text",
        role.Button: "surface",
        role.ButtonText: "text",
        role.BrightText: "on_danger",
        role.Light: "surface",
        role.Midlight: "grid",
        role.Mid: "border",
        role.Dark: "border_strong",
        role.Shadow: "border_strong",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.ToolTipBase: "undo_bg",
        role.ToolTipText: "undo_text",
        role.PlaceholderText: "text_faint",
        role.Accent: "accent",
    }
    palette = QPalette()
    for which, token in tokens.items():
        palette.setColor(which, theme.color(token))
    disabled = QPalette.ColorGroup.Disabled
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(disabled, which, theme.color("text_faint"))
    palette.setColor(disabled, role.Button, theme.color("sunken"))
    palette.setColor(disabled, role.Base, theme.color("sunken"))
    palette.setColor(disabled, role.Highlight, theme.color("border"))
    palette.setColor(disabled, role.HighlightedText, theme.color("text_muted"))
    return palette
