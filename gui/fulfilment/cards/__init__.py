"""An order on the wall as a card: what it says, and how it is drawn."""
