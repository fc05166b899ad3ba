"""A headless Chromium of our own, driven by Selenium and DevTools, that reaches only this machine unless told."""

import contextlib
import json
import os
import shutil
import signal
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.request import urlopen

import urllib3
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from a11y_tests.cdp import Cdp, CdpError

WIDTH, HEIGHT = 1280, 800
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-dev-shm-usage",
    "--disable-popup-blocking",
    "--disable-hang-monitor",
    "--disable-renderer-backgrounding",
    "--disable-backgrounding-occluded-windows",
    "--disable-background-timer-throttling",
    # One process for all frames of a page, so that one DevTools connection reaches each of them.
    "--disable-site-isolation-trials",
    "--disable-features=IsolateOrigins,site-per-process,Translate,MediaRouter,OptimizationHints,PaintHolding",
    # Gives scripts in our isolated world `element.computedRole` and `element.computedName`.
    "--enable-blink-features=ComputedAccessibilityInfo",
    "--autoplay-policy=no-user-gesture-required",
    "--mute-audio",
    "--hide-scrollbars",
    # Screenshots do not wait for the next of 60 frames a second: 19 ms in place of 48.
    "--disable-frame-rate-limit",
    "--force-device-scale-factor=1",
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
    "--disable-lcd-text",
    "--lang=en-US",
)


def chromium_path() -> str | None:
    """Chromium, or a browser of its family, on this machine."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    return next((path for path in map(shutil.which, names) if path), None)


# Every name is unknown but loopback.
LOCAL_ONLY = "MAP * ~NOTFOUND , " + " , ".join(f"EXCLUDE {host}" for host in LOOPBACK)


class Browser:
    """A browser with a new profile; `driver` is Selenium's, `cdp` a DevTools connection to the same tab."""

    def __init__(self, is_local: bool = True, width: int = WIDTH, height: int = HEIGHT) -> None:
        self.width, self.height, self.is_local = width, height, is_local
        self._profile = tempfile.mkdtemp(prefix="curbcut-browser-")
        try:
            self.driver = self._start(is_local=is_local)
            self._bound_driver(30)
            self.cdp = Cdp(self._page_target()["webSocketDebuggerUrl"])
            self._control = Cdp(self._devtools("version")["webSocketDebuggerUrl"])
            self._tab = self._page_target()["id"]
            self._control.call("Browser.setDownloadBehavior", behavior="deny", eventsEnabled=True)
        except BaseException:
            self._remove_profile()
            raise
        self.set_viewport(width, height)

    def __enter__(self) -> "Browser":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def version(self) -> str:
        return str(self.driver.capabilities["browserVersion"])

    def set_viewport(self, width: int, height: int, *, scale: float = 1, mobile: bool = False) -> None:
        self.cdp.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=mobile
        )

    def emulate_media(self, medium: str = "", **features: str) -> None:
        """For example `emulate_media(prefers_color_scheme="dark", forced_colors="active")`; nothing given resets."""
        listed = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.cdp.call("Emulation.setEmulatedMedia", media=medium, features=listed)

    def block_scripts(self, is_blocked: bool = True) -> None:
        """Pages opened from now on run no script; axe and our own library do not run either."""
        self.cdp.call("Emulation.setScriptExecutionDisabled", value=is_blocked)

    def close_other_tabs(self) -> list[str]:
        """Close windows that a page opened; returns their addresses."""
        targets = self._control.call("Target.getTargets")["targetInfos"]
        others = [target for target in targets if target["type"] == "page" and target["targetId"] != self._tab]
        for target in others:
            with contextlib.suppress(CdpError):  # it has closed itself meanwhile
                self._control.call("Target.closeTarget", targetId=target["targetId"])
        return [target["url"] for target in others]

    def close_next_tab(self) -> None:
        """Close a window that is about to open."""
        for _ in range(30):
            if self.close_other_tabs():
                return
            time.sleep(0.01)

    def close(self) -> None:
        """End the browser, also one that hangs."""
        self.cdp.close()
        self._control.close()
        process = self.driver.service.process
        with contextlib.suppress(WebDriverException, urllib3.exceptions.HTTPError, OSError):
            self._bound_driver(5)
            self.driver.quit()
        if process is not None and process.poll() is None:
            process.kill()
        self._end_chromium()
        self._remove_profile()

    def _start(self, *, is_local: bool) -> webdriver.Chrome:
        options = Options()
        options.binary_location = chromium_path() or ""
        for flag in (
            *FLAGS,
            *([f"--host-resolver-rules={LOCAL_ONLY}"] if is_local else []),
            f"--user-data-dir={self._profile}",
            f"--window-size={self.width},{self.height}",
        ):
            options.add_argument(flag)
        options.page_load_strategy = "none"
        options.unhandled_prompt_behavior = "ignore"  # the DevTools connection answers dialogs
        return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))

    def _bound_driver(self, seconds: float) -> None:
        """Selenium waits two minutes for its driver unless told; a page that hangs must not hold up the run so long."""
        self.driver.command_executor.client_config.timeout = seconds  # type: ignore[union-attr]
        self.driver.set_script_timeout(seconds)

    def _page_target(self) -> dict[str, Any]:
        targets: list[dict[str, Any]] = self._devtools("list")
        return next(target for target in targets if target["type"] == "page")

    def _devtools(self, what: str) -> Any:
        address = self.driver.capabilities["goog:chromeOptions"]["debuggerAddress"]
        with urlopen(f"http://{address}/json/{what}", timeout=10) as answer:
            return json.load(answer)

    def _end_chromium(self) -> None:
        """Chromium may outlive a chromedriver that was killed; it is known by its profile folder."""
        for process in processes_naming(self._profile):
            with contextlib.suppress(OSError):
                os.kill(process, signal.SIGKILL)

    def _remove_profile(self) -> None:
        shutil.rmtree(self._profile, ignore_errors=True)


def processes_naming(text: str) -> list[int]:
    """Processes with the text on their command line; empty where the system has no /proc."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if text in (folder / "cmdline").read_bytes().decode(errors="replace"):
                found.append(int(folder.name))
    return found
