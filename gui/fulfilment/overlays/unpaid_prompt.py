"""Asked once before goods leave whose money is not settled: the sum, and whether all the same."""

from gui.fulfilment.cards.card_face import money_of
from gui.fulfilment.overlays.confirm_prompt import ConfirmPrompt
from models.fulfilment.cards import Card


class UnpaidPrompt(ConfirmPrompt):
    """Money is due, or has to be given back."""

    def heading(self, card: Card) -> str:
        number = self.form.order_number(card.number)
        return f"{number} \u00b7 {money_of(card.total, card.paid, self.form)}"

    def choice(self, card: Card) -> str:
        if card.due < 0:
            return self.tr("Give it back at the counter first, or hand it over all the same.")
        return self.tr("Take the money at the counter first, or hand it over all the same.")

    def yes(self, card: Card) -> tuple[str, str]:
        text = self.tr("Hand over all the same") if card.due < 0 else self.tr("Hand over unpaid")
        return text, "hand-extended-outline"
