"""What the shop sells: products, prices, codes, tiles and stock."""
