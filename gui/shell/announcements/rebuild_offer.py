"""A shop whose file cannot be opened: what can be had of it is said, and written anew if wanted."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from gui.look.theme import Theme
from gui.shell.progress_window import ProgressWindow
from gui.widgets.messages.confirmation import Question
from gui.words.error_messages import sentence
from gui.words.formatting import Formatting
from gui.words.losses.loss_texts import prospect_text
from models.errors import ShopError, StorageError
from models.shop import rebuild

translate = QCoreApplication.translate


def offer_rebuild(
    theme: Theme, url: str, folders: list[Path], error: ShopError, language: str
) -> bool:
    """Whether the shop at `url` was written anew; where nothing can be had nobody is asked.

    `folders` are those of its backups, `error` why it cannot be opened. Raises `StorageError`s.
    """
    rebuild.point_at(url)
    try:
        prospect = rebuild.look(folders)
    except StorageError:  # there is no file, or none that can be opened at all
        return False
    if not prospect.entries:
        return False
    question = translate("opening", "The shop's file cannot be opened. Write it anew?")
    kept = translate("opening", "The present file is set aside beside the shop, not deleted.")
    detail = f"{sentence(error)} {prospect_text(prospect, Formatting(language))} {kept}"
    asked = Question(theme, question, detail, translate("opening", "Write anew"))
    is_wanted = asked.exec()
    asked.deleteLater()
    if not is_wanted:
        return False
    text = translate("opening", "The shop is written anew from its journal …")
    ProgressWindow(theme, text).during(partial(rebuild.rebuild, folders))
    return True
