"""Master keys: a file on one machine, KMS in AWS."""
