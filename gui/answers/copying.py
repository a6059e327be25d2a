"""One key copies the text for the customer, to be pasted into the chat."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from gui.answers.answer import Answer
from gui.answers.answer_text import AnswerStyle, text_of
from gui.shell.app_context import AppContext
from models.settings import preferences

translate = QCoreApplication.translate


def copy_answer(context: AppContext, answer: Answer) -> None:
    """Puts the text on the clipboard and says so."""
    style = AnswerStyle(preferences.get(preferences.SHOP_NAME))
    words = context.format
    QGuiApplication.clipboard().setText(text_of(answer, style, words.currency, words.zone))
    context.say(translate("answers", "Text for the customer copied"), icon="content-copy")
