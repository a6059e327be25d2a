"""The products: found, changed in their cells, one of them open at the side."""
