"""A speech server for Orca that writes each utterance as one JSON line. Runs on the system's Python."""

import json
import os

from orca import speechserver

OUT = open(os.environ["CURBCUT_SPEECH"], "a", buffering=1, encoding="utf-8")  # noqa: SIM115 - open as long as Orca


def write(kind, text):
    if text:
        OUT.write(json.dumps([kind, text]) + "\n")


class SpeechServer(speechserver.SpeechServer):
    """Orca finds this class by its name."""

    only = None

    @staticmethod
    def getFactoryName():
        return "text"

    @staticmethod
    def getSpeechServer(info=None):
        SpeechServer.only = SpeechServer.only or SpeechServer()
        return SpeechServer.only

    @staticmethod
    def getSpeechServers():
        return [SpeechServer.getSpeechServer()]

    @staticmethod
    def shutdownActiveServers():
        pass

    def getInfo(self):
        return ["text", "text"]

    def getVoiceFamilies(self):
        return []

    def speak(self, text=None, acss=None, interrupt=True):
        write("said", text)

    def speakCharacter(self, character, acss=None):
        write("said", character)

    def speakKeyEvent(self, event, acss=None):
        pass

    def sayAll(self, utteranceIterator, progressCallback):
        for context, _ in utteranceIterator:
            write("said", context.utterance)
        write("all said", "-")

    def __getattr__(self, name):
        """Rate, pitch, volume, punctuation: there is nothing to do."""
        return lambda *arguments, **named: None
