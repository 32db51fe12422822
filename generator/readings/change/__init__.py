"""What people's first and latest assessments show, from sums alone (methods, section 3)."""

from __future__ import annotations

from .moved import moved as moved
from .pooled import pooled as pooled
