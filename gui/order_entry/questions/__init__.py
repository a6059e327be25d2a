"""What the warehouse asks, and the counter's answers."""
