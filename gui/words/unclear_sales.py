"""What is asked about a file of past sales that could mean several things, and the answers."""

from PySide6.QtCore import QCoreApplication

from gui.words.formatting import Formatting
from gui.words.marked import marked
from models import errors

translate = QCoreApplication.translate

_NOTHING = marked("errors", "{name}: {question} Nothing was imported.")

_QUESTIONS: dict[str, str] = {
    "dates": marked(
        "errors",
        "\u201c{text}\u201d can be a day with the day or with the month first. Say it with "
        "--mapping dates=dmy or dates=mdy.",
    ),
    "pivot": marked(
        "errors",
        "its columns are periods (\u201c{text}\u201d), not single sales. Export the sales line by "
        "line instead.",
    ),
    "whole_receipts": marked(
        "errors",
        "each row is a whole receipt (see \u201c{text}\u201d); no product has a sum of its own. "
        "Export the sales by item instead.",
    ),
    "days": marked(
        "errors",
        "each row is the sum of a day (see \u201c{text}\u201d), without products. Export the sales "
        "by item instead.",
    ),
    "products": marked(
        "errors",
        "each row is the sum of a product (see \u201c{text}\u201d), without days. Export the sales "
        "by item instead.",
    ),
    "price_of_line": marked(
        "errors",
        "the price grows with the quantity, so it seems to be that of the whole line. If so, say "
        "--mapping total=\u2026 with that column instead of price.",
    ),
    "quantity_is_sum": marked(
        "errors",
        "the quantity seems to be a sum of money. Say with --mapping which column is the quantity.",
    ),
    "totals": marked(
        "errors",
        "the totals are not quantity \u00d7 price less the discount. Say with --mapping which "
        "columns are right: total=\u2026 alone is what was paid for each line.",
    ),
    "total_of_order": marked(
        "errors",
        "the total is the same on all rows of an order, so it may be the whole order's. Say "
        "--mapping total_is=paid with the columns if it is each line's.",
    ),
    "total_before_or_after": marked(
        "errors",
        "it is not clear whether the total is before or after the discount. Say --mapping "
        "total_is=gross (before) or total_is=paid (after).",
    ),
    "discount": marked(
        "errors",
        "a discount of \u201c{text}\u201d can be a sum or a percentage. Say --mapping "
        "discount_is=sum or discount_is=percent.",
    ),
    "discount_of_order": marked(
        "errors",
        "the discount is the same on all rows of an order, so it may be the whole order's. Say "
        "--mapping discount_is=sum (each line's) or discount_is=order (once).",
    ),
    "order_totals": marked(
        "errors",
        "the total of orders such as {text} is not what their lines come to. Say with --mapping "
        "which columns are right.",
    ),
    "state": marked(
        "errors",
        "it is not known what \u201c{text}\u201d says of a sale. Say --mapping sold=\u2026, "
        "cancelled=\u2026, pending=\u2026 or given_back=\u2026 with this word.",
    ),
    "both_signs": marked(
        "errors",
        "some refunds are written with a minus and some without (see {text}). Make them all alike.",
    ),
    "not_numbers": marked("errors", "what stands under \u201c{text}\u201d are no numbers."),
    "unused": marked(
        "errors",
        "it is not known what \u201c{text}\u201d does to a sale. Say with --mapping which column "
        "is what; those that are not named are left out.",
    ),
    "refund_of_order": marked(
        "errors",
        "what was given back is the same on all rows of an order, so it may be the whole order's. "
        "Say with --mapping which column is what, with refunded=\u2026 (each line's) or "
        "order_refund=\u2026 (once).",
    ),
    "tax": marked(
        "errors",
        "it is not known whether \u201c{text}\u201d is in the prices or comes on top. Say "
        "--mapping tax_is=within or tax_is=on_top.",
    ),
    "outlets": marked(
        "errors",
        "receipts of several places have the same number on one day (see \u201c{text}\u201d). Say "
        "with --mapping which column is what, with order=\u2026+\u2026 of place and number.",
    ),
    "paid_in_parts": marked(
        "errors",
        "what was bought stands once for each way of payment (see \u201c{text}\u201d). Export the "
        "sales without the payments.",
    ),
    "components": marked(
        "errors",
        "some rows are what other rows are made of (see \u201c{text}\u201d), and both cost "
        "something. Export the sales without them.",
    ),
    "return_numbers": marked(
        "errors",
        "\u201c{text}\u201d seems to be a return, and nothing else says so. Write the quantities "
        "of returns with a minus, or say which column tells returns: --mapping kind=\u2026",
    ),
    "order_rounded": marked(
        "errors",
        "the numbers of the orders were shortened by a spreadsheet ({text}), so several orders may "
        "have become one. Export the file anew and do not save it in a spreadsheet.",
    ),
    "quantity_mark": marked(
        "errors",
        "a quantity of \u201c{text}\u201d can have thousands or decimals. Say --mapping "
        "quantity_is=whole or quantity_is=decimal.",
    ),
    "money_rounded": marked(
        "errors",
        "amounts such as {text} were shortened by a spreadsheet. Show them as numbers there and "
        "save the file again.",
    ),
    "money_marks": marked(
        "errors",
        "an amount of \u201c{text}\u201d can have thousands or decimals, as others beside it have "
        "that mark before decimals. Say --mapping decimal=, or decimal=. with the mark before "
        "decimals.",
    ),
    "discount_mixed": marked(
        "errors",
        "some discounts under \u201c{text}\u201d are sums and some are percentages. Make them all "
        "alike.",
    ),
    "percentages": marked(
        "errors",
        "what stands under \u201c{text}\u201d is a percentage of the whole order. Export the sales "
        "with its sum instead.",
    ),
    "state_twice": marked(
        "errors",
        "the same goods of order {text} stand there several times with different states. Export "
        "each sale once, with its last state.",
    ),
    "extras": marked(
        "errors",
        "it is not known whether \u201c{text}\u201d was paid on top. Say --mapping "
        "extras_is=on_top or extras_is=left_out.",
    ),
    "currencies": marked("errors", "there are several currencies in it: {text}. Split it first."),
    "currency": marked(
        "errors",
        "its money is {text}, the shop's is rupiah. If it shall be taken all the same, say how "
        "many cash units one unit of it is: --mapping factor=1 or factor=100.",
    ),
    "factor": marked(
        "errors",
        "amounts such as {text} have decimals and are small for rupiah. Say --mapping factor=100 "
        "(they become cents) or factor=1 (they are rounded).",
    ),
}

