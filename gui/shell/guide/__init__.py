"""F1: the guide to be read in the program, and every key beside it."""
