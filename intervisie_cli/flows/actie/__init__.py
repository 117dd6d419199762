"""What becomes of an actie: its opvolging, and how often a rhythm came."""
