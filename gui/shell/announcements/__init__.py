"""What the program says by itself: before the first window, beside the pages, after the last."""
