"""Codes and files of others, read and written without asking anybody."""
