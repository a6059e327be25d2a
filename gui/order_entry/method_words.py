"""What the ways to pay are called, and what the cashier does for each."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

#: Method of `models.payments`, and the command that chooses it.
COMMANDS = {
    "cash": "payment.cash",
    "qris": "payment.qris",
    "card": "payment.debit",
    "transfer": "payment.transfer",
}


def method_name(method: str) -> str:
    names = {
        "cash": translate("order_entry", "Cash"),
        "qris": translate("order_entry", "QRIS"),
        "card": translate("order_entry", "Debit"),
        "transfer": translate("order_entry", "Transfer"),
    }
    return names[method]


def amount_title(method: str) -> str:
    """What stands above the sum."""
    if method == "cash":
        return translate("order_entry", "Cash received")
    return translate("order_entry", "To be paid by {method}").format(method=method_name(method))


def advice(method: str, shows_qris: bool = False) -> tuple[str, str]:
    """What the cashier does, and what to watch for, in two sentences."""
    if method == "qris" and shows_qris:
        return (
            translate("order_entry", "Let the customer scan this QRIS: {sum} is in it."),
            translate(
                "order_entry",
                "Press Enter once the money shows in the shop's own app. A screenshot is no proof.",
            ),
        )
    if method == "qris":
        return (
            translate("order_entry", "Let the customer scan the shop's QRIS and enter {sum}."),
            translate(
                "order_entry",
                "Press Enter once the money shows in the shop's own app. The QRIS appears here "
                "with the sum as soon as it is set in Settings, Shop.",
            ),
        )
    if method == "card":
        return (
            translate("order_entry", "Enter {sum} on the card machine."),
            translate("order_entry", "Press Enter once its slip says approved."),
        )
    return (
        translate("order_entry", "The customer transfers {sum} to the shop's account."),
        translate("order_entry", "Press Enter once the money shows in the account."),
    )
