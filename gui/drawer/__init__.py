"""The cash drawer of this station."""
