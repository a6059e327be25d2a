"""Who stands at this station: locked, signed in, approved, or back by the recovery code."""
