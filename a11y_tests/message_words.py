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
