"""Orca's settings here: a speech server that writes, and nothing said beyond what a person hears on a first day."""

import orca.settings

orca.settings.speechServerFactory = "textspeech"
orca.settings.speechFactoryModules = ["textspeech"]
# The key that was pressed is in the transcript anyway.
orca.settings.enableKeyEcho = False
orca.settings.enableBraille = False
orca.settings.enableBrailleMonitor = False
orca.settings.enableSound = False
# Title, focus and summary of a new page race with each other; the whole page is read when a key asks for it.
orca.settings.sayAllOnLoad = False
