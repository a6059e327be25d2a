"""What the owner asks about any days; read from the sums."""
