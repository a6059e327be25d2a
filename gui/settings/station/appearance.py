"""Language, light or dark, and the size of letters, for this station."""

from gui.settings.section import Section
from gui.shell.app_context import AppContext
from gui.widgets.buttons.segmented import Segmented
from gui.widgets.fields.form import explanation, heading
from gui.words.language import LANGUAGES

_THEMES = ("light", "dark", "system")
_SCALES = (1.0, 1.25, 1.5, 2.0)


class AppearanceSection(Section):
    """A choice changes all windows of this station at once; what is being done stays."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.set_head(self.tr("Appearance"), self.tr("For this station only."))
        theme = context.theme
        card = self.card()
        themes = (self.tr("Light"), self.tr("Dark"), self.tr("Like the system"))
        sizes = tuple(context.format.percent(scale, 0) for scale in _SCALES)
        # Both words, because whoever looks for it may read only one of them.
        self.language = Segmented(theme, list(LANGUAGES.values()), "Language / Bahasa")
        self.theme = Segmented(theme, themes, self.tr("Colours"))
        self.letters = Segmented(theme, sizes, self.tr("Text size"))
        self.language.choose(list(LANGUAGES).index(context.format.language))
        self.theme.choose(_THEMES.index(theme.chosen) if theme.chosen in _THEMES else 2)
        nearest = min(_SCALES, key=lambda scale: abs(scale - theme.text_scale))
        self.letters.choose(_SCALES.index(nearest))
        for choice, hint in (
            (self.language, ""),
            (self.theme, self.tr("The wall and the ready board stay dark.")),
            (self.letters, ""),
        ):
            card.addWidget(heading(theme, choice.accessibleName()))
            card.addWidget(choice)
            if hint:
                card.addWidget(explanation(theme, hint))
            card.addSpacing(theme.px(12))
        self.column.addStretch(1)
        self.language.chosen.connect(self._choose_language)
        self.theme.chosen.connect(self._choose_theme)
        self.letters.chosen.connect(self._choose_size)

    def _choose_language(self, number: int) -> None:
        self.context.apply_settings(language=list(LANGUAGES)[number])

    def _choose_theme(self, number: int) -> None:
        self.context.apply_settings(theme=_THEMES[number])

    def _choose_size(self, number: int) -> None:
        self.context.apply_settings(text_scale=_SCALES[number])
