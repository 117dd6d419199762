"""All rules, by name: to add one, write its file and list it here."""

from types import ModuleType

from intervisie_cli.checks.privacy import (
    adres,
    bsn,
    email,
    naam,
    studentnummer,
    telefoon,
)
from intervisie_cli.checks.regel import Regel, regel_van
from intervisie_cli.checks.smart import (
    acceptabel_akkoord,
    acceptabel_andermans,
    acceptabel_opgelegd,
    meetbaar_ontbreekt,
    meetbaar_schijn,
    meetbaar_vergelijking,
    realistisch_haalbaar,
    realistisch_onmogelijk,
    specifiek_geen_actie,
    specifiek_meer_acties,
    specifiek_niemand,
    specifiek_vaag,
    specifiek_voorbehoud,
    specifiek_wij,
    tijdgebonden_bestaat_niet,
    tijdgebonden_horizon,
    tijdgebonden_ontbreekt,
    tijdgebonden_vaag,
    tijdgebonden_verleden,
    tijdgebonden_zonder_einde,
)
from intervisie_cli.checks.tekst import geen_nederlands, lang, leeg
from intervisie_cli.checks.verslag import (
    afgekapt,
    conflict,
    datums,
    eigen_advies,
    formulier,
    onbekend_lid,
    onleesbaar,
    ontbreekt,
    quota,
    reactie,
    sleutel,
    soort,
    stil_onbekend,
    stil_zonder_reden,
    te_veel_acties,
    volle_week,
)
from intervisie_cli.checks.vraag import (
    gesloten,
    suggestief_advies,
    suggestief_antwoord,
    suggestief_oordeel,
    suggestief_verwijt,
    twee_in_een,
    waarom,
)


def _regels(*modules: ModuleType) -> tuple[Regel, ...]:
    return tuple(regel_van(module) for module in modules)


# The order is that in which findings are shown: what a text lacks as a whole comes first.
TEKST = _regels(leeg, lang, geen_nederlands)
SMART = _regels(
    specifiek_niemand,
    specifiek_vaag,
    specifiek_geen_actie,
    specifiek_voorbehoud,
    specifiek_wij,
    specifiek_meer_acties,
    meetbaar_schijn,
    meetbaar_vergelijking,
    meetbaar_ontbreekt,
    acceptabel_akkoord,
    acceptabel_opgelegd,
    acceptabel_andermans,
    realistisch_haalbaar,
    realistisch_onmogelijk,
    tijdgebonden_bestaat_niet,
    tijdgebonden_verleden,
    tijdgebonden_vaag,
    tijdgebonden_ontbreekt,
    tijdgebonden_horizon,
    tijdgebonden_zonder_einde,
)
VRAAG = _regels(
    suggestief_verwijt,
    suggestief_advies,
    suggestief_antwoord,
    suggestief_oordeel,
    gesloten,
    twee_in_een,
    waarom,
)
VERSLAG = _regels(
    onleesbaar,
    afgekapt,
    formulier,
    soort,
    sleutel,
    conflict,
    ontbreekt,
    quota,
    reactie,
    eigen_advies,
    onbekend_lid,
    datums,
    te_veel_acties,
    volle_week,
    stil_onbekend,
    stil_zonder_reden,
)
PRIVACY = _regels(email, telefoon, bsn, studentnummer, adres, naam)

_FAMILIES = (TEKST, SMART, VRAAG, VERSLAG, PRIVACY)
REGELS: dict[str, Regel] = {regel.id: regel for regels in _FAMILIES for regel in regels}
