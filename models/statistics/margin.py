"""What is earned on a revenue: without tax, above what the goods cost when they were sold."""

from dataclasses import dataclass

from models.amounts import tax_on, tax_within
from models.errors import UnknownOrder
from models.journal import rights
from models.stages import Stage
from models.storage.database import rows
from models.storage.tables import Order, OrderLine
from models.sums.line_sums import NOTHING, LineSums, line_sums


@dataclass(frozen=True, slots=True)
class Margin:
    """What is left of a revenue (rupiah, with its `tax`): `costed` is the part of it without tax
    whose `cost` at the moment of sale is known."""

    revenue: int = 0
    tax: int = 0
    cost: int = 0
    costed: int = 0

    @property
    def net(self) -> int:
        """The revenue without tax."""
        return self.revenue - self.tax

    @property
    def profit(self) -> int | None:
        """Rupiah earned above the cost, of what has a known one; None where nothing has."""
        return self.costed - self.cost if self.costed or self.cost else None

    @property
    def share(self) -> float | None:
        """The profit's part of the revenue that it comes from; None without any."""
        return (self.costed - self.cost) / self.costed if self.costed > 0 else None

    @property
    def unknown(self) -> int:
        """The revenue without tax of which nobody knows what it cost."""
        return self.net - self.costed


NO_MARGIN = Margin()


def margin_of(price: int, cost: int | None, tax_rate: int, *, tax_included: bool) -> Margin:
    """What one piece would earn at this price."""
    tax = (tax_within if tax_included else tax_on)(price, tax_rate)
    revenue = price if tax_included else price + tax
    return Margin(revenue, tax) if cost is None else Margin(revenue, tax, cost, revenue - tax)


@rights.checked("statistics")
def of_order(order_id: int) -> Margin:
    """What an order earned, with what was brought back of it taken off. Raises `UnknownOrder`."""
    names = [field.column_name for field in OrderLine._meta.sorted_fields]
    query = OrderLine.select(OrderLine, Order.tax_included, Order.stage).join(Order)
    found = rows(query.where(Order.id == order_id).tuples(), lambda *row: row)
    if not found:
        raise UnknownOrder(str(order_id))
    parts = [
        line_sums(dict(zip(names, row, strict=False)), tax_included=bool(row[-2]))
        for row in found
        if row[-1] != Stage.CANCELLED
    ]
    sums = LineSums(*map(sum, zip(*parts, strict=True))) if parts else NOTHING
    return Margin(sums.revenue, sums.tax, sums.cost, sums.costed)
