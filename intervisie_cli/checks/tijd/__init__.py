"""Dutch time expressions: from a sentence and a day to dates, rhythms (RFC 5545) and moments."""
