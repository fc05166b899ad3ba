"""Words by which a short text says how an action went, in the languages that we know."""

import re

SAYS_HOW_IT_WENT = re.compile(
    r"\b(added|saved|sent|updated|deleted|removed|copied|success\w*|thank(s| you)|submitted|subscribed|uploaded"
    r"|completed?|loading|please wait|searching|results?|matches|no (results|entries|matches)|error|invalid"
    r"|failed|required|must|incorrect|try again|expired|signed|reserved|booked|registered|counted"
    r"|received|changed|confirmed|applied"
    r"|(is|are) (not )?(valid|available|taken|empty)|in (your |the )?(basket|cart|bag)|enter an?|fill in"
    r"|please (enter|select|choose|fill)"
    r"|\d+ (items?|results?|entries|products|messages|characters)"
    r"|gespeichert|gesendet|hinzugefügt|gelöscht|kopiert|danke|fehler|ungültig|treffer|ergebnisse?|geladen|bitte"
    r"|enregistrée?|envoyée?|ajoutée?|supprimée?|merci|erreur|résultats?|invalide"
    r"|guardad[oa]|enviad[oa]|añadid[oa]|eliminad[oa]|gracias|resultados?|inválid[oa])\b",
    re.IGNORECASE,
)
ERROR = re.compile(
    r"\b(errors?|invalid|failed|failure|required|must|incorrect|wrong|missing|try again"
    r"|not (valid|possible)|please (enter|fill|check)"
    r"|fehler|ungültig|erreur|invalide|inválid[oa])\b",
    re.IGNORECASE,
)
# Said of a field or a form that was not filled in as it should be.
SAYS_WHAT_IS_WRONG = re.compile(
    ERROR.pattern + r"|\b(enter|fill (in|out)|provide|choose|select|pick|tick|type|agree|accept|specify|give us|add)\b"
    r"|\b(can ?not|can.t|must not|may not) be (blank|empty)|\bis (blank|empty|needed|too (short|long))\b"
    r"|\bat least\b|\btoo (short|long|small|large|many|few)\b|\b(does|do) not match\b|\bproblems?\b|\bcheck\b"
    r"|\b(mandatory|correct)\b"
    r"|\b(eingeben|wählen|ausfüllen|pflichtfeld|saisir|saisissez|choisir|obligatoire|introduzca|elija|obligatorio)\b",
    re.IGNORECASE,
)
# Such words alone say neither what is wrong nor what to do.
SAYS_NOTHING = re.compile(
    r"^\W*((there (is|was|were)|we found) )?(an? |some )?"
    r"(errors?( (found|occurred))?|invalid( (value|input|entry|data|field|format|characters?))?"
    r"|wrong( (value|input|entry|format))?|incorrect( (value|input|entry|format))?"
    r"|not (valid|correct|ok(ay)?)|bad (value|input)|failed|problem|oops"
    r"|fix (this|me)|(this|the) (field|value|input|entry) (is|has|contains) (an? )?"
    r"(invalid|wrong|incorrect|not valid|not correct|errors?|error)"
    r"|(please )?(try again|check (this( field)?|your (input|entry|entries))|correct (this|the errors?)( field)?)"
    r"|something (is|went) wrong|ungültig(e eingabe)?|fehler|erreur|invalide|inválido)\W*$",
    re.IGNORECASE,
)
# What is wrong is not what was entered: nothing answers.
SAYS_NO_ANSWER = re.compile(
    r"\b(network|server|connection|offline|later|unavailable|unexpected|went wrong"
    r"|could ?n[o']t (send|load|save|be sent)"
    r"|unable to|failed to|netzwerk|später|réseau|plus tard|más tarde)\b",
    re.IGNORECASE,
)
