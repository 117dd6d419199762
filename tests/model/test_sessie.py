"""The places of the steps in a sessie, the names of members and folders."""

import string

import pytest

from intervisie_cli.groep import draaiboeken
from intervisie_cli.model.fouten import VerkeerdGebruik
from intervisie_cli.model.namen import is_handle, is_id, slug
from intervisie_cli.model.sessie import Groep, Lid, Ronde, plekken

RONDES = (Ronde("r" * 8, 1, "mirthe"), Ronde("s" * 8, 2, "tim"))


def paths(
    boek: str, rondes: tuple[Ronde, ...], samen: tuple[str, ...] = ()
) -> list[str]:
    return [plek.pad for plek in plekken(draaiboeken.load(None, boek), rondes, samen)]


def test_all_steps_but_the_first_and_last_are_done_again_for_each_inbrenger():
    assert paths("kort", RONDES) == [
        "1-acclimatisering.md",
        "ronde-1-mirthe/2-hulpvraag-definieren.md",
        "ronde-1-mirthe/3-advisering.md",
        "ronde-2-tim/2-hulpvraag-definieren.md",
        "ronde-2-tim/3-advisering.md",
        "4-evaluatie.md",
        "5-eigen-invulling.md",
    ]


def test_a_step_that_may_be_either_is_of_the_ronde_unless_it_is_done_together():
    apart, together = paths("lang", RONDES), paths("lang", RONDES, ("evaluatie",))
    assert [pad for pad in apart if "evaluatie" in pad] == [
        "ronde-1-mirthe/6-evaluatie.md",
        "ronde-2-tim/6-evaluatie.md",
    ]
    assert together[-2:] == ["6-evaluatie.md", "7-eigen-invulling.md"]
    assert len(apart) == 12
    assert len(together) == 11


def test_only_a_step_that_may_be_either_can_be_done_together():
    assert paths("lang", RONDES, ("advisering", "is er niet")) == paths("lang", RONDES)


def test_a_place_is_called_by_its_step_and_ronde():
    titels = [plek.titel for plek in plekken(draaiboeken.load(None, "kort"), RONDES)]
    assert titels[:2] == ["Acclimatisering", "Hulpvraag definiëren (ronde 1)"]


def test_people_are_called_by_name_also_when_they_have_left():
    groep = Groep("G", (Lid("kim"), Lid("ans", "Ans de Wit")))
    assert [groep.roepnaam(lid) for lid in ("kim", "ans", "piet-2")] == [
        "Kim",
        "Ans de Wit",
        "Piet-2",
    ]


WEG = "2026-11-23"
ZES = Groep(
    "G",
    (
        Lid("kim", "Kim de Boer"),
        Lid("kiki"),
        Lid("jan", "Johan"),
        Lid("janneke", "Tim"),
        Lid("tom", "Kim van Dijk", weg=WEG),
        Lid("daan", "Jan", weg=WEG),
    ),
)


@pytest.mark.parametrize(
    ("typed", "handle"),
    [
        ("kim", "kim"),
        (" KIM ", "kim"),
        ("kim d", "kim"),
        ("KIK", "kiki"),
        ("Joh", "jan"),
        ("tim", "janneke"),
        ("jann", "janneke"),
        # A handle goes before a name, and both before a beginning.
        ("jan", "jan"),
        # Who left is found when nobody of today is meant.
        ("t", "janneke"),
        ("to", "tom"),
        ("kim van", "tom"),
        ("da", "daan"),
        ("ki", None),
        ("j", None),
        ("piet", None),
        ("", None),
        (" ", None),
    ],
)
def test_a_member_is_found_by_a_beginning_that_no_other_has(
    typed: str, handle: str | None
):
    gevonden = ZES.find(typed)
    assert (gevonden and gevonden.id) == handle


@pytest.mark.parametrize(
    ("typed", "names"), [("ki", "kim, kiki"), ("piet", "kim, kiki, jan, janneke")]
)
def test_who_cannot_be_told_is_asked_among_those_that_it_can_be(typed: str, names: str):
    with pytest.raises(VerkeerdGebruik) as fout:
        ZES.member(typed)
    assert fout.value.hulp == f"Kies uit: {names}"


def test_two_with_one_name_are_told_apart_by_their_handles():
    groep = Groep("G", (Lid("kdb", "Kim"), Lid("kvd", "Kim")))
    assert (groep.find("Kim"), groep.named("Kim")) == (None, None)
    weg = groep._replace(leden=(Lid("kdb", "Kim", weg=WEG), Lid("kvd", "Kim")))
    assert weg.find("Kim") == Lid("kvd", "Kim"), "who left steps aside"


def test_a_beginning_is_no_name_in_full():
    assert ZES.named("kik") is None
    assert ZES.named("kiki") == Lid("kiki")


@pytest.mark.parametrize(
    "handle", ["a", "kim", "jan-2", "a1", "x" * 31, "groep", "com", "console"]
)
def test_a_handle_is_short_and_can_be_a_folder(handle: str):
    assert is_handle(handle)


@pytest.mark.parametrize(
    "handle",
    [
        "", "Kim", "2kim", "-kim", "kim-", "k im", "kim.", "kím", "x" * 32, "kim\n", "../kim",
        "con", "nul", "aux", "prn", "com1", "lpt9", "k_m", "ｋim",
    ],
)  # fmt: skip
def test_what_a_path_cannot_hold_everywhere_is_no_handle(handle: str):
    assert not is_handle(handle)


def test_an_id_is_lower_case_letters_and_digits():
    assert all(map(is_id, ["abcd", "ab12cd34", "a" * 32]))
    assert not any(
        map(
            is_id,
            [
                "",
                "abc",
                "ABCD1234",
                "ab-cd",
                "a" * 33,
                "abcd\n",
                None,
                12345678,
                ["abcd"],
            ],
        )
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Structuur", "structuur"), ("Rust & ruimte!", "rust-ruimte"), ("Één idee", "een-idee"),
        ("  ", ""), ("日本", ""), ("../../etc", "etc"), ("CON", "con-"), ("nul", "nul-"),
        ("con.txt", "con-txt"), ("a" * 60, "a" * 40), ("-a-", "a"), ("a" * 39 + " b", "a" * 39),
        ("½ uur", "12-uur"), ("\x1b[31m", "31m"), ("a/b\\c", "a-b-c"),
    ],
)  # fmt: skip
def test_a_folder_name_holds_on_any_system(text: str, name: str):
    assert slug(text) == name


def test_a_folder_name_never_ends_as_no_system_allows():
    for char in map(chr, range(0x3000)):
        name = slug(f"a{char}")
        assert set(name) <= set(string.ascii_lowercase + string.digits + "-")
        assert not name.startswith("-")
        assert not name.endswith("-")
