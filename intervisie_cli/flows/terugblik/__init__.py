"""Looking back: rondes, acties and figures from the cache."""
