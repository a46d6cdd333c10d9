"""Speed of the service and of its parts."""
