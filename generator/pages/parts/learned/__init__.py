"""Records of learning and their actions, worded."""
