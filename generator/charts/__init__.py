"""Charts: plain rows in, one neutral `Chart` out; from it two stills and a Plotly figure.

    chart = Trend(unit="%")(About("absence", title, subtitle, measure), subject, (england,))
    drawing, interactive = draw(chart), figure(chart)

A chart is a frozen dataclass, its fields the settings, that is called with its rows; it exists when
it is named in `CHARTS`. `Sparkline` is no chart of its own: it stands beside its words.
"""

from __future__ import annotations

from generator.charts.area_map import AreaMap
from generator.charts.bars import Bars, Dots
from generator.charts.chart import Chart, Download, Table
from generator.charts.contributions import Contributions
from generator.charts.details import Detail, Details
from generator.charts.dot_range import DotRange
from generator.charts.drawing import Drawing, draw, layouts
from generator.charts.fan import Fan
from generator.charts.figure import figure
from generator.charts.fillings import swatch
from generator.charts.funnel import Funnel
from generator.charts.inputs import (
    About,
    Baseline,
    Break,
    Comparator,
    Point,
    Row,
    Series,
    Target,
    Value,
)
from generator.charts.inputs_change import Moves, Share, Stage, Stood
from generator.charts.inputs_improve import (
    NO_VALUE,
    Control,
    Expected,
    FunnelLimits,
    FunnelRow,
    Rebase,
)
from generator.charts.locator import locator
from generator.charts.marks import Signal
from generator.charts.moved import Moved
from generator.charts.outlines import Ground, ground
from generator.charts.paired_distribution import PairedDistribution
from generator.charts.process_control import ProcessControl
from generator.charts.small_multiples import SmallMultiples
from generator.charts.sparkline import Spark, Sparkline
from generator.charts.stages import Stages
from generator.charts.trend import Trend

CHARTS: dict[
    str,
    type[Trend]
    | type[Bars]
    | type[Dots]
    | type[AreaMap]
    | type[ProcessControl]
    | type[Details]
    | type[DotRange]
    | type[Fan]
    | type[Funnel]
    | type[Contributions]
    | type[SmallMultiples]
    | type[Stages]
    | type[Moved]
    | type[PairedDistribution],
] = {
    "trend": Trend,
    "bars": Bars,
    "dots": Dots,
    "map": AreaMap,
    "process-control": ProcessControl,
    "details": Details,
    "dot-range": DotRange,
    "fan": Fan,
    "funnel": Funnel,
    "contributions": Contributions,
    "small-multiples": SmallMultiples,
    "stages": Stages,
    "moved": Moved,
    "paired-distribution": PairedDistribution,
}

__all__ = [
    "CHARTS",
    "NO_VALUE",
    "About",
    "AreaMap",
    "Bars",
    "Baseline",
    "Break",
    "Chart",
    "Comparator",
    "Contributions",
    "Control",
    "Detail",
    "Details",
    "DotRange",
    "Dots",
    "Download",
    "Drawing",
    "Expected",
    "Fan",
    "Funnel",
    "FunnelLimits",
    "FunnelRow",
    "Ground",
    "Moved",
    "Moves",
    "PairedDistribution",
    "Point",
    "ProcessControl",
    "Rebase",
    "Row",
    "Series",
    "Share",
    "Signal",
    "SmallMultiples",
    "Spark",
    "Sparkline",
    "Stage",
    "Stages",
    "Stood",
    "Table",
    "Target",
    "Trend",
    "Value",
    "draw",
    "figure",
    "ground",
    "layouts",
    "locator",
    "swatch",
]
