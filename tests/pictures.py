"""Makes docs/pictures from the program itself: `python -m tests.pictures [--outdated]`.

The tour is played in both languages and themes, and once on a wide screen; every window leaves a
picture, also those that the tour passes by. Nothing is drawn by hand, and all are made anew each
time, so that the pictures show the program as it is. `--outdated` makes none: it names those that
are older than what they show, by the commits of both.
"""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from gui.first_run.dialog import FirstRunDialog
from gui.fulfilment.wall.wall import Wall
from gui.look.theme import Theme
from gui.order_entry.page import OrderEntryPage
from gui.statistics.page import StatisticsPage
from gui.statistics.reports import reports_view
from models.amounts import ONE
from models.catalogue import catalogue
from models.fulfilment import fulfilment, fulfilment_queue
from models.orders import order_history, orders, returns
from models.orders.cart import Cart
from models.orders.order_history import Search
from models.stages import Stage
from tests import tour

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
SMALL, WIDE = (1366, 768), (1920, 1080)
#: What stands in the guide at the size of a wall or a touch screen.
ON_WIDE = ("order_entry", "fulfilment", "ready_board", "statistics")
#: A 43-inch screen on the warehouse's wall: its pixels, and how many mm wide it is.
WALL, WALL_MM = (3840, 2160), 952
ON_WALL = ("fulfilment_wall", "ready_board_wall")
COLOURS = 256
#: What a picture shows lies in the folder of `gui/` that bears its name, but for these.
SHOWN = {
    "guide": "shell/guide",
    "import": "catalogue/importing",
    "palette": "shell",
    "search": "order_entry/entry",
    "shopping_list": "order_entry/shopping_list",
}

#: What the owner asks next, and the picture of the answer.
ANSWERS = {
    "Gross profit": "statistics_profit",
    "Tax by month": "statistics_tax",
    "Came back": "statistics_returns",
}
#: Days of a shop that has just opened; it has one picture, of its first figures.
YOUNG = 1

#: As a customer writes it.
LIST = """Selamat sore Bu, saya mau pesan
indomie goreng 10 bks
aqua 600ml 6
1 kg gula
telur setengah kg
wortel setengah kg
sabun mandi 3
nanti diambil jam 5
terima kasih"""
PRICES = """sku,name,category,unit,cost,price,stock
BARU-1,Susu Kental Manis 370 g,Susu,pcs,9800,12500,24
BARU-2,Kecap Manis 520 ml,Bumbu,botol,14000,17.5OO,12
BARU-3,,Bumbu,botol,4000,5500,12
BARU-4,Garam Halus 250 g,Bumbu,pcs,3500,3000,40
BARU-5,Tepung Terigu 1 kg,Bahan kue,pcs,10200,12800,30
BARU-5,Tepung Terigu 1 kg,Bahan kue,pcs,10200,12900,30
BARU-6,TEH CELUP ISI 25,Minuman,kotak,5200,6900,48
"""


