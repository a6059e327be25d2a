"""The catalogue: products, prices and their history, stock, and price lists of others."""
