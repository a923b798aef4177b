"""Viewers with windows, filled in by keyboard and mouse as a person does. Each function fills TYPED (texts, entries, ticks) into SOURCE and saves TARGET."""

import time

from values import CHOICES, PREFIX, TICKS

OPTIONS = {"w0001-before": ["yes", "no"], "claim": ["fully", "partly", "notyet"]}


def downs(short):
    """How often Down is pressed from "(choose)"."""
    options = OPTIONS.get(short) or OPTIONS[short.split("-")[-1]]
    return options.index(CHOICES[short]) + 1


def walk(desk, typed, stops, skips):
    """Tab from stop to stop; the page's own order of links and fields is the keyboard's."""
    for kind, name in stops:
        if kind in skips:
            continue
        desk.keys("Tab", pause=0.3)
        short = (name or "").removeprefix(PREFIX)
        if short not in typed:
            continue
        if short in CHOICES:
            desk.keys(*["Down"] * downs(short))
        elif short in TICKS:
            desk.keys("space")
        else:
            desk.keys("ctrl+a")
            # What a keyboard has is typed, the rest pasted.
            if typed[short].isascii() and typed[short].isprintable():
                desk.type(typed[short])
            else:
                desk.paste(typed[short])


def save(desk, program, name, dialog, target, accept):
    """Leaves the last box, looks, and saves under TARGET through the browser's own dialog."""
    desk.keys("Tab")
    desk.look(name)
    desk.keys("ctrl+s", pause=2)
    desk.focus(desk.window(dialog))
    desk.keys("ctrl+a")
    desk.type(str(target))
    desk.keys(accept, pause=4)
    desk.end(program)


def chromium(desk, source, typed, target, stops):
    switches = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    place = ["--window-size=1000,1300", "--window-position=0,0", "--force-device-scale-factor=1"]
    program = desk.start("chromium", *switches, *place, f"--user-data-dir={desk.folder}/chromium", f"file://{source}#view=FitH")
    time.sleep(10)
    desk.click(500, 1000)
    walk(desk, typed, stops, {"signature", "empty page"})
    # Return is swallowed by the completion of the name.
    save(desk, program, "chromium", "^Save File", target, "alt+s")


FIREFOX = """
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("termsofuse.bypassNotification", true);
user_pref("app.update.enabled", false);
user_pref("pdfjs.defaultZoomValue", "25");
user_pref("pdfjs.scrollModeOnLoad", 2);
user_pref("pdfjs.sidebarViewOnLoad", 0);
"""


def firefox(desk, source, typed, target, stops):
    """All pages stand side by side: a page out of sight has no fields yet, and Tab would leave the document."""
    profile = desk.folder / "firefox"
    profile.mkdir()
    (profile / "user.js").write_text(FIREFOX)
    program = desk.start("firefox-esr", "--profile", str(profile), "--new-instance", "--width", "1000", "--height", "1300", f"file://{source}")
    time.sleep(15)
    desk.look("firefox-before")
    desk.click(250, 200)
    walk(desk, typed, stops, {"signature", "identity"})
    save(desk, program, "firefox", "^Save As", target, "Return")


def on_its_own(desk, program, source):
    """Opens SOURCE in a window as large as the screen."""
    started = desk.start("dbus-run-session", "--", program, str(source))
    time.sleep(9)
    window = desk.run("xdotool", "search", "--onlyvisible", "--class", program).stdout.split()[-1]
    desk.focus(window)
    desk.run("xdotool", "windowmove", window, "0", "0")
    desk.run("xdotool", "windowsize", window, "1000", "1270")
    time.sleep(1)
    return started


def by_mouse(desk, typed, boxes, page_at, turn_to):
    """Clicks into each box, as most people do: here Tab does not lead from page to page. PAGE_AT: left, top and size of a point on the screen."""
    left, top, scale = page_at
    shown = 1
    for page, name, (x0, _, _, y1) in boxes:
        short = name.removeprefix(PREFIX)
        if short not in typed:
            continue
        if page != shown:
            turn_to(page)
            shown = page
        # The upper left corner of a box, so that what is typed in one does not hide the next.
        desk.click(int(left + (x0 + 8) * scale), int(top + (841.89 - y1 + 8) * scale))
        if short in CHOICES:
            time.sleep(0.5)
            desk.keys(*["Down"] * downs(short), "Return", pause=0.4)
            # Evince's drop-down keeps the mouse until it is clicked away.
            for _ in range(2):
                desk.click(int(left + 20), int(top + 500))
            time.sleep(1)
        elif short not in TICKS:
            desk.keys("ctrl+a")
            desk.paste(typed[short])
        desk.look(f"{desk.folder.name}-{short}")
    desk.click(int(left + 20), int(top + 500))


def evince(desk, source, typed, target, boxes):
    program = on_its_own(desk, "evince", source)
    # One page at a time, as large as fits.
    desk.keys("c", "f", pause=0.5)

    def turn_to(page):
        # Twice: after a drop-down the first time only ends it.
        for _ in range(2):
            desk.click(20, 700)
            desk.keys("ctrl+l", pause=0.7)
            desk.keys("ctrl+a")
            desk.type(str(page))
            desk.keys("Return", pause=2)

    by_mouse(desk, typed, boxes, (78, 59, 1.4195), turn_to)
    desk.keys("ctrl+s", pause=2)
    desk.focus(desk.window("^Save"))
    desk.keys("ctrl+a")
    desk.type(str(target))
    desk.keys("Return", pause=5)
    desk.end(program)


OKULAR = """[Main View]
ShowLeftPanel=false

[PageView]
ViewContinuous=false

[Zoom]
ZoomMode=2
"""


def okular(desk, source, typed, target, boxes):
    settings = desk.folder / "home/.config"
    settings.mkdir(parents=True)
    (settings / "okularpartrc").write_text(OKULAR)
    program = on_its_own(desk, "okular", source)
    # "Show Forms", then away with what is left of the messages.
    desk.click(917, 152)
    time.sleep(1)
    desk.look("okular-forms")

    def turn_to(page):
        desk.click(50, 700)
        desk.keys("ctrl+g", pause=1)
        desk.keys("ctrl+a")
        desk.type(str(page))
        desk.keys("Return", pause=1.2)

    by_mouse(desk, typed, boxes, (143, 250, 1.2028), turn_to)
    desk.keys("ctrl+shift+s", pause=2)
    desk.look("okular-s")
    desk.focus(desk.window("^Save"))
    desk.keys("ctrl+a")
    desk.type(str(target))
    desk.keys("Return", pause=5)
    desk.end(program)
