"""Every table has to be known before the first query, whichever tests a worker of the run is given."""

from newsforge import domains

domains.load_models()
