"""Other people's price lists, and our own file, made products of the shop."""
