"""Sales of the past that this program wrote itself: they come back as they were."""
