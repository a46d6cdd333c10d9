"""What every HTTP endpoint shares: errors as problem documents, resources, pages, preconditions."""
