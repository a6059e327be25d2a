"""All that the second page can be asked, in the order of its list."""

from gui.marked import marked
from gui.statistics import sales_questions, shop_questions, warehouse_questions
from gui.statistics.answer_panel import Question

GROUPS: dict[str, str] = {
    "sales": marked("statistics", "What sold"),
    "money": marked("statistics", "Money"),
    "people": marked("statistics", "People"),
    "shelves": marked("statistics", "Shelves"),
}

QUESTIONS: tuple[Question, ...] = (
    *sales_questions.QUESTIONS,
    warehouse_questions.TOGETHER,
    warehouse_questions.RETURNS,
    *shop_questions.QUESTIONS,
    *warehouse_questions.QUESTIONS,
)

#: The question that a pressed bar asks.
WHY = next(n for n, question in enumerate(QUESTIONS) if question.text == "Why it changed")
