"""How money, amounts, days and times are written, and how typed ones are read.

Both languages write the shop's currency the Indonesian way (`Rp1.234.567`); the decimal mark,
the clock and the month follow the language.
"""

from collections.abc import Sequence
from datetime import date as Day  # noqa: N812 - `date` is what windows ask for
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from models import amounts, clock, session
from models.amounts import Discount
from models.orders import tickets
from models.text import quantity_parsing

translate = QCoreApplication.translate
MINUS = "\u2212"
NARROW_GAP = "\u00a0"  # never breaks a sum of money over two lines
SYMBOLS = {"IDR": "Rp"}


class Formatting:
    """`language` is id or en, `currency` an ISO code, `zone` an IANA name."""

    def __init__(
        self, language: str = "id", currency: str = "IDR", zone: str = "Asia/Jakarta"
    ) -> None:
        self.language = language
        self.currency = currency
        self.zone = zone
        self.locale = QLocale("id_ID" if language == "id" else "en_ID")
        self._rupiah = QLocale("id_ID")
        self._symbol = SYMBOLS.get(currency, currency + NARROW_GAP)
        self.decimal_mark = "," if language == "id" else "."

    # --- sums and amounts ------------------------------------------------------------------

    def money(self, amount: int) -> str:
        """1234567 → `Rp1.234.567`, -5000 → `−Rp5.000`."""
        sign = MINUS if amount < 0 else ""
        return sign + self._symbol + self._rupiah.toString(abs(amount))

    def short_money(self, amount: int) -> str:
        """For axes and small places: 12_000_000 → `Rp12 jt`, in English `Rp12 mn`."""
        sign, size = (MINUS if amount < 0 else ""), abs(amount)
        for power, unit in (
            (10**12, translate("formatting", "tn", "trillion, after a number")),
            (10**9, translate("formatting", "bn", "billion, after a number")),
            (10**6, translate("formatting", "mn", "million, after a number")),
            (10**3, translate("formatting", "k", "thousand, after a number")),
        ):
            if 2 * size >= 2 * power - power // 1000:  # 999,6 rb is written 1 jt
                return f"{sign}{self._symbol}{self._rounded(size, power)}{NARROW_GAP}{unit}"
        return f"{sign}{self._symbol}{size}"

    def quantity(self, thousandths: int) -> str:
        """500 → `0,5`, 12000 → `12`."""
        sign = MINUS if thousandths < 0 else ""
        whole, rest = divmod(abs(thousandths), amounts.ONE)
        text = self.number(whole)
        if rest:
            text += self.decimal_mark + f"{rest:03d}".rstrip("0")
        return sign + text

    def number(self, number: int) -> str:
        """38064 → `38.064`, in English `38,064`."""
        sign = MINUS if number < 0 else ""
        text = self._rupiah.toString(abs(number))
        return sign + (text if self.language == "id" else text.replace(".", ","))

    def decimal(self, number: float, places: int = 1) -> str:
        """2.25 → `2,3` with one place."""
        # By its digits, halves upwards: in binary 2.25 and 20.25 go different ways.
        shown = Decimal(repr(abs(number))).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        sign = MINUS if number < 0 and shown else ""
        return sign + f"{shown:f}".replace(".", self.decimal_mark)

    def percent(self, share: float, places: int = 1, sign: bool = False) -> str:
        """0.084 → `8,4%`; with `sign` a rise reads `+8,4%`."""
        hundredths = round(share * 100, places)
        plus = "+" if sign and hundredths > 0 else ""
        return f"{plus}{self.decimal(hundredths, places)}%"

    def rate(self, basis_points: int) -> str:
        """1250 → `12,5%`, as it is typed."""
        whole, part = divmod(basis_points, 100)
        return f"{whole}{self.decimal_mark}{part:02d}".rstrip("0") + "%" if part else f"{whole}%"

    def discount(self, discount: Discount) -> str:
        """What was given: `10%` or `Rp5.000`."""
        return self.rate(discount.rate) if discount.rate else self.money(discount.amount)

    def order_number(self, number: int) -> str:
        """42 → `042`, as it is called out; given while the server was away: `B-007`."""
        letters, count = tickets.parted(number)
        return f"{letters}-{count:03d}" if letters else f"{count:03d}"

    # --- days and times --------------------------------------------------------------------

    def time(self, moment: int) -> str:
        """UTC ms → `14.32`, in English `14:32`, on the shop's wall clock."""
        return self._clock(self._local(moment), "%H{0}%M")

    def hour(self, hour: int) -> str:
        """7 → `07`."""
        return f"{hour:02d}"

    def time_of_hour(self, hour: int) -> str:
        """4 → `04.00`, in English `04:00`."""
        return f"{hour:02d}{'.' if self.language == 'id' else ':'}00"

    def day_of(self, moment: int) -> Day:
        """The shop's calendar day at a moment (UTC ms)."""
        return self._local(moment).date()

    def business_day(self, moment: int) -> Day:
        """The day to which the shop counts a moment (UTC ms): after midnight it may last on."""
        return clock.business_day(moment, self.zone, session.current.day_ends)

    def date(self, day: Day) -> str:
        """`22 Nov 2026`."""
        return self.locale.toString(_qdate(day), "d MMM yyyy")

    def short_date(self, day: Day) -> str:
        """`22 Nov`."""
        return self.locale.toString(_qdate(day), "d MMM")

    def near_date(self, day: Day) -> str:
        """`22 Nov`, of another year than this one `22 Nov 2024`."""
        is_this_year = day.year == self.day_of(clock.now()).year
        return self.short_date(day) if is_this_year else self.date(day)

    def long_date(self, day: Day) -> str:
        """`Minggu, 22 November 2026`."""
        return self.locale.toString(_qdate(day), "dddd, d MMMM yyyy")

    def date_and_time(self, moment: int) -> str:
        """`22 Nov 2026 14.32`."""
        return f"{self.date(self.day_of(moment))} {self.time(moment)}"

    def long_date_and_time(self, moment: int) -> str:
        """`Minggu, 22 November 2026, 14.32`."""
        return f"{self.long_date(self.day_of(moment))}, {self.time(moment)}"

    def time_on_day(self, moment: int, seen_on: Day | None = None) -> str:
        """`17.30`, on another day than the one it is seen on (by default today) `24 Nov 17.30`."""
        day, time = self.day_of(moment), self.time(moment)
        seen_on = seen_on or self.day_of(clock.now())
        return time if day == seen_on else f"{self.short_date(day)} {time}"

    def month(self, month: int) -> str:
        """1 → `Jan`."""
        return self.locale.standaloneMonthName(month, QLocale.FormatType.ShortFormat)

    def weekday(self, weekday: int, short: bool = False) -> str:
        """Monday is 0, as in `date.weekday()`: `Senin`, short `Sen`."""
        form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
        return self.locale.standaloneDayName(weekday + 1, form)

    def duration(self, milliseconds: int) -> str:
        """380_000 → `6:20 mnt`; an hour and more `1:06:20 jam`."""
        seconds = max(0, round(milliseconds / 1000))
        if seconds < 3600:
            unit = translate("formatting", "min", "minutes, after a duration such as 6:20")
            return f"{seconds // 60}:{seconds % 60:02d} {unit}"
        unit = translate("formatting", "h", "hours, after a duration such as 1:06:20")
        return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d} {unit}"

    def stopwatch(self, milliseconds: int) -> str:
        """How long an order waits, on its card: `08:50`, from an hour on `1:08:50`."""
        seconds = max(0, milliseconds // 1000)
        hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
        return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes:02d}:{rest:02d}"

    # --- what people type ------------------------------------------------------------------

    def parse_money(self, text: str) -> int:
        """`12.500`, `Rp 12500`, `12500` → 12500. Raises `NotANumber`, `BadMoney`."""
        return amounts.parse_money(text)

    def parse_quantity(self, text: str, unit: str, packs: Sequence[int] = ()) -> int:
        """`0,5`, `1/2`, `500 g`, `2 dus` → thousandths of `unit`, more than none.

        Raises `NotANumber`, `OtherUnit`, `UnclearNumber`, `BadQuantity`.
        """
        return quantity_parsing.quantity_of(text, unit, packs, self.decimal_mark)

    def parse_count(self, text: str, unit: str) -> int:
        """The same for what is left somewhere, which may be nothing."""
        return quantity_parsing.count_of(text, unit, decimal=self.decimal_mark)

    # --- inside ----------------------------------------------------------------------------

    def _rounded(self, size: int, power: int) -> str:
        """Two digits that matter, and no `,0`."""
        value = size / power
        text = self.decimal(value, 0 if value >= 100 or size % power == 0 else 1)
        return text.removesuffix(self.decimal_mark + "0")

    def _local(self, moment: int) -> datetime:
        return clock.local(moment, self.zone)

    def _clock(self, when: datetime, pattern: str) -> str:
        return when.strftime(pattern.format("." if self.language == "id" else ":"))


def _qdate(day: Day) -> QDate:
    return QDate(day.year, day.month, day.day)
