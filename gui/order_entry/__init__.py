"""The counter: scanning or typing an order, and sending it to the warehouse."""
