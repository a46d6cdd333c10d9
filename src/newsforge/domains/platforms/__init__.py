"""What each platform allows, as data: browsers measure by the same records."""
