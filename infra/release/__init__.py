"""Releases in steps: 10, 50, 100 % of the traffic, with a look at the alarms between, and back when one rings."""
