// Reads every cell of a workbook with ExcelJS's streaming reader.
const excel = require("exceljs");
(async () => {
    let cells = 0;
    for await (const sheet of new excel.stream.xlsx.WorkbookReader(process.argv[2], { sharedStrings: "cache" }))
        for await (const row of sheet) row.eachCell(() => cells++);
    console.log(cells);
})();
