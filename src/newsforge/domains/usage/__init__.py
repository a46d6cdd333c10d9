"""The ledger: what was reserved, what was used."""
