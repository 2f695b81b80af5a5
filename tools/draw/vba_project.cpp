#include "tools/draw/vba_project.h"

#include "tools/draw/compound_file.h"

#include <fmt/format.h>

namespace draw {

namespace {

struct Module {
    std::string name;
    std::string source;
    bool document = false; ///< of the workbook or a sheet
};

} // namespace

/// A compressed container (MS-OVBA 2.4.1) of literals alone: a flag byte of 0 before each eight of them.
static std::string container(const std::string& text) {
    constexpr std::size_t chunk_length = 3600; // with its flag bytes less than the 4096 that a chunk may have
    std::string bytes = "\x01";
    for (std::size_t at = 0; at < text.size(); at += chunk_length) {
        const std::string chunk = text.substr(at, chunk_length);
        std::string data;
        for (std::size_t i = 0; i < chunk.size(); ++i) {
            if (i % 8 == 0) data += '\0';
            data += chunk[i];
        }
        bytes += little_endian(0xB000 | (data.size() + 2 - 3), 2) + data;
    }
    return bytes;
}

static std::string record(unsigned id, const std::string& content) {
    return little_endian(id, 2) + little_endian(content.size(), 4) + content;
}

static std::string number(unsigned id, std::uint64_t value, std::size_t bytes) {
    return record(id, little_endian(value, bytes));
}

static std::string library(const std::string& name, const std::string& id) {
    const std::string lib = little_endian(id.size(), 4) + id + std::string(6, '\0');
    return record(0x16, name) + record(0x3E, utf16(name)) + record(0x0D, lib);
}

static std::string module_records(const Module& module) {
    return record(0x19, module.name) + record(0x47, utf16(module.name)) + record(0x1A, module.name)
           + record(0x32, utf16(module.name)) + record(0x1C, "") + record(0x48, "") + number(0x31, 0, 4)
           + number(0x1E, 0, 4) + number(0x2C, 0xFFFF, 2) + record(module.document ? 0x22 : 0x21, "")
           + record(0x2B, "");
}

/// The dir stream (MS-OVBA 2.3.4.2): what the project is, refers to and consists of.
static std::string directory(const std::vector<Module>& modules) {
    std::string bytes = number(0x01, 1, 4) + number(0x02, 0x0809, 4) + number(0x14, 0x0809, 4)
                        + number(0x03, 1252, 2) + record(0x04, "VBAProject") + record(0x05, "")
                        + record(0x40, "") + record(0x06, "") + record(0x3D, "") + number(0x07, 0, 4)
                        + number(0x08, 0, 4);
    // The version's length counts its major number alone.
    bytes += little_endian(0x09, 2) + little_endian(4, 4) + little_endian(1, 4) + little_endian(1, 2);
    bytes += record(0x0C, "") + record(0x3C, "");
    bytes += library("stdole", "*\\G{00020430-0000-0000-C000-000000000046}#2.0#0##OLE Automation");
    bytes +=
        library("VBA", "*\\G{000204EF-0000-0000-C000-000000000046}#4.0#9##Visual Basic For Applications");
    bytes +=
        library("Excel", "*\\G{00020813-0000-0000-C000-000000000046}#1.6#0##Microsoft Excel Object Library");
    bytes += number(0x0F, modules.size(), 2) + number(0x13, 0xFFFF, 2);
    for (const Module& module : modules) bytes += module_records(module);
    return bytes + record(0x10, "");
}

static std::string document_source(const std::string& name, const char* base) {
    return fmt::format("Attribute VB_Name = \"{}\"\r\nAttribute VB_Base = \"0{{{}}}\"\r\n"
                       "Attribute VB_GlobalNameSpace = False\r\nAttribute VB_Creatable = False\r\n"
                       "Attribute VB_PredeclaredId = True\r\nAttribute VB_Exposed = True\r\n"
                       "Attribute VB_TemplateDerived = False\r\nAttribute VB_Customizable = True\r\n",
                       name, base);
}

static std::vector<Module> modules(std::size_t sheets) {
    std::vector<Module> list{
        {"ThisWorkbook", document_source("ThisWorkbook", "00020819-0000-0000-C000-000000000046"), true}};
    for (std::size_t i = 1; i <= sheets; ++i) {
        const std::string name = fmt::format("Sheet{}", i);
        list.push_back({name, document_source(name, "00020820-0000-0000-C000-000000000046"), true});
    }
    list.push_back({"Printing", "Attribute VB_Name = \"Printing\"\r\nOption Explicit\r\n\r\n"
                                "' Prints the two sheets that the key lead signs.\r\n"
                                "Public Sub PrintReturn()\r\n    Worksheets(\"Return\").PrintOut\r\n"
                                "    Worksheets(\"Indicators\").PrintOut\r\nEnd Sub\r\n"});
    return list;
}

std::string vba_project(std::size_t sheets) {
    const std::vector<Module> list = modules(sheets);
    CompoundFile file;
    std::string project = "ID=\"{00000000-0000-0000-0000-000000000000}\"\r\n";
    for (const Module& module : list) {
        project += module.document ? "Document=" + module.name + "/&H00000000\r\n"
                                   : "Module=" + module.name + "\r\n";
        file.add("VBA/" + module.name, container(module.source));
    }
    project += "Name=\"VBAProject\"\r\nHelpContextID=\"0\"\r\nVersionCompatible32=\"393222000\"\r\n\r\n"
               "[Host Extender Info]\r\n&H00000001={3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000\r\n";
    // Without a cache of compiled code (MS-OVBA 2.3.4.1): Excel compiles the source.
    file.add("VBA/_VBA_PROJECT", std::string("\xCC\x61\xFF\xFF\x00\x00\x00", 7));
    file.add("VBA/dir", container(directory(list)));
    file.add("PROJECT", project);
    return file.bytes();
}

} // namespace draw
