"""How a browser is started on the reader's desktop: with a window, since Orca hears nothing of a headless one."""

import json
import os
from pathlib import Path

from a11y_tests.browser import LOCAL_ONLY, chromium_path
from a11y_tests.firefox import firefox_path, preferences

CHROMIUM = (
    "--force-renderer-accessibility",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-features=Translate,MediaRouter,OptimizationHints",
    "--noerrdialogs",
    "--mute-audio",
    "--lang=en-GB",
    "--window-position=0,0",
    "--window-size=1280,1000",
)
FIREFOX = {
    "accessibility.force_disabled": -1,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.preonboarding.enabled": False,
    "browser.sessionstore.resume_from_crash": False,
    "browser.tabs.warnOnClose": False,
    "datareporting.policy.dataSubmissionPolicyBypassNotification": True,
    "intl.accept_languages": "en-GB, en",
    "termsofuse.acceptedVersion": 999,
    "trailhead.firstrun.didSeeAboutWelcome": True,
}


def command_of(browser: str, profile: Path, url: str, is_loopback_only: bool) -> list[str]:
    """The command line; with `is_loopback_only` no other machine is asked for anything."""
    if browser == "firefox":
        values = FIREFOX if is_loopback_only else {**FIREFOX, "network.proxy.type": 0}
        lines = "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in values.items())
        (profile / "user.js").write_text(preferences(are_scripts_blocked=False) + lines, encoding="utf-8")
        return [firefox_path() or browser, "--no-remote", "--profile", str(profile), "--kiosk", url]
    rules = [f"--host-resolver-rules={LOCAL_ONLY}"] if is_loopback_only else []
    # Chromium's sandbox does not start as root, nor in most containers of continuous integration.
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 or os.environ.get("CI") else []
    return [chromium_path() or browser, *CHROMIUM, *sandbox, *rules, f"--user-data-dir={profile}", f"--app={url}"]
