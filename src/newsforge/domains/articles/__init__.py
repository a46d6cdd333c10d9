"""Source articles as fetched and extracted, in versions."""
