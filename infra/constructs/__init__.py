"""Parts that more than one stack or test speaks about."""
