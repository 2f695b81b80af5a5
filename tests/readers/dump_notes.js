// Prints the notes, texts and conditional formats that ExcelJS reads in workbooks, as dump_notes.py does for openpyxl.
//
//   node dump_notes.js < list of paths, one a line
//
// Exit status 77 where ExcelJS is not installed (npm install in this folder).
"use strict";
const fs = require("fs");

let ExcelJS;
try {
    ExcelJS = require("exceljs");
} catch (missing) {
    process.exit(77);
}

// Validations are not asked for, and ExcelJS writes each out for every cell of its range: a million for a column.
const Validations = require("exceljs/lib/xlsx/xform/sheet/data-validations-xform.js");
const parseClose = Validations.prototype.parseClose;
Validations.prototype.parseClose = function (name) {
    return name === "dataValidation" ? true : parseClose.call(this, name);
};

const oneLine = (text) => text.replace(/\\/g, "\\\\").replace(/\r\n|\r|\n/g, "\\n").replace(/\t/g, "\\t");

const textOf = (note) =>
    typeof note === "string" ? note : (note.texts || []).map((piece) => piece.text || "").join("");

async function dump(path) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    for (const sheet of book.worksheets) {
        console.log(["sheet", sheet.name].join("\t"));
        for (const formatting of sheet.conditionalFormattings || [])
            for (const rule of formatting.rules)
                for (const formula of rule.formulae || [])
                    console.log(["format", sheet.name, formatting.ref, oneLine(String(formula))].join("\t"));
        // Only the rows and cells that there are: eachRow() and eachCell() leave out empty ones with notes, or fill in
        // a million that nobody wrote.
        for (const row of Object.values(sheet._rows)) {
            for (const cell of Object.values(row ? row._cells : [])) {
                if (typeof cell.value === "string") console.log(["text", sheet.name, cell.address, oneLine(cell.value)].join("\t"));
                if (cell.note) console.log(["note", sheet.name, cell.address, oneLine(textOf(cell.note))].join("\t"));
            }
        }
    }
}

async function main() {
    const paths = fs.readFileSync(0, "utf8").split("\n").filter((line) => line !== "");
    for (const path of paths) {
        console.log(["file", path].join("\t"));
        try {
            await dump(path);
        } catch (fault) {
            console.log(["failed", oneLine(String(fault))].join("\t"));
        }
    }
}

main();
