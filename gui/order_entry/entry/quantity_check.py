"""A quantity that is hardly meant is asked about once; said once more, it counts."""

from gui.input.held_keys import DeafMoment
from models.errors import HardlyMeant
from models.text.quantity_parsing import is_many


class QuantityCheck:
    """Remembers what was asked. The second of two keys does not answer."""

    def __init__(self) -> None:
        self._asked = (0, 0)
        self._deaf = DeafMoment()

    @property
    def listens(self) -> bool:
        """Whether the same once more is an answer by now."""
        return self._deaf.is_over

    def check(self, product_id: int, quantity: int, unit: str) -> None:
        """Raises `HardlyMeant` for so many thousandths of `unit`, unless it was asked before."""
        if not is_many(quantity, unit):
            return
        if self._asked != (product_id, quantity):
            self._asked = (product_id, quantity)
            self._deaf.start()
        elif self.listens:
            return
        raise HardlyMeant(quantity, unit)

    def forget(self) -> None:
        """Something else is said: it is asked anew."""
        self._asked = (0, 0)
