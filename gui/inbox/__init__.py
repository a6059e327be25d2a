"""Customers' messages that wait until a counter reads them."""
