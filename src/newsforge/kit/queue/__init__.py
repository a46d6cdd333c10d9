"""Jobs: a row that is the truth, and a bell that says it is there."""
