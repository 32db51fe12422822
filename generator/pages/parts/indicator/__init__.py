"""What the page of an indicator holds beside its headline number and charts."""
