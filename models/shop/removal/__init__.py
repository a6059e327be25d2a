"""What the owner has taken out of the shop for good: all of it, or the detail of old orders."""
