"""What opens over the wall: prompts on a card, lists beside it."""
