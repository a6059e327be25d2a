"""How many cards hang on the wall, and how large, on the screens that shops have."""

from itertools import product

import pytest

from gui.fulfilment.wall.wall_layout import (
    CARD_HEIGHT,
    CARD_WIDTH,
    LINE_CAPITALS,
    Grid,
    grid,
    next_zoom,
)

# The room between the two strips of the window, and the screen's dots per millimetre.
DESK_24_INCH = (1888, 928, 3.61)
WALL_43_INCH = (1888, 928, 2.02)
WALL_43_INCH_4K = (3808, 1920, 4.03)
LAPTOP = (1334, 616, 4.4)


@pytest.mark.parametrize("screen", [DESK_24_INCH, WALL_43_INCH])
def test_a_full_hd_screen_shows_four_by_three(screen: tuple[int, int, float]) -> None:
    found = grid(*screen)
    assert (found.columns, found.rows) == (4, 3)
    assert found.scale == pytest.approx(1, abs=0.02)


def test_a_small_laptop_shows_fewer_cards_and_not_smaller_text() -> None:
    found = grid(*LAPTOP)
    assert (found.columns, found.rows) == (3, 2)
    assert found.scale > 0.9


@pytest.mark.parametrize(
    "room", [(1334, 616), (1248, 488), (928, 368), (1248, 400)], ids=lambda room: f"{room}"
)
def test_a_small_window_shows_six_cards(room: tuple[int, int]) -> None:
    assert grid(*room, 96 / 25.4).cells >= 6


@pytest.mark.parametrize("room", [(668, 340), (608, 328), (1334, 480), (928, 368)])
@pytest.mark.parametrize("text", [1.0, 1.25, 1.5, 2.0])
def test_more_than_one_card_hangs_in_any_window_whatever_the_letters(
    room: tuple[int, int], text: float
) -> None:
    assert grid(*room, 96 / 25.4, text=text).cells >= 3


def test_large_letters_make_large_cards_where_there_is_room() -> None:
    assert grid(*DESK_24_INCH, text=1.5).scale > grid(*DESK_24_INCH).scale * 1.3


def test_on_a_large_fine_screen_the_lines_keep_six_millimetres() -> None:
    found = grid(*WALL_43_INCH_4K)
    assert found.scale * LINE_CAPITALS / WALL_43_INCH_4K[2] >= 6
    assert found.cells >= 12


def test_a_notice_over_the_wall_does_not_take_a_row_away() -> None:
    width, height, dots = DESK_24_INCH
    assert grid(width, height - 60, dots, at_least=3).rows == 3


@pytest.mark.parametrize("zoom", [0.6, 1, 2.5])
def test_cells_never_leave_the_wall_and_hold_their_card(zoom: float) -> None:
    for width, height in product(range(320, 4000, 331), range(200, 2200, 317)):
        found = grid(width, height, 3.8, zoom)
        x, y, wide, high = found.place(found.cells - 1)
        assert x + wide <= width
        assert y + high <= height
        assert CARD_WIDTH * found.scale <= found.width + 1
        assert CARD_HEIGHT * found.scale <= found.height + 1


def test_zooming_in_and_out_comes_back() -> None:
    def at(zoom: float) -> Grid:
        return grid(3840, 2000, 8.0, zoom)

    assert next_zoom(next_zoom(1.0, 1, at), -1, at) == 1.0
    assert next_zoom(2.5, 1, at) == 2.5
    assert next_zoom(0.6, -1, at) == 0.6


def test_rows_of_few_cards_are_as_high_as_needed_and_no_higher() -> None:
    found = grid(*DESK_24_INCH)
    one = found.height
    two, three = (count * (one + found.gap) - found.gap for count in (2, 3))
    assert found.row_height(cards=4, needed=one, rows=3) == one
    assert found.row_height(cards=4, needed=one + 1, rows=3) == two
    assert found.row_height(cards=4, needed=10_000, rows=3) == three
    shared = found.row_height(cards=5, needed=10_000, rows=3)
    assert one < shared <= three // 2
    assert found.row_height(cards=9, needed=10_000, rows=3) == one
    _, top, _, high = found.place(5, shared)
    assert top + high <= three <= DESK_24_INCH[1]
