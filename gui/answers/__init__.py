"""What the shop writes back to the customer: the answer to a list, a cart or an order as text."""
