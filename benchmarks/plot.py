"""Draws how commands grow with the number of sessies.

The picture is an SVG of lines and text, with two logarithmic axes.
"""

import math
from collections.abc import Collection
from xml.sax.saxutils import escape

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 420, 60, 210, 20, 50
_FONT = 'font-family="sans-serif"'
_COLOURS = ("#1b6ca8", "#b3541e", "#3a7d44", "#7b4b94", "#d1495b")


def plot(times: dict[int, dict[str, float]], ours: Collection[str]) -> str:
    """The picture of *times*: size → command → units of P; *ours* stand out."""
    sizes = sorted(times)
    names = list(times[sizes[-1]])
    values = [value for row in times.values() for value in row.values()]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def x(size: int) -> float:
        span = math.log10(sizes[-1] / sizes[0]) or 1
        return LEFT + (WIDTH - LEFT - RIGHT) * math.log10(size / sizes[0]) / span

    def y(value: float) -> float:
        return (
            HEIGHT
            - BOTTOM
            - (HEIGHT - TOP - BOTTOM) * (math.log10(value) - low) / (high - low)
        )

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" {_FONT}',
        'font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
    ]
    for power in range(low, high + 1):
        hoogte = y(10.0**power)
        parts.append(f'<path d="M{LEFT} {hoogte:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        parts.append(
            f'<text x="{LEFT - 6}" y="{hoogte + 4:.1f}" text-anchor="end">{10.0**power:g}</text>'
        )
    bodem = HEIGHT - BOTTOM + 18
    parts += [
        f'<text x="{x(size):.1f}" y="{bodem}" text-anchor="middle">{size:,}</text>'
        for size in sizes
    ]
    parts.append(
        f'<text x="{LEFT}" y="{HEIGHT - 10}">sessies; up: times the start of Python</text>'
    )
    colours = iter(_COLOURS)
    for name, hoogte in zip(
        names, _spread([y(times[sizes[-1]][n]) for n in names]), strict=True
    ):
        colour, width = (next(colours), 2.5) if name in ours else ("#9a9a9a", 1)
        line = " ".join(f"{x(size):.1f},{y(times[size][name]):.1f}" for size in sizes)
        parts.append(
            f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="{width}"/>'
        )
        parts.append(
            f'<text x="{WIDTH - RIGHT + 8}" y="{hoogte + 4:.1f}" fill="{colour}">'
            f"{escape(name)}</text>"
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


def _spread(heights: list[float], apart: float = 15.0) -> list[float]:
    """Places for labels, near their lines and not over each other."""
    result = dict.fromkeys(range(len(heights)), 0.0)
    last = -apart
    for number in sorted(result, key=lambda n: heights[n]):
        last = result[number] = max(heights[number], last + apart)
    return list(result.values())
