"""Which days are looked at, and what they are compared with."""
