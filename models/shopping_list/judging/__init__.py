"""Which product of the shop a customer's words mean."""
