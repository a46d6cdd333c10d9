"""One stack a concern; what holds data (account, foundation, data, recovery) stands apart from what does not."""
