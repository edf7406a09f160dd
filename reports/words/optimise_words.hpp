#pragma once

#include <string>
#include <type_traits>

#include "reports/words/phrases.hpp"

namespace reports {

/// Words of `uitwijk optimise`, in both languages.
inline constexpr Phrase optimise_phrases[] = {
    {"title", "THE BETTER TAKEOVER PLAN of {}", "HET BETERE OVERNAMEPLAN van {}"},
    {"asked",
     "Each room lost for {0}, {1}, seed {2}. Searched with {3} {3:replication|replications} in {4} "
     "{4:round|rounds}; valued with {5} others of each plan under each loss.",
     "Elke kamer {0} uit, {1}, seed {2}. Gezocht met {3} {3:replicatie|replicaties} in {4} "
     "{4:ronde|rondes}; gewaardeerd met {5} andere per plan en uitval."},
    {"objective_expected",
     "Objective: extra lost callers on average over the rooms, each lost once.",
     "Doel: extra verloren bellers gemiddeld over de kamers, elk één keer uit."},
    {"objective_worst", "Objective: extra lost callers of the room that loses most.",
     "Doel: extra verloren bellers van de kamer die er het meest verliest."},
    {"plans", "PLANS", "PLANNEN"},
    {"plan", "plan", "plan"},
    {"lost", "lost", "verloren"},
    {"worst_room", "worst room", "slechtste kamer"},
    {"saved", "fewer than {}", "minder dan {}"},
    {"plans_how",
     "Mean ± half of its 95 % interval, more lost than without the loss, on replications that the "
     "search has not seen. Differences are paired.",
     "Gemiddelde ± het halve 95 %-interval, meer verloren dan zonder de uitval, op replicaties die "
     "het zoeken niet heeft gezien. Verschillen zijn gepaard."},
    {"worst_how",
     "Of the worst room the worst room under {} less the room of the other plan that comes nearest "
     "to it.",
     "Van de slechtste kamer: de slechtste kamer onder {} min de kamer van het andere plan die "
     "daar het dichtst bij komt."},
    {"better",
     "The answer is {0}: fewer lost than under {1}, the best of the plans that were there ({2}).",
     "Het antwoord is {0}: minder verloren dan onder {1}, het beste plan dat er was ({2})."},
    {"not_better",
     "The answer is {1}: what the search found ({0}) is not better on replications that it had not "
     "seen ({2}): it cannot be told from it, or is worse.",
     "Het antwoord is {1}: wat het zoeken vond ({0}) is niet beter op replicaties die het niet had "
     "gezien ({2}): niet te onderscheiden, of slechter."},
    {"nothing_found", "The answer is {}: the search found nothing better, and changed nothing.",
     "Het antwoord is {}: het zoeken vond niets beters en veranderde niets."},
    {"cannot_be_told", "{0}: cannot be told from {1} ({2})",
     "{0}: niet te onderscheiden van {1} ({2})"},
    {"interrupted",
     "Interrupted before the plan was valued: there is no answer. With --rounds FILE the search "
     "goes on where it was.",
     "Onderbroken voordat het plan was gewaardeerd: er is geen antwoord. Met --rounds BESTAND gaat "
     "het zoeken verder waar het was."},
    {"changes", "WHAT EACH CHANGE BOUGHT", "WAT ELKE VERANDERING OPLEVERDE"},
    {"room", "room", "kamer"},
    {"draws", "better draws", "betere trekkingen"},
    {"changes_how",
     "Fewer lost each time that room is lost than under {}, on the replications of the valuation.",
     "Minder verloren elke keer dat die kamer uitvalt dan onder {}, op de replicaties van de "
     "waardering."},
    {"dropped",
     "{0}: better in {1} of {2} {2:draw|draws} of the parameters, fewer than nine in ten: cannot "
     "be told, and left as it was.",
     "{0}: beter in {1} van {2} {2:trekking|trekkingen} van de parameters, minder dan negen van de "
     "tien: niet te onderscheiden, en gelaten zoals het was."},
    {"rehearsals",
     "{0} {0:pair|pairs} would have to rehearse, at {1} lost {2:caller|callers} each; the price is "
     "in the numbers of {3} above, not in those of the rooms.",
     "{0} {0:paar|paren} zouden moeten oefenen, voor {1} verloren {2:beller|bellers} per paar; de "
     "prijs zit hierboven in de getallen van {3}, niet in die van de kamers."},
    {"partners", "WHO ANSWERS UNDER {}", "WIE AANNEEMT ONDER {}"},
    {"order", "order", "volgorde"},
    {"partner", "takes over", "neemt over"},
    {"share", "share", "deel"},
    {"rehearsed", "rehearsed", "geoefend"},
    {"only_for", "only for", "alleen voor"},
    {"all_disciplines", "all", "alle"},
    {"reserve", "reserve", "reserve"},
    {"yes", "yes", "ja"},
    {"no", "no", "nee"},
    {"not_told", "NOT TO BE TOLD APART", "NIET TE ONDERSCHEIDEN"},
    {"not_told_room", "{0}: {1} {1:other list|other lists}, of which {2}",
     "{0}: {1} {1:andere lijst|andere lijsten}, waaronder {2}"},
    {"not_told_how",
     "One change away from what was found, and not surely worse: choose among them by what is not "
     "in the model.",
     "Eén verandering van wat gevonden is, en niet zeker slechter: kies daartussen naar wat niet "
     "in het model zit."},
    {"steps", "HOW IT WAS FOUND", "HOE HET GEVONDEN IS"},
    {"change", "change", "verandering"},
    {"step_saved", "fewer lost", "minder verloren"},
    {"among", "of", "van"},
    {"steps_how",
     "Fewer lost by the replications of the search, which flatter what was chosen by them. Each "
     "choice is the best of so many lists with a probability of {0} %, to within {1} lost "
     "{2:caller|callers} (Kim and Nelson, 2001), as far as means are normal.",
     "Minder verloren naar de replicaties van het zoeken, die vleien wat ermee gekozen is. Elke "
     "keuze is de beste van zoveel lijsten met een kans van {0} %, tot op {1} verloren "
     "{2:beller|bellers} (Kim en Nelson, 2001), voor zover gemiddelden normaal zijn."},
    {"all_searched", "Of every room all that is one change away was tried.",
     "Van elke kamer is alles geprobeerd wat één verandering verder ligt."},
    {"budget_ended",
     "The budget ended before all that is one change away was tried of {}: a larger --budget may "
     "find more.",
     "Het budget was op voordat alles was geprobeerd wat één verandering verder ligt, van {}: een "
     "groter --budget vindt misschien meer."},
    {"cut_short", "Interrupted before all was tried of {}.",
     "Onderbroken voordat alles was geprobeerd van {}."},
    {"not_worst", "Not searched out, for another room loses more: {}.",
     "Niet uitgezocht, want een andere kamer verliest meer: {}."},
    {"move_start", "as in another plan", "zoals in een ander plan"},
    {"move_swap", "{0} changes places with {1}", "{0} ruilt van plaats met {1}"},
    {"move_replace", "{0} in place of {1}", "{0} in plaats van {1}"},
    {"move_join", "{} takes a part too", "{} neemt ook een deel"},
    {"move_leave", "{} takes no part", "{} neemt geen deel"},
    {"move_alone", "{} takes everything", "{} neemt alles"},
    {"move_narrow", "{0} takes no {1}", "{0} neemt geen {1}"},
    {"move_widen", "{0} takes {1} too", "{0} neemt ook {1}"},
    {"move_rehearse", "rehearsed with {}", "geoefend met {}"},
    {"plan_written", "Use it with --with {0} --plan {1}", "Te gebruiken met --with {0} --plan {1}"},
};

inline std::string optimise_word(Key<optimise_phrases> key, Language language) {
  return key.in(language);
}

/// The phrase with its gaps filled in.
template <class... Value>
std::string optimise_text(std::type_identity_t<Form<optimise_phrases, Value...>> form,
                          Language language, const Value&... value) {
  return form.filled(language, value...);
}

}  // namespace reports
