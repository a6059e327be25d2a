"""The customers' board: numbers being prepared, and numbers ready to be collected."""
