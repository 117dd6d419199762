"""Pure. Time in Dutch. From a sentence and a day to dates, rhythms and moments."""
