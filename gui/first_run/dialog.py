"""The first thing anybody sees: language, privacy policy, the shop, its products.

A shop that is there already is neither asked for nor changed: of it only the name of this computer
is left to ask.

Nothing is written here, not even a setting: the dialog hands back what it was told, and the
caller opens the shop with it. Declining or closing hands back nothing.
"""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.first_run import steps
from gui.first_run.answers import Agreement, Answers, Start
from gui.first_run.join_page import JoinPage
from gui.first_run.policy_page import PolicyPage
from gui.first_run.products_page import ProductFacts, ProductsPage
from gui.first_run.shop_page import ShopFacts, ShopPage
from gui.first_run.step_bar import StepBar
from gui.first_run.steps import Step
from gui.input.actions import Actions, key_text
from gui.input.held_keys import DeafMoment
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.shell.action_button import command_button
from gui.shell.guide.guide_window import GuideWindow
from gui.widgets.buttons.button import Button
from gui.widgets.buttons.segmented import Segmented
from gui.widgets.containers.card import Card
from gui.widgets.containers.scroll_area import ScrollArea
from gui.widgets.text.labels import Label
from gui.widgets.text.plain_text import Words
from gui.words.formatting import Formatting
from gui.words.language import LANGUAGES, Language
from gui.words.losses.loss_texts import origin_text
from gui.words.station_names import station_name
from models import clock
from models.settings import privacy, station_names
from models.settings.privacy import Acceptance
from models.shop.gate import ShopInfo
from models.storage import locations


def _ways(sign: ShopInfo | None) -> tuple[Step, ...]:
    return (Step.POLICY, Step.SHOP, Step.PRODUCTS) if sign is None else (Step.POLICY, Step.JOIN)


def ask_policy(
    theme: Theme,
    language: Language,
    accepted: Acceptance | None = None,
    parent: QWidget | None = None,
) -> Agreement | None:
    """Asks for the policy alone; with `accepted`, shows what changed since. None: declined."""
    dialog = FirstRunDialog(theme, language, only_policy=True, accepted=accepted, parent=parent)
    agreed = dialog.agreement if dialog.exec() == QDialog.DialogCode.Accepted else None
    dialog.deleteLater()
    return agreed