class Album(tour.Tour):
    """The tour, and afterwards the windows that it passes by."""

    def play(self) -> None:
        if self._days > YOUNG:
            super().play()
            return
        self._accept_policy()
        self._open()
        self._main_window.open("statistics")
        self._wait_and_take("statistics_young")

    def _look_around(self) -> None:
        super()._look_around()
        self._fill_the_wall()
        self._main_window.open("drawer")
        self._wait_and_take("drawer")
        self._paste_a_list()
        self._preview_an_import()
        for section in ("privacy", "staff", "printing"):
            self._main_window.open("settings", section=section)
            self._wait_and_take(f"settings_{section}")
        self._help()
        self._set_up()
        self._ask_as_the_owner()

    def _fill_the_wall(self) -> None:
        """A busy minute: more orders than fit, one of them half picked by this station."""
        goods = catalogue.favourites()
        for count in (3, 1, 4, 2, 6, 2):
            cart = Cart()
            for product in goods[count : 2 * count]:
                cart.add(product, count * 1000)
            placed = orders.place(cart).value
        first = fulfilment_queue.waiting()[1]
        fulfilment.claim(first.id, take_over=True)
        fulfilment.pick(first.id, first.lines[0].line)
        fulfilment.rush(placed.id)
        self._main_window.open("fulfilment", order_id=first.id)
        self._wait_and_take("fulfilment")
        if self.size == WIDE:
            self._hang_on_the_wall(first.id)

    def _hang_on_the_wall(self, order_id: int) -> None:
        """How large a card is goes by the dots per mm, which no screen of a test knows."""
        known = Wall.dots_per_mm
        Wall.dots_per_mm = lambda wall: WALL[0] / WALL_MM  # type: ignore[method-assign,assignment]
        self._main_window.resize(*WALL)
        for name in ON_WALL:
            self._main_window.open(name.removesuffix("_wall"), order_id=order_id)
            self._wait_and_take(name)
        Wall.dots_per_mm = known  # type: ignore[method-assign]
        self._main_window.resize(*WIDE)

    def _help(self) -> None:
        """What floats over a window has a picture of its own."""
        main_window = self._main_window
        main_window.open("order_entry")
        for show, name in (
            (main_window.show_guide, "guide"),
            (main_window.show_palette, "palette"),
        ):
            show()
            tour.wait_for(300)
            window = self._qt.activeModalWidget()
            assert isinstance(window, QDialog)
            self._picture(window, name)
            window.reject()

    def _set_up(self) -> None:
        """The pages of the first run behind the policy; nothing is set up by it."""
        dialog = FirstRunDialog(Theme(self._chosen_theme), self._words, place="~/BotBelanja")
        dialog.open()
        self._wait("the policy is shown", dialog.isVisible)
        self._keys(dialog, [Qt.Key.Key_End, Qt.Key.Key_Space])
        for name in ("first_run_shop", "first_run_products"):
            self._wait("the step is read", lambda: dialog.listens)
            self._keys(dialog, [Qt.Key.Key_Return])
            self._picture(dialog, name)
        dialog.reject()
        dialog.deleteLater()

    def _ask_as_the_owner(self) -> None:
        """Days over a month's end, at which goods of the month before come back."""
        self._bring_back_what_was_sold(date(2026, 10, 29))
        page = self._main_window.open("statistics")
        assert isinstance(page, StatisticsPage)
        page.choose_dated(date(2026, 10, 24), tour.MOMENT[0])
        page.turn_page()
        tour.wait_for(600)
        assert page.further is not None
        texts = [question.text for question in reports_view.QUESTIONS]
        for text, name in ANSWERS.items():
            page.further.choices.button(texts.index(text)).click()
            self._wait_and_take(name)

    def _bring_back_what_was_sold(self, day: date) -> None:
        handed = (Stage.HANDED_OVER,)
        sold = order_history.find(Search(first_day=day, last_day=day, stages=handed), limit=9)
        for order, note in zip(sold, 3 * ("rusak", "salah barang", ""), strict=True):
            returns.return_goods(order.id, {1: ONE}, note=note, restock=note != "rusak")

    def _paste_a_list(self) -> None:
        page = self._main_window.open("order_entry")
        assert isinstance(page, OrderEntryPage)
        page.paste(LIST)
        self._wait_and_take("shopping_list")
        self._keys(self._main_window, [Qt.Key.Key_Escape])

    def _preview_an_import(self) -> None:
        prices = self._folder / "harga.csv"
        prices.write_text(PRICES, encoding="utf-8")
        self._main_window.open("catalogue", import_path=str(prices))
        self._wait_and_take("import")
        self._keys(self._main_window, [Qt.Key.Key_Escape])

    def _wait_and_take(self, name: str) -> None:
        tour.wait_for(600)
        self._picture(self._main_window, name)


def play(folder: Path, language: str, theme: str, size: tuple[int, int], days: int = 90) -> None:
    """One tour in a process of its own, on a screen that is large enough."""
    screen = {"name": "screen", "x": 0, "y": 0, "width": WIDE[0], "height": WIDE[1]}
    screens = folder / "screens.json"
    screens.write_text(json.dumps({"screens": [{**screen, "logicalDpi": 96, "dpr": 1}]}))
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"}
    words = [str(folder), language, theme, *map(str, (*size, days))]
    command = [sys.executable, "-m", "tests.pictures", *words]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


def keep(source: Path, name: str) -> None:
    """In as few bytes as a flat picture needs."""
    picture = Image.open(source).convert("RGB")
    # This way no colour is off by more than a few steps, however small its place is.
    way, none = Image.Quantize.MAXCOVERAGE, Image.Dither.NONE
    small = picture.quantize(COLOURS, method=way, kmeans=5, dither=none)
    small.save(PICTURES / name, optimize=True)


def outdated() -> list[str]:
    """The pictures that were committed before the last change of what they show."""
    return [
        picture.name
        for picture in sorted(PICTURES.glob("*.png"))
        if committed(picture) < committed(folder_of(picture.name))
    ]


def folder_of(picture: str) -> Path:
    """`first_run_shop_dark_en.png` → `gui/first_run`."""
    gui = ROOT / "gui"
    folders = {path.name: path.name for path in gui.iterdir() if path.is_dir()} | SHOWN
    return gui / folders[max((name for name in folders if picture.startswith(name)), key=len)]


def committed(path: Path) -> int:
    """The moment (s) of its last commit; 0 before its first one."""
    command = ["git", "log", "-1", "--format=%ct", "--", str(path)]
    return int(subprocess.check_output(command, cwd=ROOT, text=True) or 0)


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    for language in ("id", "en"):
        for theme in ("light", "dark"):
            with TemporaryDirectory() as place:
                play(Path(place), language, theme, SMALL, YOUNG)
                play(Path(place), language, theme, SMALL)
                for picture in sorted(Path(place).glob("*.png")):
                    keep(picture, picture.name)
    with TemporaryDirectory() as place:
        play(Path(place), "en", "dark", WIDE)
        for window in ON_WIDE:
            keep(Path(place) / f"{window}_dark_en.png", f"{window}_wide_dark_en.png")
        for window in ON_WALL:
            keep(Path(place) / f"{window}_dark_en.png", f"{window}_dark_en.png")


if __name__ == "__main__":
    if sys.argv[1:] == ["--outdated"]:
        raise SystemExit("\n".join(outdated()) or 0)
    if sys.argv[1:]:
        folder, language, theme, width, height, days = sys.argv[1:]
        Album.size = (int(width), int(height))
        tour.Tour = Album  # type: ignore[misc]
        raise SystemExit(tour.play(Path(folder), language, theme, int(days)))
    main()
