"""The HTTP door: from a socket to the domains' endpoints, and nothing of the product itself."""
