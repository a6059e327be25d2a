"""Errors that happen for one of several reasons: a sentence for each."""

from PySide6.QtCore import QCoreApplication, QObject

from gui.words.formatting import Formatting
from gui.words.marked import marked
from models import errors

translate = QCoreApplication.translate


_REASONS: dict[str, str] = {
    "not_text": marked("errors", "{name} cannot be read as text. Save it as UTF-8 and try again."),
    "not_table": marked(
        "errors",
        "{name} is a document or a web page, not a table. Open it in a spreadsheet program and "
        "save it as .xlsx or CSV.",
    ),
    "password": marked("errors", "{name} has a password. Save it without one and try again."),
    "not_csv": marked("errors", "{name} is not a CSV file. Nothing was imported."),
    "not_xlsx": marked(
        "errors", "{name} is damaged or no workbook. Save it again as .xlsx or CSV."
    ),
    "alike_sheets": marked(
        "errors",
        "Several sheets of {name} have the same columns. Put their rows under each other on one "
        "sheet, or save each as a file of its own. Nothing was imported.",
    ),
    "empty": marked("errors", "{name} holds no rows. Nothing was imported."),
    "no_columns": marked(
        "errors", "{name} has no column for the name or the price. Nothing was imported."
    ),
    "no_name_column": marked(
        "errors", "{name} has no column for the name or for a code. Nothing was imported."
    ),
    "missing": marked(
        "errors",
        "{name} cannot be opened. Check that it is still there and not open in another program.",
    ),
    "not_json": marked(
        "errors", "{name} holds a line that is no message. Nothing was taken from it."
    ),
    "too_large": marked("errors", "{name} is too large to import. Split it and try again."),
    "other_version": marked(
        "errors",
        "{name} was written by another version of the program. Export it again and try once more.",
    ),
    "changed": marked(
        "errors", "{name} has changed since it was shown. Nothing was imported: look again."
    ),
    "not_a_shop": marked("errors", "{name} is not a shop of BotBelanja. Nothing was changed."),
}

_PRINTER_REASONS: dict[str, str] = {
    "missing": marked(
        "errors", "There is no printer \u201c{printer}\u201d. Choose another one in the settings."
    ),
    "none": marked(
        "errors",
        "This station knows no printer yet. Set one up in the system, or choose another "
        "way to print in the settings.",
    ),
    "no_address": marked("errors", "The receipt printer has no address yet. Type it first."),
    "no_answer": marked(
        "errors", "The printer {printer} does not answer. Check that it is on and connected."
    ),
    "broke_off": marked("errors", "The printer {printer} stopped. Check its paper and its cable."),
    "interrupted": marked(
        "errors", "The program ended in the middle. See whether the paper came out all the same."
    ),
    "folder": marked(
        "errors", "The folder {printer} cannot be written to. Choose another one in the settings."
    ),
    "gone": marked("errors", "What this paper was about is not there any more."),
}

_FOLDER_REASONS: dict[str, str] = {
    "missing": marked(
        "errors", "The watched folder {folder} cannot be read. Its messages are taken in as soon "
        "as it is there again."
    ),
    "not_writable": marked(
        "errors", "Nothing can be written into the watched folder {folder}. Its messages wait in "
        "the inbox, its files stay."
    ),
}  # fmt: skip

_QRIS_REASONS: dict[str, str] = {
    "form": marked("errors", "This is not the text of a QRIS. Scan or copy it again, whole."),
    "checksum": marked(
        "errors", "A character of this QRIS is wrong or missing. Scan or copy it again, whole."
    ),
    "not_qris": marked("errors", "This code is not a QRIS that is paid in rupiah."),
    "not_static": marked(
        "errors", "This QRIS is for one payment only. Use the static one that hangs in the shop."
    ),
}

_TEMPLATE_REASONS: dict[str, str] = {
    "unknown": marked("errors", "Line {line}, place {column}: there is no {word}."),
    "brace": marked("errors", "Line {line}, place {column}: {word} stands alone."),
    "missing": marked("errors", "{word} is missing, and customers would not be told."),
    "too_long": marked("errors", "From line {line}, place {column} on it is too long."),
}


def short(text: str, limit: int = 60) -> str:
    """What was typed or named, not longer than a sentence can bear."""
    return text if len(text) <= limit else text[: limit - 1] + "\u2026"


def unreadable(error: errors.UnreadableFile, format: Formatting) -> str:
    text = _REASONS.get(error.reason, _REASONS["missing"])
    name = error.path.replace("\\", "/").rpartition("/")[2]
    return translate("errors", text).format(name=short(name))


def unusable_folder(error: errors.UnusableFolder, format: Formatting) -> str:
    text = translate("errors", _FOLDER_REASONS.get(error.reason, _FOLDER_REASONS["missing"]))
    return text.format(folder=short(error.folder))


