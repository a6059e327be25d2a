"""What the warehouse does, sees, asks and promises."""
