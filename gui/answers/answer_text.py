"""The text for the customer, in the customer's language, whatever the till speaks.

Short lines that read well in a narrow chat window. Names are in no marks of their own; only what
the eye looks for (number, sums) is bold, by WhatsApp's `*…*`.
"""

from dataclasses import dataclass, field

from gui.answers.answer import Answer, AnswerLine, Question, Shortage
from gui.words.formatting import MINUS, Formatting
from gui.words.language import Words
from gui.words.marked import marked
from models.formats import answer_template

#: So many products are offered for one wish; the customer may always name another.
_OFFERS = 3


@dataclass(frozen=True, slots=True)
class AnswerStyle:
    """How the shop writes: `language` is id or en; `is_marked` with WhatsApp's marks.

    `template`: the shop's own text (see `models.formats.answer_template`), empty for the usual one.
    """

    shop: str
    language: str = "id"
    is_marked: bool = True
    template: str = ""


def text_of(answer: Answer, style: AnswerStyle, currency: str = "IDR", zone: str = "") -> str:
    """The whole text. Raises `BadTemplate`."""
    format = Formatting(style.language, currency, zone or "Asia/Jakarta")
    parts = _Writer(style, format).parts(answer)
    return answer_template.filled(style.template or answer_template.DEFAULTS[style.language], parts)


@dataclass(frozen=True, slots=True)
class _Writer:
    style: AnswerStyle
    format: Formatting
    words: Words = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", Words(self.style.language))

    def parts(self, answer: Answer) -> dict[str, str]:
        """What stands for each placeholder."""
        lines = {
            "items": [self._line(number, line) for number, line in enumerate(answer.lines, 1)],
            "total": self._sums(answer) if answer.lines else [],
            "missing": self._shortages(answer),
            "questions": self._questions(answer.questions),
            "ready": self._ready(answer),
            "payment": self._payment(answer),
        }
        texts = {part: "\n".join(written) for part, written in lines.items()}
        return {"order": self._order(answer), "shop": self.style.shop} | texts

    def _say(self, text: str, **facts: str) -> str:
        return (self.words.translate("answers", text) or text).format(**facts)

    def _bold(self, text: str) -> str:
        return f"*{text}*" if self.style.is_marked else text

    # --- the parts -------------------------------------------------------------------------

    def _order(self, answer: Answer) -> str:
        if answer.number is None:
            shopping = marked("answers", "your shopping")
            return self._say(shopping if answer.lines else marked("answers", "about your list"))
        number = self._bold(self.format.order_number(answer.number))
        return self._say(marked("answers", "your order {number}"), number=number)

    def _line(self, number: int, line: AnswerLine) -> str:
        money = self.format.money
        sum_ = f"{self._amount(line.quantity, line.unit)} × {money(line.price)}"
        if line.discount:
            sum_ += f" {MINUS} {self.format.discount(line.discount)}"
        return f"{number}. {line.name}\n   {sum_} = {money(line.total)}"

    def _sums(self, answer: Answer) -> list[str]:
        money, say = self.format.money, self._say
        parts = []
        on_top = answer.tax and not answer.tax_included
        if answer.discount or on_top:
            parts.append(say(marked("answers", "Subtotal {sum}"), sum=money(answer.subtotal)))
        if answer.discount:
            rate = answer.discount_rate
            text = marked("answers", "Discount {rate} {sum}")
            off = money(-answer.discount)
            parts.append(
                say(text, rate=self.format.rate(rate), sum=off)
                if rate
                else say(marked("answers", "Discount {sum}"), sum=off)
            )
        if on_top:
            parts.append(say(marked("answers", "Tax (PPN) {sum}"), sum=money(answer.tax)))
        total = marked("answers", "Total {sum}")
        so_far = marked("answers", "Total so far {sum}")  # what is asked will come on top of it
        parts.append(self._bold(say(so_far if answer.is_open else total, sum=money(answer.total))))
        if answer.tax and answer.tax_included:
            parts.append(say(marked("answers", "({sum} tax included)"), sum=money(answer.tax)))
        return parts

    def _shortages(self, answer: Answer) -> list[str]:
        parts = []
        if answer.shortages:
            parts.append(self._say(marked("answers", "Sorry, we do not have:")))
            parts += [f"- {self._short(one)}" for one in answer.shortages]
        if answer.left_out:
            parts.append(self._say(marked("answers", "Not in this order:")))
            parts += [f"- {words}" for words in answer.left_out]
        return parts

    def _short(self, one: Shortage) -> str:
        return f"{self._amount(one.quantity, one.unit)} {one.name}" if one.quantity else one.name

    def _questions(self, questions: tuple[Question, ...]) -> list[str]:
        if not questions:
            return []
        parts = [self._say(marked("answers", "Please tell us:"))]
        for one in questions:
            if one.product is not None:
                text = marked("answers", "- {words}: how many {unit} of {name}?")
                facts = {"unit": one.product.unit, "name": one.product.name}
                parts.append(self._say(text, words=one.words, **facts))
                continue
            if len(one.offers) == 1:
                (offer,) = one.offers
                text = marked("answers", "- {words}: do you mean {name}, {price}/{unit}?")
                price = self.format.money(offer.price)
                facts = {"name": offer.name, "price": price, "unit": offer.unit}
                parts.append(self._say(text, words=one.words, **facts))
                continue
            which = marked("answers", "- {words}: which one?")
            other = marked("answers", "- {words}: what do you mean?")
            parts.append(self._say(which if one.offers else other, words=one.words))
            parts += [
                f"   • {offer.name}, {self.format.money(offer.price)}/{offer.unit}"
                for offer in one.offers[:_OFFERS]
            ]
        return parts

    def _ready(self, answer: Answer) -> list[str]:
        if answer.is_ready:
            return [self._say(marked("answers", "Ready, please come and fetch it."))]
        if answer.ready_at is None:
            return []
        time = self.format.time_on_day(answer.ready_at)
        return [self._say(marked("answers", "Ready at {time}."), time=time)]

    def _payment(self, answer: Answer) -> list[str]:
        """What was paid, and how the rest can be."""
        say, money = self._say, self.format.money
        parts = []
        if answer.paid:
            parts.append(say(marked("answers", "Paid {sum}."), sum=money(answer.paid)))
        if answer.due < 0:
            text = say(marked("answers", "You get back {sum}."), sum=money(-answer.due))
            parts.append(self._bold(text))
        elif answer.due and answer.paid:
            text = say(marked("answers", "Still to pay: {sum}"), sum=money(answer.due))
            parts.append(self._bold(text))
        if answer.due > 0 and not answer.is_open:
            parts.append(
                say(marked("answers", "You can pay in cash, by QRIS, debit card or transfer."))
            )
        return parts

    def _amount(self, quantity: int, unit: str) -> str:
        return f"{self.format.quantity(quantity)} {unit}"
