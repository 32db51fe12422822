"""Labels at line ends, moved apart just as far as they need."""

from __future__ import annotations


def apart(wanted: list[float], heights: list[float], low: float, high: float) -> list[float]:
    """Centres for labels of these heights, none overlapping, each as near as can be to its wish.

    Labels keep the order of their wishes. Those that would overlap are stacked as one block about
    the mean of their wishes; all stay between `low` and `high` if they fit there at all.
    """
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    blocks: list[list[int]] = [[index] for index in order]

    def start(block: list[int]) -> float:
        offsets, total = [], 0.0
        for index in block:
            offsets.append(wanted[index] - total - heights[index] / 2)
            total += heights[index]
        return max(low, min(sum(offsets) / len(offsets), high - total))

    def end(block: list[int]) -> float:
        return start(block) + sum(heights[index] for index in block)

    merged = True
    while merged:
        merged = False
        for place in range(len(blocks) - 1):
            if end(blocks[place]) > start(blocks[place + 1]) + 1e-9:
                blocks[place : place + 2] = [blocks[place] + blocks[place + 1]]
                merged = True
                break
    centres = [0.0] * len(wanted)
    for block in blocks:
        top = start(block)
        for index in block:
            centres[index] = top + heights[index] / 2
            top += heights[index]
    return centres
