"""What bylint raises when it is used wrongly; everything else that goes wrong is a finding."""

TYPE_CHECKING = False  # the command line imports this first, and typing takes long
if TYPE_CHECKING:
    from collections.abc import Iterable


SEE_HELP = "see: bylint --help"
"""The hint of what several commands may meet: the command line names its own command in it."""


class UsageError(Exception):
    """The command line or a settings file asks for something that cannot be done; exit code 2.

    The message says what is wrong and where; `hint`, when there is one, says what to do.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class PluginError(Exception):
    """A plugin breaks a rule of the door; it is refused and the run is not to be trusted (exit code 3).

    The message begins with `file:line:` wherever the fault has a place.
    """


def did_you_mean(word: str, known: "Iterable[str]") -> str:
    """`; did you mean 'x'?` for the nearest known word, or nothing where none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=1, cutoff=0.65)
    return f"; did you mean {near[0]!r}?" if near else ""


def plain_words(message: str) -> str:
    """What pydantic says of a value, in the words of whoever wrote it: they know lists, and no tuples."""
    text = message.removeprefix("Value error, ").replace("valid tuple", "list")
    text = text.replace("tuple", "list").replace("Tuple", "List")
    return text[:1].lower() + text[1:]
