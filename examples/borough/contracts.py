"""Fifteen partners under four programmes, and which of their returns did not come."""

from __future__ import annotations

from dataclasses import dataclass

HUBS, BEFRIENDING, CARERS, WORK = "hubs", "befriending", "carers", "work"


@dataclass(frozen=True)
class Contract:
    """A partner under a programme: `size` is how many needs come to it in a quarter."""

    organisation: str
    programme: str
    size: int
    good: float = 0.0  # by how much the share of needs met differs from the others'
    days: float = 6.0  # from asking to the first help


CONTRACTS = (
    Contract("together_town", HUBS, 260, 0.03, 4.1),
    Contract("quay_trust", HUBS, 310, -0.09, 6.2),
    Contract("millfields_centre", HUBS, 240, 0.0, 5.0),
    Contract("st_wilfrids_hall", HUBS, 90, 0.06, 3.2),
    Contract("marsh_end_rooms", HUBS, 280, -0.02, 5.6),
    Contract("orchard_neighbours", HUBS, 170, 0.02, 4.4),
    Contract("good_company", BEFRIENDING, 84, 0.08, 12.5),
    Contract("ring_round", BEFRIENDING, 62, 0.05, 7.5),
    Contract("vale_visitors", BEFRIENDING, 38, 0.02, 15.5),
    Contract("carers_link", CARERS, 150, 0.04, 8.2),
    Contract("young_carers_room", CARERS, 46, 0.07, 9.0),
    Contract("time_off_coop", CARERS, 72, -0.08, 17.0),
    Contract("workwise", WORK, 130, -0.01, 6.8),
    Contract("second_shift", WORK, 58, 0.03, 5.2),
    Contract("vale_college", WORK, 96, -0.04, 10.4),
    Contract("quay_trust", WORK, 64, -0.03, 8.0),
)


NOT_RETURNED = {
    ("2022/23 Q2", "vale_visitors"),
    ("2023/24 Q3", "second_shift"),
    ("2023/24 Q4", "time_off_coop"),
    ("2024/25 Q4", "young_carers_room"),
    ("2025/26 Q4", "millfields_centre"),
    ("2025/26 Q4", "vale_visitors"),
    ("2025/26 Q4", "second_shift"),
    ("2025/26 Q4", "vale_college"),
}


WHY = {
    ("2024/25 Q1", "carers_link"): "Counted again after a check of the case files",
    ("2024/25 Q3", "quay_trust"): "Two advisers left in October and their posts stood empty",
    ("2021/22 Q1", "st_wilfrids_hall"): "Open by appointment only until June",
    ("2025/26 Q3", "marsh_end_rooms"): "The advice room was flooded for three weeks",
}
