"""Every order there ever was: found by number, day or product, with all that happened to it."""
