"""What other widgets stand in, and what stands there while it is empty."""
