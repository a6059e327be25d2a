"""A believable shop to try everything on."""
