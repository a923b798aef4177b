// pdf-lib: node pdflib.mjs FILE VALUES OUT, VALUES as tests/readers/judge.py describes them.
import fs from "node:fs";
import { PDFDocument } from "pdf-lib";

const [source, values, target] = process.argv.slice(2);
const { text, choices, ticks } = JSON.parse(fs.readFileSync(values, "utf8"));
const document = await PDFDocument.load(fs.readFileSync(source));
const form = document.getForm();
for (const [name, value] of Object.entries(text)) form.getTextField(name).setText(value);
for (const [name, value] of Object.entries(choices)) form.getDropdown(name).select(value);
for (const [name, state] of Object.entries(ticks)) if (state !== "Off") form.getCheckBox(name).check();
// Its own appearances are set in Helvetica, which stops at the first Polish letter.
fs.writeFileSync(target, await document.save({ updateFieldAppearances: false }));
