"""NewsForge Pro: a news article becomes posts that are ready to publish, with every sentence traced to its source."""

__version__ = "0.1.0"
