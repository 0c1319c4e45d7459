"""What is shown, as frozen rows. Both faces draw these and add nothing of their own."""
