"""What the owner's figures are called, and how a change is put into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.words.state_words import stage_text
from models.stages import Stage

if TYPE_CHECKING:
    from gui.words.formatting import Formatting
    from models.statistics.statistics import Dashboard

translate = QCoreApplication.translate


def step_names() -> dict[str, str]:
    """The steps of an order, as its time is told."""
    return {
        "claim": translate("statistics", "Waiting to be claimed"),
        "pick": stage_text(Stage.PICKING),
        "collect": translate("statistics", "Waiting for customer"),
        "ready": translate("statistics", "Placed to ready"),
        "whole": translate("statistics", "Placed to handed over"),
    }


def half_text() -> str:
    """The time in which half of the orders were done: the median."""
    return translate("statistics", "half")


def nine_of_ten_text() -> str:
    """The time in which nine tenths of the orders were done: the 90th percentile."""
    return translate("statistics", "9 of 10")


def sales_title(unit: str) -> str:
    """What the sales chart is called when each bar is an hour, a day, a week or a month."""
    return {
        "hour": translate("statistics", "Revenue by hour"),
        "day": translate("statistics", "Revenue by day"),
        "week": translate("statistics", "Revenue by week"),
        "month": translate("statistics", "Revenue by month"),
    }[unit]


@dataclass(frozen=True, slots=True)
class Change:
    """How a figure moved: its words, whether the number rose, and whether that is good."""

    text: str
    rising: bool | None = None
    better: bool | None = None


def since_text(fmt: Formatting, found: Dashboard) -> str:
    """That the shop opened while the period before went on; empty when its sums compare well."""
    if found.before_is_whole or not found.before_by_now.orders or found.opened is None:
        return ""
    text = translate("statistics", "open since {day}")
    return text.format(day=fmt.short_date(found.opened))


def change_of(fmt: Formatting, now: float, before: float) -> Change:
    """Of a figure that should grow: `14,3%`."""
    if not before:
        return Change("")
    if now == before:
        return Change(translate("statistics", "unchanged"))
    rising = now > before
    share = abs(now - before) / before
    return Change(fmt.percent(share, 0 if share >= 1 else 1), rising, rising)


def change_of_time(fmt: Formatting, now: int | None, before: int | None) -> Change:
    """Of a duration, which should shrink: `12,4% lebih cepat`."""
    if now is None or not before:
        return Change("")
    if now == before:
        return Change(translate("statistics", "unchanged"))
    share = fmt.percent(abs(now - before) / before)
    if now < before:
        return Change(translate("statistics", "{share} faster").format(share=share), False, True)
    return Change(translate("statistics", "{share} slower").format(share=share), True, False)


def change_of_share(fmt: Formatting, now: float | None, before: float | None) -> Change:
    """Of a share that should shrink, in points: `0,3 poin lebih banyak`."""
    if now is None or before is None:
        return Change("")
    points = round((now - before) * 100, 1)
    if not points:
        return Change(translate("statistics", "unchanged"))
    text = fmt.decimal(abs(points))
    if points < 0:
        return Change(translate("statistics", "{points} pt fewer").format(points=text), False, True)
    return Change(translate("statistics", "{points} pt more").format(points=text), True, False)
