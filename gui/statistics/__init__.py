"""The owner's window: how much, what, when and how fast, for any days."""
