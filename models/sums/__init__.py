"""Figures that are kept while orders change, and packed away when their day is over."""
