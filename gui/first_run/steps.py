"""The steps of the first run, and the words around each of them."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Step(Enum):
    POLICY = auto()
    SHOP = auto()
    PRODUCTS = auto()
    JOIN = auto()


def name(step: Step) -> str:
    """As the bar above the page calls it."""
    return {
        Step.POLICY: translate("FirstRunDialog", "Policy"),
        Step.SHOP: translate("FirstRunDialog", "Shop"),
        Step.PRODUCTS: translate("FirstRunDialog", "Products"),
        Step.JOIN: translate("FirstRunDialog", "This station"),
    }[step]


def titles(step: Step, from_backup: bool) -> tuple[str, str]:
    """The heading, and the sentence under it. `from_backup`: the shop to join comes from one."""
    return {
        Step.POLICY: (
            translate("FirstRunDialog", "Privacy policy"),
            translate(
                "FirstRunDialog",
                "Read to the end, then choose. Nothing is saved before you accept.",
            ),
        ),
        Step.SHOP: (
            translate("FirstRunDialog", "Your shop"),
            translate("FirstRunDialog", "All of it can be changed later in Settings."),
        ),
        Step.PRODUCTS: (
            translate("FirstRunDialog", "Products"),
            translate("FirstRunDialog", "How do you want to start?"),
        ),
        Step.JOIN: _titles_of_backup() if from_backup else _titles_of_shop(),
    }[step]


def titles_of_change(day: str) -> tuple[str, str]:
    """The same for a policy that is another one than was accepted on that day."""
    text = translate(
        "FirstRunDialog",
        "The policy changed since it was accepted on {day}: new words are underlined, "
        "removed ones struck out.",
    )
    return translate("FirstRunDialog", "The privacy policy has changed"), text.format(day=day)


def _titles_of_backup() -> tuple[str, str]:
    return (
        translate("FirstRunDialog", "The shop in the backup"),
        translate("FirstRunDialog", "It comes with all that is in it. This station joins it."),
    )


def _titles_of_shop() -> tuple[str, str]:
    return (
        translate("FirstRunDialog", "This shop is there already"),
        translate(
            "FirstRunDialog",
            "Nothing in it changes. This station joins it under a name of its own.",
        ),
    )


def note(step: Step, is_only: bool) -> str:
    """What stands beside the buttons. `is_only`: nothing but the policy is asked."""
    if step is Step.POLICY and is_only:
        return translate(
            "FirstRunDialog", "Without it the program closes. You can withdraw later, in Settings."
        )
    if step is Step.POLICY:
        return translate(
            "FirstRunDialog",
            "Declining leaves no file on this computer. You can withdraw later, under Privacy.",
        )
    if step is Step.SHOP:
        return translate("FirstRunDialog", "Nothing is stored until the last step.")
    return translate("FirstRunDialog", "The shop opens next; this is asked only once.")


def onwards(step: Step) -> str:
    """What the button says that leaves the step."""
    if step is Step.POLICY:
        return translate("FirstRunDialog", "Accept and continue")
    if step is Step.SHOP:
        return translate("FirstRunDialog", "Continue")
    return translate("FirstRunDialog", "Open the shop")
