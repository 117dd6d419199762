"""The expected failures, each a Dutch line for the user and an exit code of the contract."""

# The exit codes, as docs/commands.md promises them.
OK = 0
MISLUKT = 1
VERKEERD_GEBRUIK = 2
BUG = 3
KIJK_ZELF = 4
GIT_MISLUKT = 5
ONDERBROKEN = 130


class IntervisieError(Exception):
    """An expected failure: *bericht* says what is wrong, *hulp* what to type.

    Neither ever holds text of a record, so that an error can be shown to anybody.
    """

    exit_code = MISLUKT

    def __init__(self, bericht: str, hulp: str = "") -> None:
        super().__init__(bericht)
        self.bericht = bericht
        self.hulp = hulp

    @property
    def kort(self) -> str:
        """What is wrong, as it is said below the place that it is about."""
        return self.bericht


class VerkeerdGebruik(IntervisieError):
    """The command was typed in a way that cannot be right."""

    exit_code = VERKEERD_GEBRUIK


class OnleesbaarBestand(IntervisieError):
    """A file of the group is not what the program can read; a person must look.

    With a *pad* it is about that file, and *bericht* goes on behind its name.
    """

    exit_code = KIJK_ZELF

    def __init__(self, bericht: str, hulp: str = "", pad: str = "") -> None:
        super().__init__(f"{pad} {bericht}".lstrip(), hulp)
        self._kort = f"{pad.rpartition('/')[2]} {bericht}".lstrip()

    @property
    def kort(self) -> str:
        """The same with the name of the file alone."""
        return self._kort


class GitFout(IntervisieError):
    """Git or the disk refused; what was typed is safe."""

    exit_code = GIT_MISLUKT


class NietGewoon(GitFout):
    """A link or the like stands where a file or folder of git or of ours should.

    Who put it there may want to lead us to another place, so it is not followed.
    """

    def __init__(self, pad: object) -> None:
        # A path can hold a line end, and a message is one line.
        naam = " ".join(str(pad).split())
        super().__init__(
            f"{naam} is geen gewoon bestand of gewone map; intervisie opent het niet.",
            "Haal het weg als het daar niet hoort, of haal een nieuwe kopie van de groep.",
        )


class NieuwereVersie(IntervisieError):
    """A record was made by a newer program.

    This one reads it, keeps what it does not know, and does not edit it.
    """

    exit_code = KIJK_ZELF

    def __init__(self, wat: str) -> None:
        super().__init__(
            f"{wat} is gemaakt met een nieuwere versie van intervisie: "
            "je kunt hier lezen, en niets veranderen.",
            "Zet de nieuwste versie op je computer.",
        )


class NogGeenSessie(IntervisieError):
    """The group has no sessie, as far as this clone knows."""

    def __init__(self) -> None:
        super().__init__(
            "Deze groep heeft nog geen sessie.", "Typ: intervisie new --kort"
        )


class UitvoerMislukt(IntervisieError):
    """What was to be shown cannot be written."""

    def __init__(self) -> None:
        super().__init__(
            "De uitvoer kan niet worden geschreven.",
            "Wat is vastgelegd, blijft bewaard.",
        )


class Onderbroken(IntervisieError):
    """The user or the system stopped us in the middle; *exit_code* follows the signal."""

    def __init__(
        self,
        bericht: str,
        hulp: str = "",
        exit_code: int = ONDERBROKEN,
    ) -> None:
        super().__init__(bericht, hulp)
        self.exit_code = exit_code
