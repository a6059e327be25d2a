"""The commands of the ways to pay, and what the cashier does for each."""

from PySide6.QtCore import QCoreApplication

from gui.words.state_words import method_text

translate = QCoreApplication.translate

#: Method of `models.orders.payments`, and the command that chooses it.
COMMANDS = {
    "cash": "payment.cash",
    "qris": "payment.qris",
    "card": "payment.debit",
    "transfer": "payment.transfer",
}


def amount_title(method: str) -> str:
    """What stands above the sum."""
    if method == "cash":
        return translate("payment", "Cash received")
    return translate("payment", "To be paid by {method}").format(method=method_text(method))


def advice(method: str, shows_qris: bool = False) -> tuple[str, str]:
    """What the cashier does, and what to watch for, in two sentences."""
    if method == "qris" and shows_qris:
        return (
            translate("payment", "Let the customer scan this QRIS: {sum} is in it."),
            translate(
                "payment",
                "Press Enter once the money shows in the shop's own app. A screenshot is no proof.",
            ),
        )
    if method == "qris":
        return (
            translate("payment", "Let the customer scan the shop's QRIS and enter {sum}."),
            translate(
                "payment",
                "Press Enter once the money shows in the shop's own app. The QRIS appears here "
                "with the sum as soon as it is set in Settings, Shop.",
            ),
        )
    if method == "card":
        return (
            translate("payment", "Enter {sum} on the card machine."),
            translate("payment", "Press Enter once its slip says approved."),
        )
    return (
        translate("payment", "The customer transfers {sum} to the shop's account."),
        translate("payment", "Press Enter once the money shows in the account."),
    )
