"""The program without a screen: what a terminal or the clock asks of it."""
