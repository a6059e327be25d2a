"""The cart in the cashier's hands, and how it stands on the counter."""
