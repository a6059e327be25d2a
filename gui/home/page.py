"""The first window: three tiles with live numbers, the small ones below."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QGridLayout, QVBoxLayout

from gui.home.own_day import own_day
from gui.home.tile import Fact, PageTile, SmallTile
from gui.home.tile_pictures import block_tokens, paint_blocks, paint_course, paint_hours
from gui.home.update_line import UpdateLine
from gui.pages import PAGES
from gui.runtime.error_handler import guarded
from gui.shell.action_button import ActionButton, command_button
from gui.shell.app_context import AppContext
from gui.shell.page import Page
from gui.widgets.buttons.button import Button
from gui.widgets.containers.flow import Flow, Steady
from gui.widgets.messages.confirmation import sure
from gui.widgets.text.labels import Label
from gui.words.error_messages import sentence
from gui.words.state_words import lateness_text, paid_text, stage_text
from models import clock
from models.fulfilment.cards import Lateness
from models.journal import rights
from models.settings import preferences
from models.shop import backup
from models.shop.offline import own_file
from models.shopping_list import inbox
from models.stages import Paid, Stage
from models.statistics.today import Today, today

if TYPE_CHECKING:
    from gui.shell.main_window import MainWindow

_LARGE = ("order_entry", "fulfilment", "statistics")  # the large ones; others are small
_NARROW = 1080  # pixels at 100 %: from here on three tiles stand side by side
_FEW_TILES = 3  # in a row of a narrow window
_EVERY = 30_000  # ms: orders become late, and hours pass, without any news


class HomePage(Page):
    """Where everybody starts."""

    name = "home"

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        theme = context.theme
        self._shop = Label(theme, "", "page_title")
        self._day = Label(theme, "", "row", "text_muted")
        self._update = UpdateLine(context)
        self._order_entry = self._large_tile("order_entry", self.tr("Take orders, take payment"))
        self._fulfilment = self._large_tile("fulfilment", self.tr("Prepare and hand over"))
        self._statistics = self._large_tile("statistics", self.tr("Today and the last 28 days"))
        others = [name for name in PAGES if name not in ("home", *_LARGE)]
        others.insert(others.index("settings"), "privacy")  # a part of the settings
        self._small = {page: self._small_tile(page) for page in others}
        self.backups_line = Label(theme, "", "second", "text_muted", icon="database-check-outline")
        self._straight = QCheckBox(self.tr("Open this station straight into Order entry"))
        self._straight.setChecked(context.station.text("start_room") == "order_entry")
        self._straight.toggled.connect(self._choose_start)
        self._demo = self._demo_button()
        self._guide = self._window_button("window.keys", self._open_guide)
        self._is_new = False  # nothing was ever ordered here
        self._lay_out()
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()
        if context.backups is not None:
            context.backups.changed.connect(self._show_backups)
        if context.prover is not None:
            context.prover.changed.connect(self._show_backups)

    def title(self) -> str:
        return self.tr("Home")

    def topic(self) -> str:
        return "home.new" if self._is_new else self.name

    def opened(self, **arguments: object) -> None:
        self._order_entry.setFocus()

    def refresh(self) -> None:
        self.context.background.ask(today, self._show, owner=self)
        self.context.background.ask(inbox.waiting, self._show_inbox, owner=self)
        self._update.refresh()

    # --- building --------------------------------------------------------------------------

    def _large_tile(self, page: str, subtitle: str) -> PageTile:
        actions, id = self.context.actions, f"window.{page}"
        tile = PageTile(
            self.context.theme, actions.text(id), subtitle, actions.icon(id), actions.key(id)
        )
        tile.setObjectName(page)
        tile.clicked.connect(self._enter)
        return tile

    def _small_tile(self, page: str) -> SmallTile:
        actions, id = self.context.actions, f"window.{page}"
        title, icon = (
            (self.tr("Privacy"), "shield-check-outline")
            if page == "privacy"
            else (actions.text(id), actions.icon(id))
        )
        tile = SmallTile(self.context.theme, title, icon)
        tile.setObjectName(page)
        tile.clicked.connect(self._enter)
        return tile

    def _demo_button(self) -> ActionButton:
        button = self.button("home.remove_demo", self._remove_demo, kind="toolbar")
        if not preferences.get(preferences.DEMO):
            button.hide()
        return button

    def _window_button(self, id: str, handler: Callable[[], None]) -> Button:
        """What the window does, not the page."""
        button = command_button(self.context.theme, self.context.actions, id)
        button.clicked.connect(handler)
        return button

    def _lay_out(self) -> None:
        px = self.context.theme.px
        way = QBoxLayout.Direction.LeftToRight
        head, large, foot = (QBoxLayout(way) for _ in range(3))
        names = QVBoxLayout()
        names.setSpacing(px(4))
        names.addWidget(self._shop)
        names.addWidget(self._day)
        names.addWidget(self._update)
        head.addLayout(names, 1)
        head.setSpacing(px(8))
        palette = self._window_button("window.palette", self._find_command)
        buttons, row = Steady(), Flow(px(8))  # the tiles give way before the page scrolls
        buttons.setLayout(row)
        for button in (self._demo, palette, self._guide):
            row.addWidget(button)
        head.addWidget(buttons, 0, Qt.AlignmentFlag.AlignBottom)
        large.setSpacing(px(16))
        for tile in (self._order_entry, self._fulfilment, self._statistics):
            large.addWidget(tile, 1)
        self._tiles = QGridLayout()
        self._tiles.setSpacing(px(8))
        self._folding = (head, large, foot)
        foot.addWidget(self.backups_line, 1)
        foot.addWidget(self._straight)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(40), px(28), px(40), px(20))
        page.setSpacing(px(16))
        page.addLayout(head)
        page.addLayout(large, 1)
        page.addLayout(self._tiles)
        page.addLayout(foot)
        self._fold(False)

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        # Side by side too it says how narrow it can become; a page that scrolls is never narrower.
        least, tile = super().minimumSizeHint(), self._order_entry.minimumSizeHint()
        return QSize(min(least.width(), self.context.theme.px(80) + tile.width()), least.height())

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.context.theme.px(_NARROW)
        if narrow != self._narrow:
            self._fold(narrow)

    def _fold(self, narrow: bool) -> None:
        """Doors below each other where letters are large or the window is small."""
        self._narrow = narrow
        way = QBoxLayout.Direction
        for row in self._folding:
            row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        columns = _FEW_TILES if narrow else len(self._small)
        for column in range(len(self._small)):
            self._tiles.setColumnStretch(column, int(column < columns))
        for number, tile in enumerate(self._small.values()):
            self._tiles.addWidget(tile, *divmod(number, columns))

    # --- showing ---------------------------------------------------------------------------

    def _show(self, facts: Today) -> None:
        words = self.context.format
        name = facts.shop_name
        if facts.is_demo:
            name = name.removesuffix(" (demo)")
            name = self.tr("{shop} (demo, nothing here is real)").format(shop=name)
        self._shop.set_text(name)
        day = words.long_date(facts.day)
        if facts.trading_days:
            count = words.number(facts.trading_days)
            day = self.tr("{date} · business day {count}").format(date=day, count=count)
        self._day.set_text(day)
        self._is_new = not facts.all_orders
        first = self.tr("New here? The first hour")
        self._guide.setText(first if self._is_new else self.context.actions.text("window.keys"))
        self._show_counter(facts)
        self._show_warehouse(facts)
        self._show_sales(facts)
        self._show_small(facts)

    def _show_counter(self, facts: Today) -> None:
        theme, words = self.context.theme, self.context.format
        last = words.time(facts.last_placed_at) if facts.last_placed_at else "–"
        held, more = self.tr("Carts held"), own_file.held_there()
        if more:
            held = self.tr("Carts held; {count} more at the server")

        def picture(painter: QPainter, box: QRectF) -> None:
            paint_hours(painter, box, theme, facts, words)

        self._order_entry.show_facts(
            words.number(facts.orders),
            self.tr("order(s) today", "", facts.orders),
            (
                Fact("cash-multiple", paid_text(Paid.UNPAID), words.number(facts.unpaid)),
                Fact("pause", held.format(count=words.number(more)), words.number(facts.held)),
                Fact("clock-outline", self.tr("Last order"), last),
            ),
            picture,
        )

    def _show_warehouse(self, facts: Today) -> None:
        theme, words = self.context.theme, self.context.format
        tokens = block_tokens(facts, clock.now())
        stages = [stage for _, stage in facts.open]
        late = tokens.count("danger")
        more = self.tr("+{count}").format(count=words.number(max(0, len(tokens) - 20)))

        def picture(painter: QPainter, box: QRectF) -> None:
            paint_blocks(painter, box, theme, tokens, more)

        how_late = Fact(
            "alarm-light", lateness_text(Lateness.LATE), words.number(late),
            "danger_edge" if late else "text_muted",
        )  # fmt: skip
        self._fulfilment.show_facts(
            words.number(len(stages)),
            self.tr("open order(s)", "", len(stages)),
            (
                *(() if facts.at_counter else (how_late,)),
                Fact(
                    "package-variant", stage_text(Stage.PICKING),
                    words.number(stages.count(Stage.PICKING)),
                ),
                Fact(
                    "check-circle-outline", stage_text(Stage.READY),
                    words.number(stages.count(Stage.READY)), "done_tick",
                ),
            ),
            picture,
        )  # fmt: skip

    def _show_sales(self, facts: Today) -> None:
        theme, words = self.context.theme, self.context.format
        if not facts.sees_sales:
            nobody = "\u2013", self.tr("for the owner"), ()
            told = own_day(facts.own, words) if facts.own is not None else nobody
            self._statistics.show_facts(*told, _no_picture)
            return
        weekday = words.weekday(facts.day.weekday())
        last_week = self.tr("last {weekday}").format(weekday=weekday)

        def picture(painter: QPainter, box: QRectF) -> None:
            paint_course(painter, box, theme, facts, self.tr("today"), last_week)

        change, icon, token = "–", "trending-neutral", "text_muted"
        if facts.taken_last_week:
            share = facts.taken / facts.taken_last_week - 1
            change = words.percent(share, sign=True)
            icon = "trending-up" if share >= 0 else "trending-down"
            token = "done_tick" if share >= 0 else "danger_edge"
        average = self.tr("Average order")
        if facts.returned:  # it is over what was sold: said, so that it adds up
            average = self.tr("Average before {sum} returns").format(
                sum=words.money(facts.returned)
            )
        median = words.duration(facts.median_ready) if facts.median_ready is not None else "–"
        self._statistics.show_facts(
            words.money(facts.taken),
            self.tr("today"),
            (
                Fact(
                    icon,
                    self.tr("vs last {weekday}, same time").format(weekday=weekday),
                    change,
                    token,
                ),
                Fact("receipt-text-outline", average, words.money(facts.average)),
                Fact("timer-outline", self.tr("Median time to ready"), median),
            ),
            picture,
        )

    def _show_small(self, facts: Today) -> None:
        words = self.context.format
        scarce = [
            text.format(count=words.number(count))
            for text, count in (
                (self.tr("{count} low"), facts.low_products),
                (self.tr("{count} out"), facts.out_products),
            )
            if count
        ]
        self._small["catalogue"].show_line(
            ", ".join(scarce)
            or (self.tr("All on the shelf") if facts.products else self.tr("No products yet")),
            "on_warn_soft" if scarce else "text_muted",
        )
        self._small["order_history"].show_line(
            self.tr("{count} in all").format(count=words.number(facts.all_orders))
        )
        self._small["ready_board"].show_line(self.tr("For the customers"))
        self._small["drawer"].show_line(self.tr("Open, count, close"))
        self._small["settings"].show_line(self.tr("Shop, station, staff"))
        if facts.accepted_at is not None:
            on = words.near_date(words.day_of(facts.accepted_at))
            self._small["privacy"].show_line(self.tr("Accepted {date}").format(date=on))
        self._show_backups()

    def _show_inbox(self, waiting: tuple[int, int | None]) -> None:
        count = waiting[0]
        text = self.tr("{count} waiting").format(count=self.context.format.number(count))
        text = text if count else self.tr("No message waits")
        self._small["inbox"].show_line(text, "on_warn_soft" if count else "text_muted")

    def _show_backups(self) -> None:
        backups, prover = self.context.backups, self.context.prover
        trouble = sentence(backups.trouble) if backups and backups.trouble else ""
        if prover is not None and prover.found:
            found = self.tr(
                "%n thing(s) in the shop are not as they were written: see Settings, Database and "
                "backup",
                "",
                prover.found,
            )
            trouble = " · ".join(filter(None, (trouble, found)))
        kept = self._backup_line()
        if prover is not None and prover.proven_at is not None:
            when = self.context.format.date_and_time(prover.proven_at)
            kept = self.tr("{backup} · Proven whole {moment}").format(backup=kept, moment=when)
        if not rights.standing().holds:
            kept = self.tr("{backup} · Open to everybody: no owner has a PIN").format(backup=kept)
        self.backups_line.set_text(trouble or kept)
        self.backups_line.set_icon("alert-circle-outline" if trouble else "database-check-outline")
        self.backups_line.set_token("on_danger_soft" if trouble else "text_muted")

    def _backup_line(self) -> str:
        newest = backup.newest(self.context.shop.backup_folder)
        if newest is None:
            if preferences.get(preferences.DEMO):
                return self.tr("The demo is not backed up")
            return self.tr("No backup yet; one is made when the program closes")
        return self.tr("Last backup {moment}, file and journal whole").format(
            moment=self.context.format.date_and_time(newest)
        )

    # --- doing -----------------------------------------------------------------------------

    def _enter(self) -> None:
        page = self.sender().objectName()
        if page == "privacy":
            self.context.open("settings", section="privacy")
        elif page == "ready_board":
            self.context.open(page, own_window=True)
        else:
            self.context.open(page)

    def _choose_start(self, straight: bool) -> None:
        self.context.station.remember("start_room", "order_entry" if straight else "home")

    def _find_command(self) -> None:
        cast("MainWindow", self.window()).show_palette()

    def _open_guide(self) -> None:
        cast("MainWindow", self.window()).show_guide()

    def _remove_demo(self) -> None:
        rights.check("demo.remove")
        question = self.tr("Remove the demo shop and everything tried in it?")
        detail = self.tr(
            "Deleted are the demo's file and its backups, and with them the name, the PINs and the "
            "acceptance of the policy that were given to the demo. This cannot be undone. Your own "
            "shop comes next, as it is; where there is none yet, you are asked how it shall be."
        )
        if sure(self, self.context.theme, question, detail, self.tr("Remove the demo")):
            from models.demo import demo

            self.context.restart(partial(demo.remove, self.context.shop))


def _no_picture(painter: QPainter, box: QRectF) -> None:
    """What may not be seen leaves its place empty."""
