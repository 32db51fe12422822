"""The words of the field as frozen dataclasses: no files, no arithmetic."""
