"""A customer's list beside what it became, before any of it counts."""
