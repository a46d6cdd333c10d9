"""What the platform costs a month, and how large it must be for how many people. Pure arithmetic over dated prices."""
