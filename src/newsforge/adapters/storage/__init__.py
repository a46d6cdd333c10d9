"""Files: a folder on one machine, a bucket in AWS."""
