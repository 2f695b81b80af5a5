#pragma once
// The order of children that the schema demands (ECMA-376 part 1, sml.xsd). Excel offers to repair a part
// whose elements stand in another order, so what we add goes to its place and the linter checks all.

#include <string_view>

namespace xlsx {

/// CT_Worksheet, 18.3.1.99.
inline constexpr std::string_view worksheet_order[] = {"sheetPr",
                                                       "dimension",
                                                       "sheetViews",
                                                       "sheetFormatPr",
                                                       "cols",
                                                       "sheetData",
                                                       "sheetCalcPr",
                                                       "sheetProtection",
                                                       "protectedRanges",
                                                       "scenarios",
                                                       "autoFilter",
                                                       "sortState",
                                                       "dataConsolidate",
                                                       "customSheetViews",
                                                       "mergeCells",
                                                       "phoneticPr",
                                                       "conditionalFormatting",
                                                       "dataValidations",
                                                       "hyperlinks",
                                                       "printOptions",
                                                       "pageMargins",
                                                       "pageSetup",
                                                       "headerFooter",
                                                       "rowBreaks",
                                                       "colBreaks",
                                                       "customProperties",
                                                       "cellWatches",
                                                       "ignoredErrors",
                                                       "smartTags",
                                                       "drawing",
                                                       "legacyDrawing",
                                                       "legacyDrawingHF",
                                                       "drawingHF",
                                                       "picture",
                                                       "oleObjects",
                                                       "controls",
                                                       "webPublishItems",
                                                       "tableParts",
                                                       "extLst"};

/// CT_Workbook, 18.2.27.
inline constexpr std::string_view workbook_order[] = {"fileVersion",    "fileSharing",
                                                      "workbookPr",     "workbookProtection",
                                                      "bookViews",      "sheets",
                                                      "functionGroups", "externalReferences",
                                                      "definedNames",   "calcPr",
                                                      "oleSize",        "customWorkbookViews",
                                                      "pivotCaches",    "smartTagPr",
                                                      "smartTagTypes",  "webPublishing",
                                                      "fileRecoveryPr", "webPublishObjects",
                                                      "extLst"};

/// CT_Stylesheet, 18.8.39.
inline constexpr std::string_view styles_order[] = {"numFmts",      "fonts",   "fills",      "borders",
                                                    "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
                                                    "tableStyles",  "colors",  "extLst"};

} // namespace xlsx
