"""Asked where goods are missing: how many there are, why not more, and who decides about the rest.

The number comes first, because that is what was just counted; what is there goes into the box.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.fulfilment.overlays.prompts import CardPrompt, short_name
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.buttons.button import Button
from gui.words.error_messages import sentence
from gui.words.formatting import Formatting
from models.errors import ShopError
from models.fulfilment.cards import CardLine
from models.fulfilment.fulfilment import SHORT_REASONS

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -2, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 2}
_COLUMNS = 2


class ShortPrompt(CardPrompt):
    """Digits say how many there are; letters and arrows say why; Enter takes it.

    The rest is reported short, or the counter is asked what shall become of it: `asks` says which
    of the two Enter does; `keys` are those of Enter and of asking.
    """

    #: Carries the order, the line, the reason and the thousandths that are there.
    answered = Signal(object, object, str, object)
    #: The same, for the counter to decide about the rest.
    counter_asked = Signal(object, object, str, object)

    def __init__(
        self,
        theme: Theme,
        form: Formatting,
        line: CardLine,
        keys: tuple[str, str],
        *,
        asks: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(theme, form, parent)
        self._line = line
        self._asks = asks
        self._ask_key = ""
        self._reason = SHORT_REASONS[0]
        self.title(self.tr("How many are there? {name}").format(name=short_name(line)))
        enter, ask = keys
        asking, icon = self.tr("Ask the counter"), "comment-question-outline"
        button = (
            Button(self.theme, asking, icon, "primary", enter)
            if asks
            else Button(self.theme, self.tr("Report"), "check", "primary", enter)
        )
        after = self.tr("of {quantity}").format(quantity=self.amount(line.open, line))
        self._field = self.field(self.tr("There are"), after, "0", button)
        self._field.textChanged.connect(self._look)
        self._field.installEventFilter(self)
        self.outcome = self.words("", "row")
        self.column.addWidget(self.outcome)
        self._letters: dict[str, str] = {}
        self._buttons = self._build_reasons()
        if not asks and not line.asked:
            other = Button(self.theme, asking, icon, "toolbar", ask)
            other.clicked.connect(self._ask)
            self.column.addWidget(other)
            self._ask_key = ask
        self.column.addStretch(1)
        self._choose(self._reason)
        self._look("0")

    def _build_reasons(self) -> list[Button]:
        """Why there are no more, with the letter that says so."""
        looks = {
            "sold_out": (
                self.tr("Sold out"),
                self.tr("S", "letter of: sold out"),
                "package-variant-remove",
            ),
            "damaged": (
                self.tr("Damaged"),
                self.tr("D", "letter of: damaged"),
                "image-broken-variant",
            ),
            "not_found": (
                self.tr("Not found"),
                self.tr("N", "letter of: not found"),
                "magnify-close",
            ),
            "expired": (
                self.tr("Expired"),
                self.tr("E", "letter of: expired"),
                "calendar-remove-outline",
            ),
        }
        rows = QGridLayout()
        rows.setSpacing(self.theme.px(6))
        buttons = []
        for place, reason in enumerate(SHORT_REASONS):
            text, letter, icon = looks[reason]
            choice = Button(self.theme, text, icon, "toolbar", letter)
            choice.setCheckable(True)
            choice.setProperty("reason", reason)
            self._letters[letter] = reason
            choice.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the number is typed all the time
            choice.clicked.connect(self._chosen)
            rows.addWidget(choice, place // _COLUMNS, place % _COLUMNS)
            buttons.append(choice)
        self.column.addLayout(rows)
        return buttons

    def take_focus(self) -> None:
        self._field.setFocus()
        self._field.selectAll()

    def answer(self) -> None:
        there = self._there()
        if there is None or there >= self._line.open:
            self.refuse(self._field)
            return
        signal = self.counter_asked if self._asks else self.answered
        signal.emit(self.about, self._line, self._reason, there)
        self.closed.emit()

    def _there(self) -> int | None:
        """The thousandths that were typed; None when that is no amount, and why is said."""
        try:
            return self.form.parse_count(self._field.text().strip() or "0", self._line.unit)
        except ShopError as error:
            self.outcome.setText(sentence(error, self.form))
            return None

    def _look(self, text: str) -> None:
        """What would become of the line, while the number is typed."""
        there, form = self._there(), self.form
        if there is None:
            return
        if there >= self._line.open:
            self.outcome.setText(self.tr("That is enough: nothing is missing."))
        else:
            said = self.tr("Into the box: {taken}. Missing: {missing}.")
            if self._line.picked:
                said = self.tr("In the box: {picked}, and {taken} more. Missing: {missing}.")
            said = said.format(
                picked=form.quantity(self._line.picked),
                taken=form.quantity(there),
                missing=form.quantity(self._line.open - there),
            )
            self.outcome.setText(said)

    def _ask(self) -> None:
        self._asks = True
        self.answer()

    # --- why ---------------------------------------------------------------------------------

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and the letters of the reasons are for these, all else is for the number."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._steer(event)
        return False

    def _steer(self, event: QKeyEvent) -> bool:
        letter, key = event.text().upper(), event.key()
        here = SHORT_REASONS.index(self._reason)
        if letter and letter == self._ask_key:
            self._ask()
        elif letter in self._letters:
            self._choose(self._letters[letter])
        elif key in _STEPS:
            there = here + _STEPS[Qt.Key(key)]
            if 0 <= there < len(SHORT_REASONS):
                self._choose(SHORT_REASONS[there])
        else:
            return False
        return True

    def _chosen(self) -> None:
        self._choose(self.sender().property("reason"))

    def _choose(self, reason: str) -> None:
        self._reason = reason
        for button in self._buttons:
            button.setChecked(button.property("reason") == reason)