_FIELDS: dict[str, str] = {
    "order": marked("errors", "the order's number"),
    "at": marked("errors", "the day"),
    "product": marked("errors", "the product"),
    "total": marked("errors", "the total or the price"),
}


def sales_unclear(error: errors.SalesUnclear, format: Formatting) -> str:
    question = translate("errors", _QUESTIONS.get(error.reason, _QUESTIONS["totals"])).format(
        text=error.text
    )
    return translate("errors", _NOTHING).format(name=_name(error.path), question=question)


def columns_unclear(error: errors.ColumnsUnclear, format: Formatting) -> str:
    """Which columns are found and which not, and the words that would say it."""
    missing = ", ".join(translate("errors", _FIELDS[name]) for name in error.missing)
    lines = [
        translate("errors", "{name}: there is no known column for {missing}.")
        .format(name=_name(error.path), missing=missing)
    ]  # fmt: skip
    if error.found:
        text = translate("errors", "Understood: {words}")
        lines.append(text.format(words=" ".join(map(_quoted, error.found))))
    text = translate("errors", "Headings: {headings}")
    lines.append(text.format(headings=", ".join(error.headings)))
    said = [*error.found, *(f"{name}=\u2026" for name in error.missing)]
    text = translate("errors", "Say it: --mapping {words}")
    lines.append(text.format(words=" ".join(map(_quoted, said))))
    if "order" in error.missing:
        lines.append(
            translate(
                "errors",
                "Where sales have no number, say order=\u2026 with the column of the time: what "
                "was sold at one moment is then one order.",
            )
        )
    lines.append(translate("errors", "Nothing was imported."))
    return "\n".join(lines)


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word else word


def _name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]
