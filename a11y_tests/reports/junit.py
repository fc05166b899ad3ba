"""JUnit XML, which every build server shows: a suite for each page, a case for each rule that has something to say."""

import re
from xml.etree import ElementTree

from a11y_tests.reports.kinds import finders, title_of
from a11y_tests.reports.model import Found, JudgedPage, Run
from participation_api.components.words import say

# Characters that XML 1.0 has no way to write.
UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(run: Run) -> str:
    root = ElementTree.Element("testsuites", name="Curbcut audit")
    for page in run.pages:
        root.append(_suite(page, run.at.strftime("%Y-%m-%dT%H:%M:%S")))
    for count in ("tests", "failures", "errors", "skipped"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    ElementTree.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(page: JudgedPage, at: str) -> ElementTree.Element:
    cases = list(_cases(page))
    suite = ElementTree.Element("testsuite", name=_writable(page.address), timestamp=at, time="0")
    suite.extend(cases)
    suite.set("tests", str(len(cases)))
    for count, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(count, str(sum(case.find(tag) is not None for case in cases)))
    return suite


def _cases(page: JudgedPage) -> list[ElementTree.Element]:
    """Barriers fail; questions for a person are skipped, since nobody has answered them; advice is left out."""
    if page.error:
        case = _case(page, str(say("The page is judged")))
        ElementTree.SubElement(case, "error", message=_writable(page.error), type="not-judged")
        return [case]
    cases = [_failed(page, rule, page.at("violation")) for rule in _rules(page.at("violation"))]
    cases += [_skipped(page, rule, page.at("review")) for rule in _rules(page.at("review"))]
    return cases or [_case(page, str(say("Programs find no barrier here; a person may find some")))]


def _rules(findings: list[Found]) -> list[str]:
    return list(dict.fromkeys(found.rule for found in findings))


def _failed(page: JudgedPage, rule: str, findings: list[Found]) -> ElementTree.Element:
    same = [found for found in findings if found.rule == rule]
    case = _case(page, f"{title_of(same[0])} ({', '.join(same[0].wcag)})")
    failure = ElementTree.SubElement(case, "failure", message=_writable(same[0].msg), type=rule)
    failure.text = _writable("\n\n".join(map(_told, same)))
    return case


def _told(found: Found) -> str:
    by = say("Found by {names}", names=", ".join(finders(found)))
    return f"{found.msg}\n{found.selector}\n{found.repair}\n{by}"


def _skipped(page: JudgedPage, rule: str, findings: list[Found]) -> ElementTree.Element:
    same = [found for found in findings if found.rule == rule]
    case = _case(page, f"{title_of(same[0])} ({', '.join(same[0].wcag)}), {say('for a person')}")
    ElementTree.SubElement(case, "skipped", message=_writable("; ".join(found.msg for found in same)))
    return case


def _case(page: JudgedPage, name: str) -> ElementTree.Element:
    return ElementTree.Element("testcase", name=_writable(name), classname=_writable(page.address), time="0")


def _writable(text: str) -> str:
    return UNWRITABLE.sub("�", text)