def printer_failed(error: errors.PrinterFailed, format: Formatting) -> str:
    text = _PRINTER_REASONS.get(error.reason, _PRINTER_REASONS["broke_off"])
    return translate("errors", text).format(printer=short(error.printer))


def bad_qris(error: errors.BadQris, format: Formatting) -> str:
    return translate("errors", _QRIS_REASONS.get(error.reason, _QRIS_REASONS["form"]))


def bad_template(error: errors.BadTemplate, format: Formatting) -> str:
    text = _TEMPLATE_REASONS.get(error.reason, _TEMPLATE_REASONS["brace"])
    line, column = format.number(error.line), format.number(error.column)
    return translate("errors", text).format(line=line, column=column, word=short(error.word))


def bad_quantity(error: errors.BadQuantity, format: Formatting) -> str:
    if error.quantity <= 0:
        return translate("errors", "A quantity must be more than zero. Nothing was changed.")
    text = translate("errors", "That quantity is too large; at most {limit}. Nothing was changed.")
    return text.format(limit=format.quantity(error.limit))


def not_a_number(error: errors.NotANumber, format: Formatting) -> str:
    if not error.text.strip():
        return translate("errors", "The amount is missing. Nothing was changed.")
    text = translate("errors", "\u201c{text}\u201d is not a number. Nothing was changed.")
    return text.format(text=short(error.text))


def not_whole(error: errors.NotWhole, format: Formatting) -> str:
    text = translate("errors", "\u201c{text}\u201d is not in whole rupiah. Nothing was changed.")
    return text.format(text=short(error.text))


def bad_money(error: errors.BadMoney, format: Formatting) -> str:
    if error.amount < 0:
        return translate("errors", "A sum of money cannot be below zero. Nothing was changed.")
    text = translate("errors", "That sum is too large; at most {limit}. Nothing was changed.")
    return text.format(limit=format.money(error.limit))


def wrong_pin(error: errors.WrongPin, format: Formatting) -> str:
    if error.wait <= 0:
        return translate("errors", "Wrong PIN. Please try again.")
    return _Counted().seconds(error.wait)


def pin_too_soon(error: errors.PinTooSoon, format: Formatting) -> str:
    return _Counted().seconds_left(max(1, error.wait))


def unknown_badge(error: errors.UnknownBadge, format: Formatting) -> str:
    said = translate("errors", "Nobody here has this badge.")
    if error.wait <= 0:
        return said
    more = translate("errors", "The next one can be scanned in {seconds} s.")
    return f"{said} {more.format(seconds=error.wait)}"


def staff_locked(error: errors.StaffLocked, format: Formatting) -> str:
    if not error.wait:
        said = translate(
            "errors", "{code} is locked after too many wrong PINs. Ask the owner to unlock it."
        )
        return said.format(code=error.code)
    said = translate(
        "errors",
        "{code} is locked after too many wrong PINs. Use the recovery code, or leave the program "
        "open for {time} and try once more.",
    )
    return said.format(code=error.code, time=format.duration(error.wait * 1000))


def not_allowed(error: errors.NotAllowed, format: Formatting) -> str:
    if error.can_be_approved:
        return translate("errors", "An owner has to approve this. Nothing was changed.")
    if len(error.roles) == 1:
        return translate("errors", "Only an owner may do this. Nothing was changed.")
    names = {
        "counter": translate("errors", "the counter"),
        "warehouse": translate("errors", "the warehouse"),
    }
    who = names[error.roles[-1]]
    said = translate("errors", "Only {who} or an owner may do this. Nothing was changed.")
    return said.format(who=who)


class _Counted(QObject):
    """lupdate sees plural forms only in `tr` of a QObject."""

    def seconds(self, wait: int) -> str:
        return self.tr("Wrong PIN. Try again in %n second(s).", "", wait)

    def seconds_left(self, wait: int) -> str:
        return self.tr(
            "A wrong PIN was typed before. The next one is looked at in %n second(s).", "", wait
        )


_BACKUP_REASONS = {
    "missing": marked("errors", "the folder is not there; perhaps the stick was taken out"),
    "not_a_folder": marked("errors", "it is a file and no folder"),
    "read_only": marked("errors", "nothing may be written there"),
    "full": marked("errors", "the disk is full"),
    "damaged": marked("errors", "the shop or the copy is damaged; verify the shop"),
    "busy": marked("errors", "another program is holding the shop"),
    "away": marked("errors", "the database cannot be reached"),
    "other": marked("errors", "the disk refuses it"),
}


def backup_failed(error: errors.BackupFailed, format: Formatting) -> str:
    reason = _BACKUP_REASONS.get(error.reason, _BACKUP_REASONS["other"])
    text = translate("errors", "No backup can be made: {reason} ({folder}).")
    return text.format(folder=short(error.folder), reason=translate("errors", reason))