class FirstRunDialog(QDialog):
    """Policy, shop and products; policy and a shop to join; or the policy alone.

    Everything can be done by keys or by mouse. `place` is where the shop would be, or is when it
    has hung out its `sign`; `folder` where this station keeps what is its own; `fixed` the database
    of the command line, if any; `station` what this computer would be called.
    """

    def __init__(
        self,
        theme: Theme,
        language: Language,
        *,
        place: str = "",
        folder: Path = Path(),
        fixed: str = "",
        sign: ShopInfo | None = None,
        station: str = station_names.USUAL,
        only_policy: bool = False,
        accepted: Acceptance | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._place, self._folder, self._fixed = place, folder, fixed
        self._sign = sign
        self._only_policy = only_policy
        self._accepted = accepted
        self.agreement: Agreement | None = None
        self._steps: tuple[Step, ...] = (Step.POLICY,) if only_policy else _ways(sign)
        self._at = 0  # of the steps
        self._shop = ShopFacts(station=station)
        self._station = station if sign is None else station_names.free_name(station, sign.stations)
        self._products = ProductFacts()
        # Whether each text of the policy that was shown, by its hash, was read and ticked.
        self._policies: dict[str, tuple[bool, bool]] = {}
        self._deaf = DeafMoment(self)
        self._actions = Actions()
        theme.apply_theme(self)
        self.setWindowTitle("BotBelanja — point of order")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._body: QWidget | None = None
        self._build()
        self._fit_screen()

    def ask(self) -> Answers | None:
        """Asks everything; None when the policy was declined or the dialog closed.

        Asked again, it stands where it was left.
        """
        return self.answers() if self.exec() == QDialog.DialogCode.Accepted else None

    def answers(self) -> Answers | None:
        """What was told, once the last page was left."""
        if self.agreement is None:
            return None
        return Answers(
            agreement=self.agreement,
            language=self._language.current,
            station=self._gone
            or station_name(self._station if self._joins else self._shop.station),
            replaces=bool(self._gone),
            shop_name=self._shop.name,
            zone=self._shop.zone,
            database=self._server,
            owner_pin=self._shop.pin,
            start=Start.EMPTY if self._joins else self._products.start or Start.DEMO,
            catalogue=None if self._joins else self._products.catalogue,
            backup=self._shop.place.backup if self._joins else None,
        )

    @property
    def listens(self) -> bool:
        """Whether one can leave this step by now; a key that comes in twos leaves one only."""
        return self._deaf.is_over

    @property
    def _server(self) -> str:
        """The server's URL; empty for a file on this computer."""
        if locations.is_postgres(self._fixed):
            return self._fixed
        return "" if self._fixed else self._shop.place.database

    @property
    def _step(self) -> Step:
        return self._steps[self._at]

    @property
    def _joins(self) -> bool:
        return Step.JOIN in self._steps

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter does what the button in focus says, and otherwise goes on; Esc goes one step back.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            button = focus if isinstance(focus, Button) else self.go
            if button.isEnabled() and not event.isAutoRepeat():
                button.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.back.click()
        elif event.key() == Qt.Key.Key_F1:
            self.guide.click()
        else:
            super().keyPressEvent(event)

    # --- building --------------------------------------------------------------------------

    def _build(self) -> None:
        """The whole content for the present step and language."""
        px = self._theme.px
        body = Card(self._theme, "surface", "surface", 0)
        column = QVBoxLayout(body)
        column.setContentsMargins(px(32), px(20), px(32), px(20))
        column.setSpacing(px(12))
        self.page = self._new_page()
        column.addLayout(self._head())
        column.addLayout(self._second_row())
        column.addWidget(self._framed(self.page), 1)
        column.addLayout(self._foot())
        before, self._body = self._body, body
        if before is not None:
            self._column.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._column.addWidget(body)
        body.show()  # what is not shown yet cannot take the focus
        self.page.changed.connect(self._look)
        if isinstance(self.page, ShopPage):
            self.page.place.tried.connect(self.go.setFocus)
        self._look()
        self.page.setFocus()

    def _new_page(self) -> PolicyPage | ShopPage | ProductsPage | JoinPage:
        if self._step is Step.JOIN and self._sign is not None:
            place = locations.shown(self._server) if self._server else self._place
            origin = self._sign.origin
            held = origin_text(origin, self._format()) if origin is not None else ""
            return JoinPage(self._theme, self._sign, place, self._station, held)
        if self._step is Step.SHOP:
            words = self._format()
            return ShopPage(self._theme, words, self._shop, self._place, self._folder, self._fixed)
        if self._step is Step.PRODUCTS:
            has_name, allowed = self._shop.is_named, not self._server
            return ProductsPage(self._theme, self._products, allowed, has_name)
        shown = privacy.policy(self._language.current)
        old = self._accepted
        comparable = old is not None and old.language == shown.language
        if old is not None and not comparable:
            shown = privacy.policy(old.language)
        read = self._policies.get(shown.sha256, (False, False))
        return PolicyPage(self._theme, self._format(), shown, old.text if old else "", *read)

    def _framed(self, page: QWidget) -> QWidget:
        """Large text on a small screen scrolls; the policy does that by itself."""
        return page if isinstance(page, PolicyPage) else ScrollArea(page)

    def _head(self) -> QHBoxLayout:
        theme = self._theme
        title, subtitle = self._titles()
        words = QVBoxLayout()
        words.setSpacing(theme.px(4))
        words.addWidget(Label(theme, title, "page_title"))
        more = Words(subtitle, wordWrap=True)
        more.setStyleSheet(f"color: {theme.hex('text_muted')};")
        words.addWidget(more)
        chooser = QVBoxLayout()
        chooser.setSpacing(theme.px(4))
        # Both words, because whoever looks for it may read only one of them.
        heading = "Language / Bahasa"
        chooser.addWidget(Label(theme, heading, "second_strong", "text_muted"))
        self.languages = Segmented(theme, list(LANGUAGES.values()), heading)
        self.languages.choose(list(LANGUAGES).index(self._language.current))
        self.languages.chosen.connect(self._speak)
        chooser.addWidget(self.languages)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addLayout(chooser)
        return row

    def _titles(self) -> tuple[str, str]:
        if self._step is Step.POLICY and self._accepted is not None:
            words = self._format()
            return steps.titles_of_change(words.date(words.day_of(self._accepted.accepted_at)))
        return steps.titles(self._step, from_backup=self._shop.place.backup is not None)

    def _second_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(12))
        if len(self._steps) > 1:
            row.addWidget(
                StepBar(self._theme, [steps.name(step) for step in self._steps], self._at)
            )
        row.addStretch(1)
        self.guide = command_button(self._theme, self._actions, "window.keys")
        self.guide.clicked.connect(self._open_guide)
        row.addWidget(self.guide)
        return row

    def _foot(self) -> QHBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        note = Words(steps.note(self._step, self._only_policy), wordWrap=True)
        note.setFont(theme.font("second"))
        note.setStyleSheet(f"color: {theme.hex('text_muted')};")
        row.addWidget(note, 1)
        if theme.text_scale >= 1.5:  # with large text the buttons need the room
            note.hide()
        first = self._step is Step.POLICY
        back = self.tr("Decline and close") if first else self.tr("Back")
        self.back = Button(theme, back, "" if first else "arrow-left", "normal", "Esc")
        self.back.clicked.connect(self._go_back)
        self.go = Button(theme, steps.onwards(self._step), "check", "primary", key_text("Enter"))
        self.go.clicked.connect(self._go_on)
        # Declining is as wide and as easy as accepting.
        wide = max(self.back.sizeHint().width(), self.go.sizeHint().width(), theme.px(230))
        for button in (self.back, self.go):
            button.setMinimumWidth(wide)
            row.addWidget(button)
        return row

    # --- what happens ----------------------------------------------------------------------

    def _open_guide(self) -> None:
        GuideWindow(self, self._theme, self._actions, self._language.current, "first_hour").open()

    def _speak(self, number: int) -> None:
        self._keep()
        self._language.choose(list(LANGUAGES)[number])
        self._build()

    def _look(self) -> None:
        reason = self.page.waits_for()
        self.go.setEnabled(not reason)
        self.go.set_second_line(reason)

    @property
    def _gone(self) -> str:
        """The station, as the shop calls it, whose place this computer takes, if any."""
        gone = self._sign.gone if self._joins and self._sign is not None else ()
        return station_names.same_name(self._station, gone)

    def _go_on(self) -> None:
        if not self.listens:
            return
        self._keep()
        page = self.page
        if isinstance(page, PolicyPage):
            if not page.may_accept:
                return
            self.agreement = Agreement(page.policy, clock.now())
        elif isinstance(page, ShopPage):
            if not page.place.look():
                return
            self._keep()  # a URL was taken apart
            self._meet(page.sign)
        if self._at + 1 == len(self._steps):
            self.accept()
            return
        self._go_to(self._at + 1)

    def _meet(self, sign: ShopInfo | None) -> None:
        """Goes on to the shop that stands there, or to the products of a new one."""
        self._sign = sign
        if sign is not None:
            self._station = station_names.free_name(self._shop.station, sign.stations)
        self._steps = (Step.POLICY, Step.SHOP, Step.PRODUCTS if sign is None else Step.JOIN)

    def _go_back(self) -> None:
        if not self.listens:
            return
        if self._step is Step.POLICY:
            self.reject()
            return
        self._keep()
        self._go_to(self._at - 1)
        if isinstance(self.page, PolicyPage):
            self.agreement = None

    def _go_to(self, at: int) -> None:
        self._at = at
        self._build()
        self._deaf.start()

    def _keep(self) -> None:
        """Remembers what was typed on this page, in memory."""
        if isinstance(self.page, PolicyPage):
            page = self.page
            self._policies[page.policy.sha256] = (page.reached_end, page.tick.isChecked())
        elif isinstance(self.page, ShopPage):
            self._shop = self.page.facts()
        elif isinstance(self.page, ProductsPage):
            self._products = self.page.facts()
        elif isinstance(self.page, JoinPage):
            self._station = self.page.station.name()

    def _format(self) -> Formatting:
        return Formatting(self._language.current, zone=self._shop.zone)

    def _fit_screen(self) -> None:
        room = self.screen().availableGeometry()
        px = self._theme.px
        self.resize(min(px(902), room.width() - 16), min(px(682), room.height() - 48))
