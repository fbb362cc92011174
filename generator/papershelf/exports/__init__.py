"""Papers in the formats of citation managers."""
