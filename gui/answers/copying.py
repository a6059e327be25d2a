"""One key copies the text for the customer, to be pasted into the chat."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from gui.answers.answer import Answer
from gui.answers.answer_text import AnswerStyle, text_of
from gui.shell.app_context import AppContext
from gui.words.language import LANGUAGES
from models.settings import preferences

translate = QCoreApplication.translate


def style(language: str = "", template: str | None = None) -> AnswerStyle:
    """How the shop writes: in its usual language or in `language`, in its words or in others."""
    chosen = preferences.all_values()
    language = language or chosen[preferences.ANSWER_LANGUAGE.key]
    if template is None:
        template = chosen[preferences.ANSWER_TEXTS[language].key]
    marked = chosen[preferences.ANSWER_MARKED.key]
    return AnswerStyle(chosen[preferences.SHOP_NAME.key], language, marked, template)


def copy_answer(context: AppContext, answer: Answer) -> None:
    """Puts the text on the clipboard and says so."""
    _copy(context, answer, style(), translate("answers", "Text for the customer copied"))


def copy_in_other_language(context: AppContext, answer: Answer) -> None:
    """The same for a customer who writes in the other language."""
    usual = preferences.get(preferences.ANSWER_LANGUAGE)
    (other,) = LANGUAGES.keys() - {usual}
    text = translate("answers", "Text for the customer copied: {language}")
    _copy(context, answer, style(other), text.format(language=LANGUAGES[other]))


def _copy(context: AppContext, answer: Answer, style: AnswerStyle, said: str) -> None:
    words = context.format
    QGuiApplication.clipboard().setText(text_of(answer, style, words.currency, words.zone))
    context.say(said, icon="content-copy")
