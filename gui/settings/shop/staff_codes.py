"""Who works here, as codes: add one, give it a PIN, take it out of use."""

from functools import partial

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from gui.settings.section import Section
from gui.settings.shop.deeds_dialog import DeedsDialog
from gui.settings.shop.staff_dialogs import BadgeDialog, PinDialog
from gui.shell.app_context import AppContext
from gui.shell.sign_in.recovery import give_recovery_code
from gui.shell.sign_in.window_lock import permission
from gui.widgets.buttons.button import Button
from gui.widgets.containers.empty_state import EmptyState
from gui.widgets.fields.boxes import ChoiceBox, NumberBox
from gui.widgets.fields.form import add_field, explanation, field_row, pin_field, point_out
from gui.widgets.rows.rows import Column, RowsView
from gui.widgets.text.chip import Badge
from gui.widgets.text.plain_text import set_tip
from models import events
from models.errors import BadPin, OwnerPinFirst, ShopError
from models.events import Event, Receipt
from models.journal import rights
from models.settings import preferences, staff
from models.settings.staff import StaffCode


class StaffSection(Section):
    """Codes, never names: what was done carries the code, and nothing says who it is."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        what = self.tr("Codes instead of names; PINs only as hashes.")
        self.set_head(self.tr("Staff codes"), what)
        self._roles = {
            staff.OWNER: self.tr("Owner"),
            staff.COUNTER: self.tr("Counter"),
            staff.WAREHOUSE: self.tr("Warehouse"),
        }
        self._add_list()
        self._add_form()
        self._add_limits()
        self.column.addStretch(1)
        self._move(None)

    def is_affected_by(self, event: Event) -> bool:
        return event.kind in (events.STAFF_CHANGED, events.PREFERENCE_CHANGED)

    def refresh(self) -> None:
        for box, preference in (
            (self.idle, preferences.IDLE_LOCK), (self.discount, preferences.DISCOUNT_LIMIT),
        ):  # fmt: skip
            if not box.is_undecided:
                box.show_kept(preferences.get(preference))
        self.list.rows.show(staff.everyone())
        if self.list.current is None:
            self.list.go_to(0)
        self._move(self.list.current)

    # --- building --------------------------------------------------------------------------

    def _add_list(self) -> None:
        theme, px = self.context.theme, self.context.theme.px
        card = self.card(wide=None)
        columns = (
            Column(self.tr("Code"), _code, width=120, font="row_total"),
            Column(self.tr("Works as"), self._role),
            Column(self.tr("PIN"), self._pin, width=200, token="text_muted"),
            Column(self.tr("Badge"), self._badge, width=110, token="text_muted"),
            Column(self.tr("Status"), _nothing, width=140, badge=self._state),
        )
        self.list = RowsView(theme, columns, key=_code)
        self.list.setAccessibleName(self.tr("Staff codes"))
        self.list.set_empty(
            EmptyState(
                theme,
                "badge-account-outline",
                self.tr("No staff codes yet"),
                self.tr("Add the first one below; with a PIN, this station can then be locked."),
            )
        )
        self.list.setMinimumHeight(px(36 + 44 * 5))
        self.list.moved.connect(self._move)
        card.addWidget(self.list)
        self.pin_button = self._button(self.tr("Change the PIN"), "form-textbox-password")
        self.pin_button.clicked.connect(self._change_pin)
        self.badge_button = self._button(self.tr("Badge"), "barcode-scan")
        self.badge_button.clicked.connect(self._change_badge)
        self.use_button = self._button(self.tr("Deactivate"), "account-off-outline")
        self.use_button.clicked.connect(self._change_use)
        self.unlock_button = self._button(self.tr("Unlock"), "lock-open-outline")
        self.unlock_button.clicked.connect(self._unlock)
        self.recovery_button = self._button(self.tr("New recovery code"), "lifebuoy")
        self.recovery_button.clicked.connect(self._give_recovery_code)
        self.deeds_button = self._button(self.tr("Deeds"), "history")
        self.deeds_button.clicked.connect(self._show_deeds)
        self.work = ChoiceBox()
        self.work.setAccessibleName(self.tr("Works as"))
        for role, name in self._roles.items():
            self.work.addItem(name, role)
        self.work.chosen.connect(self._change_role)
        card.addSpacing(px(6))
        for controls in (
            (self.work, self.pin_button, self.badge_button, self.use_button),
            (self.deeds_button, self.unlock_button, self.recovery_button),
        ):
            row = QHBoxLayout()
            row.setSpacing(px(8))
            for control in controls:
                row.addWidget(control)
            row.addStretch(1)
            card.addLayout(row)
            self.fold(row)

    def _add_form(self) -> None:
        theme = self.context.theme
        card = self.card(self.tr("Add a staff code"), wide=None, deed="staff.add")
        self.code = QLineEdit()
        self.code.setPlaceholderText("K1")
        pattern = QRegularExpression("[A-Za-z]{0,2}[0-9]{0,3}")
        self.code.setValidator(QRegularExpressionValidator(pattern, self.code))
        self.role = ChoiceBox()
        for role in (staff.COUNTER, staff.WAREHOUSE, staff.OWNER):
            self.role.addItem(self._roles[role], role)
        self.pin = pin_field()
        fields: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Code"), self.code),
            (self.tr("Works as"), self.role),
            (self.tr("PIN (optional)"), self.pin),
        )
        add = self._button(self.tr("Add"), "plus", "toolbar_primary")
        add.clicked.connect(self._add)
        row = field_row(theme, fields)
        row.addWidget(add, 0, Qt.AlignmentFlag.AlignBottom)
        self.fold(row)
        card.addLayout(row)
        card.addWidget(
            explanation(
                theme,
                self.tr("A code is one or two letters and a number, so that it cannot be a name."),
            )
        )
        card.addWidget(
            explanation(
                theme,
                self.tr(
                    "The lock is one of this program. Who uses the same account of this computer "
                    "can copy or delete the shop's file all the same; what was changed in it is "
                    "found out by the journal. Give the shop an account of its own where that "
                    "matters."
                ),
            )
        )
        self.code.returnPressed.connect(self._add)
        self.pin.returnPressed.connect(self._add)

    def _add_limits(self) -> None:
        card = self.card(self.tr("Lock and approval"), wide=None, deed="preferences.put")
        self.idle = NumberBox(minimum=0, maximum=600)
        self.idle.setSuffix(self.tr(" minutes"))
        self.idle.setSpecialValueText(self.tr("never by itself"))
        self.discount = NumberBox(minimum=0, maximum=100)
        self.discount.setSuffix(" %")
        for box, keep, title, hint in (
            (
                self.idle, self._keep_idle, self.tr("Locks itself after"),
                self.tr("So long without a key, a click or a scan, once an owner has a PIN."),
            ),
            (
                self.discount, self._keep_discount, self.tr("Discount without an owner, up to"),
                self.tr("The counter asks an owner to approve what is more."),
            ),
        ):  # fmt: skip
            box.setKeyboardTracking(False)
            box.setMaximumWidth(self.context.theme.px(240))
            add_field(self.context.theme, card, title, box, hint)
            box.editingFinished.connect(keep)

    def _button(self, text: str, icon: str, kind: str = "toolbar") -> Button:
        return Button(self.context.theme, text, icon, kind)

    # --- what is shown ---------------------------------------------------------------------

    def _role(self, person: StaffCode) -> str:
        return self._roles.get(person.role, person.role)

    def _pin(self, person: StaffCode) -> str:
        return self.tr("kept as a hash") if person.has_pin else self.tr("none")

    def _badge(self, person: StaffCode) -> str:
        return self.tr("yes") if person.has_badge else self.tr("none")

    def _state(self, person: StaffCode) -> Badge:
        if person.locked:
            return Badge(self.tr("Locked"), "danger", "lock-outline")
        if person.active:
            return Badge(self.tr("Active"), "ready", "check-circle-outline")
        return Badge(self.tr("Inactive"), "neutral", "account-off-outline")

    def _move(self, person: StaffCode | None) -> None:
        self.pin_button.setEnabled(person is not None and person.active)
        self.badge_button.setEnabled(person is not None and person.active)
        may_look = rights.may_now("staff.deeds")
        self.deeds_button.setEnabled(person is not None and may_look)
        may, whose = permission("staff.set_role")
        for control in (self.work, self.use_button):
            control.setEnabled(person is not None and may)
            set_tip(control, whose)
        if person is not None and not self.work.is_undecided:
            self.work.setCurrentIndex(self.work.findData(person.role))
        self.unlock_button.setEnabled(person is not None and person.locked)
        is_owner = person is not None and person.role == staff.OWNER
        self.recovery_button.setEnabled(is_owner and person is not None and person.has_pin)
        inactive = person is not None and not person.active
        text = self.tr("Activate") if inactive else self.tr("Deactivate")
        self.use_button.setText(text)
        self.use_button.set_icon("account-check-outline" if inactive else "account-off-outline")

    # --- what is done ----------------------------------------------------------------------

    def _add(self) -> None:
        code = self.code.text().strip().upper()
        add = partial(staff.add, code, self.role.currentData(), self.pin.text())
        done = partial(self._added, code, rights.standing().holds)
        self.context.run(add, done, self._refused, self, self)

    def _refused(self, error: ShopError) -> None:
        is_pin = isinstance(error, BadPin | OwnerPinFirst)
        point_out(self.pin if is_pin else self.code)
        raise error

    def _added(self, code: str, held: bool, added: Receipt[None]) -> None:
        self._say(self.tr("Staff code {code} added"), code, added)
        self._rights_begin(code, held)
        self.code.setText("")
        self.pin.setText("")
        self.code.setFocus()

    def _change_pin(self) -> None:
        person: StaffCode = self.list.current
        if person.code != self.context.staff:
            rights.check("staff.reset_pin")  # nobody types a PIN for nothing
        done = partial(self._pin_changed, person.code, rights.standing().holds)
        PinDialog(self.context, person, done, self).open()

    def _pin_changed(self, code: str, held: bool, changed: Receipt[None]) -> None:
        self._say(self.tr("PIN of {code} changed"), code)
        self._rights_begin(code, held)

    def _rights_begin(self, code: str, held: bool) -> None:
        """With the first PIN comes the recovery code; `held`: rights did before."""
        if not held and rights.standing().holds:
            give_recovery_code(self.context, code, self)

    def _change_badge(self) -> None:
        person: StaffCode = self.list.current
        done = partial(self._badge_changed, person.code)
        BadgeDialog(self.context, person.code, done, self).open()

    def _badge_changed(self, code: str, _: Receipt[None]) -> None:
        self._say(self.tr("Badge of {code} changed"), code)

    def _show_deeds(self) -> None:
        person: StaffCode = self.list.current
        DeedsDialog(self.context, person.code, self).open()

    def _give_recovery_code(self) -> None:
        person: StaffCode = self.list.current
        give_recovery_code(self.context, person.code, self)

    def _change_use(self) -> None:
        person: StaffCode = self.list.current
        active = not person.active
        said = self.tr("{code} activated") if active else self.tr("{code} deactivated")
        change = partial(staff.set_active, person.code, active)
        done = partial(self._say_changed, said, person.code)
        self.context.run(change, done, once=("use", person.code))

    def _change_role(self) -> None:
        person: StaffCode = self.list.current
        role = self.work.currentData()
        if role != person.role:
            said = self.tr("{code} works as {role}").replace("{role}", self._roles[role])
            change = partial(staff.set_role, person.code, role)
            done = partial(self._say_changed, said, person.code)
            self.context.run(change, done, self.show_stored, self)

    def _keep_idle(self) -> None:
        text = self.idle.text()
        self.put(
            preferences.IDLE_LOCK, self.idle.value(), self.tr("Lock: {when}").format(when=text)
        )

    def _keep_discount(self) -> None:
        said = self.tr("Discount without an owner, up to {limit} %")
        limit = self.discount.value()
        self.put(preferences.DISCOUNT_LIMIT, limit, said.format(limit=limit))

    def _unlock(self) -> None:
        person: StaffCode = self.list.current
        said = partial(self._say_unlocked, person.code)
        self.context.run(partial(staff.unlock, person.code), said)

    def _say_unlocked(self, code: str, _: Receipt[None]) -> None:
        self._say(self.tr("{code} unlocked"), code)

    def _say_changed(self, text: str, code: str, changed: Receipt[None]) -> None:
        if changed.sequence is not None:  # else it was so already, and how it came to be is shown
            self._say(text, code, changed)

    def _say(self, text: str, code: str, done: Receipt[None] | None = None) -> None:
        undo = partial(self.context.undo, done.sequence) if done and done.sequence else None
        self.context.say(text.format(code=code), undo=undo, icon="check", bold=code)


def _code(person: StaffCode) -> str:
    return person.code


def _nothing(person: StaffCode) -> str:
    return ""
