"""The verb of the command line by which old orders are removed; its gate is that of the window."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from gui.command_line.maintenance import asked, code_and_pin, in_time, watched
from gui.words.formatting import Formatting
from gui.words.losses.removal_texts import plan_lines, removal_lines, removed_text
from models import session
from models.errors import BadChoice
from models.journal import rights
from models.settings import staff
from models.shop.removal import retention, tables_owner
from models.shop.removal.tables_owner import Login

translate = QCoreApplication.translate


def removed(
    target: str, folder: Path, second: Path | None, words: Formatting, *, only_look: bool
) -> Callable[[], int]:
    """The deed that removes orders older than so many years, or only says what it would do. The
    backup of before goes into `folder`, and a `second` one."""

    def deed() -> int:
        if not target.isdecimal():
            raise BadChoice("years", target)
        request = session.new_request()
        if rights.standing().holds:
            code, pin = code_and_pin()
            in_time(partial(staff.sign_in, code, pin))
            request = session.new_request()
            staff.approve(request, code, pin)
        retention.check(folder)
        plan = retention.plan(int(target))
        lines = plan_lines(plan, int(target), words)
        for line in lines + removal_lines() if plan.orders else lines:
            print(line)
        if only_look or not plan.orders:
            return 0
        if not _is_meant():
            print(translate("maintenance", "Nothing was done."))
            return 1
        with watched() as progress, session.acting_for(request):
            remove = partial(retention.remove, int(target), folder, second, owners_login())
            found = remove(progress=progress)
        print(removed_text(found, words))
        text = translate("maintenance", "The backup of before is {path}")
        print(text.format(path=found.backup))
        return 1 if found.is_stopped else 0

    return deed


def _is_meant() -> bool:
    word = translate("maintenance", "REMOVE")
    text = translate("maintenance", "Type {word}, this cannot be taken back:").format(word=word)
    try:
        return asked(text).strip().casefold() == word.casefold()
    except EOFError:
        return False


def owners_login() -> Login | None:
    """That of the tables' owner, where the one at work may not touch the journal."""
    if not tables_owner.needs_login():
        return None
    try:
        user = asked(translate("maintenance", "Login of the tables’ owner on the server:"))
        password = asked(translate("maintenance", "Its password:"), hidden=True)
    except EOFError:
        return None
    return Login(user.strip(), password)
