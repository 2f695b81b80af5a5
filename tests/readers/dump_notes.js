// The same for ExcelJS: the lines that dump_notes.py prints, and one for each cell with text or a number that
// was asked for.
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

const oneLine = (text) => text.replace(/\\/g, "\\\\").replace(/\r\n|\r|\n/g, "\\n").replace(/\t/g, "\\t");

const textOf = (note) =>
    typeof note === "string" ? note : (note.texts || []).map((piece) => piece.text || "").join("");

async function dump(path) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    for (const sheet of book.worksheets) {
        console.log(["sheet", sheet.name, (sheet.conditionalFormattings || []).length].join("\t"));
        sheet.eachRow({ includeEmpty: false }, (row) =>
            row.eachCell({ includeEmpty: true }, (cell) => {
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
