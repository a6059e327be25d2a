"""The owner's next questions, each with its answer."""
