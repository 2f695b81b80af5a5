// Prints the notes and texts that ExcelJS reads in workbooks, as dump_notes.py does for openpyxl.
//
//   node dump_notes.js < list of paths, one a line
//
// Besides the lines of dump_notes.py there is one for each cell with a text ("text", sheet, address, text). Exit
// status 77 where ExcelJS is not installed (npm install in this folder).
"use strict";
const fs = require("fs");

let ExcelJS;
try {
    ExcelJS = require("exceljs");
} catch (missing) {
    process.exit(77);
}

const oneLine = (text) => text.replace(/\\/g, "\\\\").replace(/\r\n|\r|\n/g, "\\n").replace(/\t/g, "\\t");

const textOf = (note) =>
    typeof note === "string" ? note : (note.texts || []).map((piece) => piece.text || "").join("");

async function dump(path) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    for (const sheet of book.worksheets) {
        console.log(["sheet", sheet.name, (sheet.conditionalFormattings || []).length].join("\t"));
        sheet.eachRow({ includeEmpty: true }, (row) =>
            row.eachCell({ includeEmpty: true }, (cell) => {
                if (typeof cell.value === "string") console.log(["text", sheet.name, cell.address, oneLine(cell.value)].join("\t"));
                if (cell.note) console.log(["note", sheet.name, cell.address, oneLine(textOf(cell.note))].join("\t"));
            })
        );
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
