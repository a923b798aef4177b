// pdf.js without a browser: its storage of annotations, then its save. node pdfjs.mjs FILE VALUES OUT, or node pdfjs.mjs version.
import fs from "node:fs";
import * as pdfjs from "pdfjs-dist/legacy/build/pdf.mjs";

const [source, values, target] = process.argv.slice(2);
if (source === "version") {
  console.log(pdfjs.version);
} else {
  const { text, choices, ticks } = JSON.parse(fs.readFileSync(values, "utf8"));
  const document = await pdfjs.getDocument({ data: new Uint8Array(fs.readFileSync(source)), verbosity: 0 }).promise;
  const fields = await document.getFieldObjects();
  const store = (name, value) => document.annotationStorage.setValue(fields[name][0].id, { value });
  for (const [name, value] of Object.entries({ ...text, ...choices })) store(name, value);
  for (const [name, state] of Object.entries(ticks)) store(name, state !== "Off");
  fs.writeFileSync(target, await document.saveDocument());
}
process.exit(0);
