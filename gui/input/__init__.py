"""Commands and their keys, the scanner, and fields one writes in."""
