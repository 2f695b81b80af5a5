// Reads every cell of a workbook with SheetJS.
const xlsx = require("xlsx");
const book = xlsx.readFile(process.argv[2], { dense: true });
let cells = 0;
for (const name of book.SheetNames)
    for (const row of book.Sheets[name]["!data"] || book.Sheets[name]) cells += row ? row.filter((cell) => cell).length : 0;
console.log(cells);
