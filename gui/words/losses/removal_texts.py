"""What removing old orders would take, before anybody says yes, and what came of it."""

from PySide6.QtCore import QCoreApplication

from gui.words.formatting import Formatting
from models.shop.removal.retention import BY_LAW, Plan, Removed

translate = QCoreApplication.translate


def removal_lines() -> list[str]:
    """What removing the detail of old orders means, whichever they are."""
    return [
        translate(
            "loss",
            "Their items, payments and steps go for good. What they came to stays in every figure "
            "of the statistics, and the journal stays whole. Nothing of them can be returned, "
            "undone or printed again.",
        ),
        translate(
            "loss",
            "Backups, exports and files that were set aside before keep them: delete those as "
            "well where nothing shall be left. The program’s own backups go by themselves within "
            "nine months.",
        ),
    ]


def plan_lines(plan: Plan, years: int, words: Formatting) -> list[str]:
    """How many orders of which years would go, and what stays."""
    before = words.date(plan.before)
    if not plan.orders:
        text = translate("loss", "There are no finished orders of before {day}.")
        return [text.format(day=before), *_staying(plan, words)]
    text = translate("loss", "{count} finished orders of before {day} would go: {years}.")
    by_year = ", ".join(
        translate("loss", "{year}: {count}").format(year=year.year, count=words.number(year.orders))
        for year in plan.years
        if year.orders
    )
    lines = [
        text.format(count=words.number(plan.orders), day=before, years=by_year),
        *_staying(plan, words),
    ]
    if years < BY_LAW:
        text = translate(
            "loss",
            "Indonesian tax law wants records kept for {count} years (UU KUP, article 28 (11)): "
            "keep a backup of before in a safe place.",
        )
        lines.append(text.format(count=words.number(BY_LAW)))
    return lines


def _staying(plan: Plan, words: Formatting) -> list[str]:
    if not plan.staying:
        return []
    text = translate(
        "loss",
        "{count} as old stay: not finished, not paid exactly, with a paper or goods to put back "
        "that wait, with money in a drawer that is not closed, with something done to them since, "
        "or stored last of all, so that no number is given twice.",
    )
    return [text.format(count=words.number(plan.staying))]


def removed_text(removed: Removed, words: Formatting) -> str:
    """What came of it."""
    if removed.is_stopped:
        text = translate("loss", "Stopped: {count} orders are removed, the others are still there.")
    else:
        text = translate("loss", "{count} orders of before {day} are removed.")
    return text.format(count=words.number(removed.orders), day=words.date(removed.before))
