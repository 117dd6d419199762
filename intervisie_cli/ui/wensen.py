"""What a person can want at a question that is no answer; a key or a word asks for it."""

KAART, NOTITIE, MEER = "kaart", "notitie", "meer"
# Nobody asks for this: something came in that changes what is asked.
BINNEN = "binnen"
