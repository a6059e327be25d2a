"""What the shop writes to customers: in which language, with which marks, in which words."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout

from gui.answers.answer import Answer, AnswerLine, Question, Shortage
from gui.answers.answer_text import text_of
from gui.answers.copying import style
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.settings.section import Section
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.buttons.segmented import Segmented
from gui.widgets.fields.form import add_field, explanation
from gui.widgets.text.labels import Label
from gui.words.error_messages import sentence
from gui.words.language import LANGUAGES
from models import clock, events
from models.amounts import NO_DISCOUNT, ONE
from models.errors import BadTemplate
from models.events import Event
from models.formats import answer_template
from models.formats.answer_template import PLACEHOLDERS
from models.settings import preferences

_LANGUAGES = tuple(LANGUAGES)
#: So many lines are seen of the text and of what becomes of it.
_ROWS = 15


class AnswersSection(Section):
    """Choices are kept at once, a text when its field is left; the preview follows each letter."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        #: Texts that cannot be used yet, by language.
        self._wrong: dict[str, str] = {}
        self.set_head(
            self.tr("Answers"), self.tr("What is copied for the customer, to be pasted in a chat.")
        )
        theme = context.theme
        card = self.card(self.tr("How the shop writes"), wide=None, deed="preferences.put")
        names = list(LANGUAGES.values())
        self.language = Segmented(theme, names, self.tr("Usual language"))
        key = context.actions.key("order.copy_other")
        hint = self.tr("{key} copies in the other language.").format(key=key)
        add_field(theme, card, self.tr("Usual language"), self.language, hint)
        marks = [self.tr("Bold where it matters"), self.tr("Plain text")]
        self.marks = Segmented(theme, marks, self.tr("Marks"))
        hint = self.tr("WhatsApp and Telegram show *002* in bold letters.")
        add_field(theme, card, self.tr("Marks"), self.marks, hint)
        card = self.card(self.tr("Text"), wide=None, deed="preferences.put")
        self.written_in = Segmented(theme, names, self.tr("Text in"))
        card.addWidget(self.written_in)
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        self.fold(row)
        self.text, self.preview = _Text(context.theme), _Text(context.theme)
        self.preview.setReadOnly(True)
        for field, title in ((self.text, self.tr("Text")), (self.preview, self.tr("Preview"))):
            column = QVBoxLayout()
            column.setSpacing(theme.px(6))
            add_field(theme, column, title, field)
            row.addLayout(column, 1)
        card.addLayout(row)
        self.verdict = Label(theme, "", "body_strong", "on_danger_soft")
        self.verdict.set_icon("alert-circle-outline")
        card.addWidget(self.verdict)
        self.usual = Button(theme, self.tr("The usual text"), "restore", "toolbar")
        card.addWidget(self.usual, 0, Qt.AlignmentFlag.AlignLeft)
        self._placeholders = explanation(theme, "")
        card.addWidget(self._placeholders)
        self.column.addStretch(1)
        self.written_in.choose(_LANGUAGES.index(preferences.get(preferences.ANSWER_LANGUAGE)))
        self.refresh()
        self.language.chosen.connect(self._keep_language)
        self.marks.chosen.connect(self._keep_marks)
        self.written_in.chosen.connect(self._show_text)
        self.text.textChanged.connect(self._preview)
        self.text.left.connect(self._keep_text)
        self.usual.clicked.connect(self._take_usual)

    def is_affected_by(self, event: Event) -> bool:
        return event.kind == events.PREFERENCE_CHANGED

    def refresh(self) -> None:
        self.language.choose(_LANGUAGES.index(preferences.get(preferences.ANSWER_LANGUAGE)))
        self.marks.choose(0 if preferences.get(preferences.ANSWER_MARKED) else 1)
        # What is being typed here, or is wrong, is not overwritten by news from elsewhere.
        if self.text.document().isModified():
            self._preview()
        else:
            self._show_text()

    # --- what is shown ---------------------------------------------------------------------

    @property
    def _shown(self) -> str:
        return _LANGUAGES[self.written_in.current]

    def _show_text(self) -> None:
        language = self._shown
        kept = preferences.get(preferences.ANSWER_TEXTS[language])
        wrong = self._wrong.get(language, "")
        self.text.setPlainText(wrong or kept or answer_template.DEFAULTS[language])
        self.text.document().setModified(bool(wrong))
        names = {part: f"{{{both[language == 'id']}}}" for part, both in PLACEHOLDERS.items()}
        text = self.tr(
            "{order} your shopping, or the order with its number · {items} the goods with their"
            " sums · {total} what it comes to · {missing} what there is not · {questions} what is"
            " asked · {ready} when it is ready · {payment} what is due · {shop} the shop. A line"
            " with nothing to say is left out."
        )
        self._placeholders.setText(text.format(**names))
        self._preview()

    def _preview(self) -> None:
        """The example in these words, or where they are wrong."""
        wrong, words = "", self.context.format
        written = style(self._shown, self.text.toPlainText())
        try:
            self.preview.setPlainText(text_of(_example(), written, words.currency, words.zone))
        except BadTemplate as error:
            wrong = sentence(error, words)
        self.verdict.set_text(wrong)
        self.verdict.setVisible(bool(wrong))
        self.text.setAccessibleDescription(wrong)

    # --- what is kept ----------------------------------------------------------------------

    def _keep_language(self, choice: int) -> None:
        said = self.tr("Customers are answered in {language}")
        said = said.format(language=LANGUAGES[_LANGUAGES[choice]])
        self.put(preferences.ANSWER_LANGUAGE, _LANGUAGES[choice], said)

    def _keep_marks(self, choice: int) -> None:
        said = self.tr("Answers are plain text") if choice else self.tr("Answers have bold letters")
        self.put(preferences.ANSWER_MARKED, choice == 0, said)

    def _keep_text(self) -> None:
        """What is wrong stays in the field with the reason under it, and is not kept."""
        text = self.text.toPlainText().strip()
        text = "" if text == answer_template.DEFAULTS[self._shown] else text
        self._wrong[self._shown] = text
        if answer_template.is_usable(text):
            del self._wrong[self._shown]
            self.text.document().setModified(False)
            self.put(preferences.ANSWER_TEXTS[self._shown], text, self.tr("Text changed"))

    def _take_usual(self) -> None:
        self.text.setPlainText(answer_template.DEFAULTS[self._shown])
        self._keep_text()


class _Text(QPlainTextEdit):
    """Says when it is left with something typed in it."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setTabChangesFocus(True)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(24) * _ROWS)

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    @guarded()
    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted by mistake may be a book; it is cut where it is too long anyway."""
        self.insertPlainText(source.text()[: answer_template.LENGTH_LIMIT + 1])

    @guarded()
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.document().isModified():
            self.left.emit()


def _example() -> Answer:
    """An order with something of everything that an answer can say."""
    lines = (
        AnswerLine("Indomie Goreng", "bks", 5 * ONE, 3_500, NO_DISCOUNT, 17_500),
        AnswerLine("Telur Ayam", "kg", ONE // 2, 29_000, NO_DISCOUNT, 14_500),
    )
    return Answer(
        lines, 32_000, 0, 0, 0, True, 32_000,
        shortages=(Shortage("Sambal ABC"),),
        questions=(Question("kopi 2"),),
        number=2,
        ready_at=clock.now() + 30 * clock.MINUTE,
    )  # fmt: skip
