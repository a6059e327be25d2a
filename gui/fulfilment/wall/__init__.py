"""The grid of cards, which one is in focus, and the cell that counts the rest."""
