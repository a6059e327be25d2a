"""The little that Qt's own controls need to look like ours: edges, corners, focus, scroll bars."""

from collections.abc import Callable
from pathlib import Path
from string import Template

ICONS = Path(__file__).parent.parent.parent / "resources" / "icons"

_SHEET = Template("""
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QTimeEdit, QComboBox {
    background: $surface; color: $text; border: 1px solid $border_strong;
    border-radius: ${radius}px; padding: 0 ${pad}px; min-height: ${field}px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit, QTextEdit { padding: ${small}px ${small}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QTimeEdit:focus, QComboBox:focus {
    border: 2px solid $accent; padding: 0 ${pad_focus}px; min-height: ${field_focus}px;
}
QPlainTextEdit:focus, QTextEdit:focus { padding: ${small_focus}px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QSpinBox:disabled,
QComboBox:disabled {
    background: $sunken; color: $text_faint; border-color: $border;
}
QLineEdit[wrong="true"], QComboBox[wrong="true"] {
    border: 2px solid $danger_edge; padding: 0 ${pad_focus}px; min-height: ${field_focus}px;
}
QLineEdit[bare="true"] {
    background: transparent; border: none; padding: 0; min-height: 0;
}
QAbstractSpinBox QLineEdit { border: none; background: transparent; min-height: 0; padding: 0; }
QComboBox::drop-down { border: none; width: ${drop}px; }
QComboBox::down-arrow {
    image: url("$icons/chevron-down-$name.svg"); width: ${mark}px; height: ${mark}px;
}
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button,
QTimeEdit::up-button, QTimeEdit::down-button { width: 0; border: none; }
QComboBox QAbstractItemView {
    background: $surface; color: $text; border: 1px solid $border; outline: none;
    selection-background-color: $accent_soft; selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: ${field}px; padding: 0 ${small}px; }
QPushButton {
    background: $surface; color: $text; border: 1px solid $border; border-radius: ${radius}px;
    padding: 0 ${pad}px; min-height: ${button}px; min-width: ${wide}px; font-weight: 600;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $sunken; }
QPushButton:focus { border: 2px solid $accent; padding: 0 ${pad_focus}px;
    min-height: ${button_focus}px; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:focus { border-color: $text; }
QPushButton:disabled { background: $sunken; color: $text_faint; border-color: $border; }
QMenu { background: $surface; color: $text; border: 1px solid $border; padding: ${tiny}px; }
QMenu::item { padding: ${small}px ${drop}px ${small}px ${pad}px; border-radius: 6px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $text_faint; }
QMenu::separator { height: 1px; background: $grid; margin: ${tiny}px; }
QToolTip { background: $undo_bg; color: $undo_text; border: 1px solid $undo_border;
    padding: ${tiny}px ${small}px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollArea > QWidget > Page { background: $bg; }
QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 0; }
QScrollBar::handle { background: $border_strong; border-radius: ${bar_radius}px; }
QScrollBar::handle:vertical { min-height: 32px; margin: ${bar_gap}px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: ${bar_gap}px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCheckBox, QRadioButton { color: $text; spacing: ${small}px; min-height: ${touch}px; }
QCheckBox::indicator, QRadioButton::indicator { width: ${mark}px; height: ${mark}px;
    border: 1px solid $border_strong; border-radius: 5px; background: $surface; }
QRadioButton::indicator { border-radius: ${half_mark}px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
    image: url("$icons/check-$name.svg"); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent;
    image: url("$icons/dot-$name.svg"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
    background: $sunken; border-color: $border; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $text_faint; }
QTableView, QListView, QTreeView { background: $surface; border: none; outline: none;
    gridline-color: $grid; selection-background-color: $accent_soft; selection-color: $text; }
QHeaderView { background: $surface_alt; border: none; }
QHeaderView::section { background: $surface_alt; color: $text_muted; border: none;
    border-bottom: 1px solid $border; padding: 0 ${cell}px; }
QTableView QLineEdit, QTableView QComboBox { border-radius: 4px; min-height: 0; }
QTabBar::tab { background: transparent; color: $text_muted; padding: ${small}px ${pad}px;
    min-height: ${tab}px; border-bottom: 3px solid transparent; font-weight: 600; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QTabWidget::pane { border: none; border-top: 1px solid $border; }
QProgressBar { background: $sunken; border: none; border-radius: 4px; max-height: 8px;
    color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QSplitter::handle { background: transparent; }
QDialog { background: $bg; }
""")


def style_sheet(name: str, px: Callable[[float], int], color: Callable[[str], str]) -> str:
    """The sheet of the theme `name`; `px` gives sizes in pixels, `color` the colour of a token."""
    measures: dict[str, object] = {
        "name": name,
        "icons": ICONS.as_posix(),
        "mark": px(18),
        "half_mark": px(18) // 2,
        "radius": 8,
        "pad": px(12),
        "pad_focus": px(12) - 1,
        "small": px(8),
        "small_focus": px(8) - 1,
        "tiny": px(4),
        "field": px(40) - 2,
        "field_focus": px(40) - 4,
        "button": px(48) - 2,
        "button_focus": px(48) - 4,
        "wide": px(72),
        "drop": px(32),
        "touch": px(32),
        "tab": px(30),
        "cell": px(12),
        "bar": 12,
        "bar_gap": 3,
        "bar_radius": 3,
    }
    tokens = _SHEET.get_identifiers()
    values = {token: measures.get(token) or color(token) for token in tokens}
    return _SHEET.substitute(values)
