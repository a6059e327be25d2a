"""The warehouse's wall: every open order as a card that is worked on by keys, touch and scanner."""
