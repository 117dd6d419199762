"""Where a file of the group belongs, as people say it: the record of its sessie tells."""

from contextlib import suppress

from intervisie_cli.flows.omgeving import Omgeving
from intervisie_cli.groep import draaiboeken, sessies
from intervisie_cli.model.fouten import IntervisieError
from intervisie_cli.model.namen import (
    sessie_folder,
    step_in,
    whose_notulen,
    zonder_kopie,
)
from intervisie_cli.model.sessie import plekken
from intervisie_cli.records import groep as groep_yaml
from intervisie_cli.records import sessie as sessie_yaml
from intervisie_cli.tijd.dag import dag_in_woorden


def waar(omgeving: Omgeving, pad: str) -> str:
    """'Advisering (ronde 1) van ma 23 november'; the name of a file that no record tells of.

    A version of a file that was kept belongs where the file does.
    """
    pad = zonder_kopie(pad)
    if pad == groep_yaml.BESTAND:
        return "de gegevens van de groep"
    folder = sessie_folder(pad)
    if folder:
        # What is wrong with the record of the sessie is told elsewhere.
        with suppress(IntervisieError):
            return _in_sessie(omgeving, folder, pad)
    return pad.rpartition("/")[2]


def _in_sessie(omgeving: Omgeving, folder: str, pad: str) -> str:
    """The same of a file of a sessie. Raises IntervisieError when its record cannot be read."""
    sessie = sessies.load_sessie(omgeving.root, folder)
    van = f"van {dag_in_woorden(sessie.datum, omgeving.vandaag)}"
    binnen = pad.removeprefix(f"{folder}/")
    if binnen == sessie_yaml.BESTAND:
        return f"de sessie {van}"
    lid = whose_notulen(pad)
    if lid:
        return f"de eigen notulen van {omgeving.groep.roepnaam(lid)} {van}"
    boek = draaiboeken.of_sessie(omgeving.root, sessie)
    for plek in plekken(boek, sessie.rondes, sessie.samen):
        if binnen == plek.pad:
            return f"{plek.titel} {van}"
    return f"{binnen.rpartition('/')[2]} {van}"


def typ_step(omgeving: Omgeving, folder: str) -> str:
    """What to type for a step of the sessie in *folder*, '' for the one that `step` takes."""
    aan_de_beurt = sessies.find_folder(omgeving.root, None, omgeving.avond)
    return step_in(folder or aan_de_beurt, aan_de_beurt)
