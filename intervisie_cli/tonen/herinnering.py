"""A message for the chat of the group: plain lines, to paste as they are."""

from collections.abc import Iterator
from datetime import date

from intervisie_cli.flows.sessie.herinner import Herinnering
from intervisie_cli.model.rij import als_rij
from intervisie_cli.tijd.dag import dag_voluit


def regels(herinnering: Herinnering, vandaag: date) -> Iterator[str]:
    """The lines of the message, each a line of the chat whatever the terminal is."""
    dag = dag_voluit(herinnering.datum, vandaag)
    yield f"Hoi allemaal! Op {dag} is onze intervisie{_hoe_laat(herinnering)}."
    yield _hoe(herinnering)
    if rollen := _rollen(herinnering):
        yield rollen
    yield _hulpvraag(herinnering.inbrengers)
    if acties := _acties(herinnering.open_acties):
        yield acties
    yield "Tot dan!"


def _hoe_laat(herinnering: Herinnering) -> str:
    if herinnering.om and herinnering.tot:
        return f", van {herinnering.om} tot {herinnering.tot}"
    if herinnering.om:
        return f", om {herinnering.om}"
    return f", tot {herinnering.tot}" if herinnering.tot else ""


def _hoe(herinnering: Herinnering) -> str:
    variant = herinnering.variant
    zin = f"We doen de {variant[:1].lower()}{variant[1:]}"
    # Own names of a draaiboek seldom fit behind 'de'.
    if not variant.lower().endswith("variant"):
        zin = f"We doen: {variant}"
    if herinnering.minuten:
        zin += f", ongeveer {herinnering.minuten} minuten"
    return f"{zin}."


def _rollen(herinnering: Herinnering) -> str:
    begeleider, notulist = herinnering.begeleider, herinnering.notulist
    if begeleider and begeleider == notulist:
        return f"{begeleider} begeleidt en maakt de notulen."
    zinnen = []
    if begeleider:
        zinnen.append(f"{begeleider} begeleidt")
    if notulist:
        zinnen.append(f"{notulist} maakt de notulen")
    return f"{' en '.join(zinnen)}." if zinnen else ""


def _hulpvraag(inbrengers: tuple[str, ...]) -> str:
    if not inbrengers:
        return "Denk je alvast na over een hulpvraag? Klein of groot, alles mag."
    werkwoord = "brengt" if len(inbrengers) == 1 else "brengen"
    return f"{als_rij(inbrengers)} {werkwoord} een hulpvraag in."


def _acties(aantal: int) -> str:
    if not aantal:
        return ""
    if aantal == 1:
        return "Er staat nog 1 actie open. Is die van jou? Kijk dan hoe het ermee gaat."
    zin = f"Er staan nog {aantal} acties open."
    return f"{zin} Kijk je even hoe het met die van jou gaat?"
