"""The answer to a message that nobody has looked at yet, for the program that brought it.

A line of JSON for each message: what each wish came to, the sum of what is sure, and the text that
a customer could be sent. What is asked is left to the program, or to whoever reads it at a counter.
"""

import json
from collections.abc import Iterator
from typing import Any

from gui.answers.answer import Answer, Question, Shortage, of_cart
from gui.answers.answer_text import text_of
from gui.answers.copying import style
from models.amounts import ONE, line_total
from models.catalogue.catalogue import Product
from models.orders.cart import Cart
from models.settings import preferences
from models.shopping_list.files.incoming import Batch, Fault
from models.shopping_list.shopping_list import Proposal, Reading, Verdict, read_list


def answer_lines(name: str, batch: Batch) -> Iterator[str]:
    """The lines of the answer to the file called `name`, in its order."""
    faults: dict[int, list[Fault]] = {}
    for fault in batch.faults:
        faults.setdefault(fault.line, []).append(fault)
    told: dict[int, dict[str, Any]] = {}
    for message in batch.messages:
        known = {"request_id": message.request} if message.request else {}
        told[message.line] = known | _answered(read_list(message.text))
    for line in sorted({*told, *faults}):
        wrong = [
            {"line": fault.wish, "reason": fault.reason, "value": fault.value}
            for fault in faults.get(line, ())
        ]
        place: dict[str, Any] = {"file": name, "line": line}
        errors = {"errors": wrong} if wrong else {}
        yield json.dumps(place | told.get(line, {}) | errors, ensure_ascii=False)


def of_reading(reading: Reading, *, tax_included: bool) -> Answer:
    """What goes back to the customer before anybody has answered anything."""
    cart, shortages, questions = Cart(tax_included=tax_included), [], []
    for wish in reading.proposals:
        if wish.verdict is Verdict.MATCH:
            cart.add(wish.choices[0], wish.quantity)
        elif wish.verdict is Verdict.ASK:
            product = wish.choices[0] if wish.is_product_sure else None
            questions.append(Question(wish.source, wish.choices, product))
        else:
            shortages.append(Shortage(wish.source))
    return of_cart(cart, shortages=tuple(shortages), questions=tuple(questions))


def _answered(reading: Reading) -> dict[str, Any]:
    chosen = preferences.all_values()
    tax_included = chosen[preferences.PRICES_INCLUDE_TAX.key]
    answer = of_reading(reading, tax_included=tax_included)
    currency, zone = (chosen[x.key] for x in (preferences.CURRENCY, preferences.ZONE))
    return {
        "wishes": [_wish(wish) for wish in reading.proposals],
        "talk": list(reading.noise),
        "total": answer.total,
        "currency": currency,
        "text": text_of(answer, style(), currency, zone) if answer else "",
    }


def _wish(wish: Proposal) -> dict[str, Any]:
    said = {"words": wish.source}
    if wish.verdict is Verdict.UNAVAILABLE:
        return said | {"verdict": "not_available"}
    if wish.verdict is Verdict.ASK and not wish.is_product_sure:
        return said | {"verdict": "which", "choices": [_goods(hit) for hit in wish.choices]}
    product = wish.choices[0]
    found = said | _goods(product)
    if wish.verdict is Verdict.ASK:
        return found | {"verdict": "how_much"}
    much = wish.quantity / ONE
    return found | {
        "verdict": "sure",
        "quantity": int(much) if much.is_integer() else much,
        "total": line_total(product.price, wish.quantity),
    }


def _goods(product: Product) -> dict[str, Any]:
    return {
        "sku": product.sku, "name": product.name, "unit": product.unit, "price": product.price,
    }  # fmt: skip
