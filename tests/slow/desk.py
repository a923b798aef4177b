"""A screen without a monitor, a window manager, a keyboard and a clipboard: what a person has before a viewer.

Every program started here is ended here, by its own process id.
"""

import os
import pathlib
import subprocess
import time

SIZE = (1000, 1300)


class Desk:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.programs = []

    def __enter__(self):
        number = next(number for number in range(77, 177) if not os.path.exists(f"/tmp/.X11-unix/X{number}"))
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        self.environment = os.environ | {"DISPLAY": f":{number}", "HOME": str(home), "LANG": "C.UTF-8", "NO_AT_BRIDGE": "1"}
        self.environment["XDG_RUNTIME_DIR"] = str(home)
        self.start("Xvfb", f":{number}", "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp")
        time.sleep(2)
        # Without a window manager Chromium's dialogues get no keys.
        self.start("openbox")
        time.sleep(1)
        return self

    def __exit__(self, *_):
        while self.programs:
            self.end(self.programs[-1])

    def start(self, *command):
        with open(self.folder / f"{pathlib.Path(command[0]).name}.log", "ab") as log:
            program = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log, start_new_session=True)
        self.programs.append(program)
        return program

    def end(self, program):
        """Ends a program and what it started: they share a session of their own."""
        self.programs.remove(program)
        try:
            os.killpg(program.pid, 15)
            program.wait(10)
        except ProcessLookupError:
            pass
        except subprocess.TimeoutExpired:
            os.killpg(program.pid, 9)
            program.wait()

    def run(self, *command, **more):
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=60, **more)

    def keys(self, *keys, pause=0.15):
        for key in keys:
            self.run("xdotool", "key", "--clearmodifiers", key)
            time.sleep(pause)

    def type(self, text):
        self.run("xdotool", "type", "--clearmodifiers", "--delay", "12", "--file", "-", input=text)
        time.sleep(0.2)

    def paste(self, text):
        """For letters that a keyboard lacks."""
        subprocess.run(["xclip", "-selection", "clipboard"], env=self.environment, input=text.encode(), timeout=60, check=True)
        time.sleep(0.15)
        self.keys("ctrl+v", pause=0.4)

    def click(self, x, y):
        self.run("xdotool", "mousemove", str(x), str(y), "click", "1")
        time.sleep(0.3)

    def window(self, pattern, wait=20):
        """The window whose name fits, once it is there."""
        for _ in range(wait * 2):
            found = self.run("xdotool", "search", "--onlyvisible", "--name", pattern).stdout.split()
            if found:
                return found[-1]
            time.sleep(0.5)
        raise RuntimeError(f"no window {pattern}; see {self.look('missing')}")

    def focus(self, window):
        self.run("xdotool", "windowactivate", "--sync", window)
        time.sleep(0.5)

    def look(self, name):
        path = self.folder / f"{name}.png"
        self.run("import", "-window", "root", str(path))
        return path
