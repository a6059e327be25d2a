"""Where the data is kept, how it is kept safe and private, and which program it is."""
