"""Gates that every page type must pass, in headless Chromium."""
