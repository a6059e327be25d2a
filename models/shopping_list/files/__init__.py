"""Messages as they come in files: what stands in them, and a folder from which they are taken."""
