"""What asks for attention, with each reason, and what is being done about it."""
