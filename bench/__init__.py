"""Speed and memory, measured as ratios beside a floor in the same run. Never a test."""
