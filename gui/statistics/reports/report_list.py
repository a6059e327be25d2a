"""All that the second page can be asked, in the order of its list."""

from gui.statistics.reports import sales_reports, shop_reports, warehouse_reports
from gui.statistics.reports.report_panel import Report
from gui.words.marked import marked

GROUPS: dict[str, str] = {
    "sales": marked("statistics", "What sold"),
    "money": marked("statistics", "Money"),
    "people": marked("statistics", "People"),
    "shelves": marked("statistics", "Shelves"),
}

QUESTIONS: tuple[Report, ...] = (
    *sales_reports.QUESTIONS,
    warehouse_reports.TOGETHER,
    warehouse_reports.RETURNS,
    *shop_reports.QUESTIONS,
    *warehouse_reports.QUESTIONS,
)

#: The question that a pressed bar asks.
WHY = next(n for n, question in enumerate(QUESTIONS) if question.text == "Why it changed")
