"""The rules that tell whether a candidate for reported speech reports nothing; one that holds is enough."""

from collections.abc import Callable

from transforms.quotes.no_reports import actions, around_quotations, french, no_speaker
from transforms.quotes.no_reports.candidate import ReportCandidate

NO_REPORTS: tuple[Callable[[ReportCandidate], bool], ...] = (
    no_speaker.is_of_the_reader,  # If you hope that the boats sail, ...
    no_speaker.is_about_its_object,  # Haddad was identified as a baker
    no_speaker.is_of_a_fact,  # This revealed that the boats were late
    no_speaker.is_of_measure,  # according to the size of the boat
    no_speaker.is_point_of_view,  # For Haddad, it is too late
    actions.is_action,  # Divers found a knife
    actions.is_agreement,  # The port has agreed a deal to sell the boat
    actions.is_topic,  # They met to discuss what to learn
    actions.is_of_accounts,  # The firm reported earnings that topped estimates
    actions.is_answer_to_calls,  # Crews responded to reports of a fire
    actions.is_learned,  # after learning that the boats were late
    around_quotations.is_introduction,  # According to the agency, a baker wrote: "..."
    around_quotations.is_role_in_tag,  # "...," another of the founders, Ada Lind, said
    around_quotations.is_lead_in,  # She met Lind: "We lost," he says
    around_quotations.is_moment,  # "We lost," Lind said, when the email was read to her
    around_quotations.leads_to_words,  # Many know the words of Ada Lind: "..."
    french.is_remainder,  # « mis en garde » le maire « sur les coûts »
    french.is_aspect,  # a continué à progresser
    french.tells_who,  # a soufflé le dirigeant, qui n'a pas souhaité en dire plus
    french.is_in_own_words,  # la maire est « ravie », selon ses termes
)


def is_no_report(report: ReportCandidate) -> bool:
    """Whether any rule says that a candidate reports nothing."""
    return any(is_none(report) for is_none in NO_REPORTS)
