"""Taking the money: one panel for the till and for what is paid later."""
