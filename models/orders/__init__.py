"""Orders from the cart to the money that goes back, and the drawer it lies in."""
