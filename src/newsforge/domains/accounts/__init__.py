"""People: sign-up, sign-in, sessions, profile."""
