"""Places and partners side by side: which belong together, and how far chance alone reaches."""
