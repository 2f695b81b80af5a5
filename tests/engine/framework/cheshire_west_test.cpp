#include "tests/support/cheshire_west.h"
#include "tests/support/shared_data.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <set>

using engine::Framework;
using support::cheshire_west;

TEST_CASE("Cheshire West's framework holds its ten priorities, six action statuses and four directions",
          "[framework][CW-01]") {
    const Framework& framework = cheshire_west();
    CHECK(framework.priorities.size() == 10);
    CHECK(framework.words(engine::ActionStatus::slipped_long).word == "Slipped (more than 3 months)");
    CHECK(framework.words(engine::Direction::declining).definition.size() == 2);
    CHECK(framework.principles.size() == 10);
    CHECK(framework.duties.red_kpi_quarters == std::vector{2, 4});
}

TEST_CASE("only Green's bullets have the word OR between them", "[framework][CW-33]") {
    const Framework& framework = cheshire_west();
    CHECK(framework.words(engine::StatusRole::met).joined == "OR");
    for (const auto role :
         {engine::StatusRole::near, engine::StatusRole::missed, engine::StatusRole::measured})
        CHECK(framework.words(role).joined.empty());
}

TEST_CASE("M is defined by its four reasons, in their published order", "[framework][CW-27]") {
    const Framework& framework = cheshire_west();
    const auto& definition = framework.words(engine::StatusRole::measured).definition;
    REQUIRE(definition.size() == 4);
    CHECK(definition[1] == framework.reasons[static_cast<std::size_t>(engine::MeasuredReason::survey)]);
}

/// The source without what its table of characters does to it: tags, runs of spaces, curly quotes.
static std::string plain(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '<') {
            const auto close = text.find('>', i);
            if (close != std::string_view::npos && close - i < 8) {
                i = close;
                plain += ' ';
                continue;
            }
        }
        if (text.substr(i).starts_with("\xE2\x80\x99")) {
            plain += '\'';
            i += 2;
            continue;
        }
        plain += text[i] == '\n' || text[i] == '\t' ? ' ' : text[i];
    }
    std::string single;
    for (const char c : plain)
        if (c != ' ' || (!single.empty() && single.back() != ' ')) single += c;
    return single;
}

TEST_CASE("every word of the framework stands in the published document, letter for letter",
          "[framework][CW-33]") {
    const std::string source =
        plain(support::bytes_of(support::need_shared("frameworks/cheshire-west-and-chester-2016-2020.txt")));
    const Framework& framework = cheshire_west();
    std::vector<std::string> published;
    const auto add = [&](const std::vector<std::string>& texts) {
        published.insert(published.end(), texts.begin(), texts.end());
    };
    for (const auto& status : framework.statuses)
        if (status.role != engine::StatusRole::none) add(status.definition);
    for (const auto& direction : framework.travel) add(direction.definition);
    for (const auto& action : framework.actions)
        if (action.status != engine::ActionStatus::none) {
            add(action.definition);
            published.push_back(action.word + ":");
        }
    for (const auto& priority : framework.priorities) {
        published.push_back(priority.outcome);
        published.push_back(priority.director);
    }
    for (const auto& principle : framework.principles) {
        published.push_back(principle.name);
        add(principle.evidence);
    }
    for (const std::string& text : published) {
        INFO(text);
        CHECK(source.contains(plain(text)));
    }
}

/// WCAG 2.2's relative luminance of RRGGBB.
static double luminance(const std::string& colour) {
    const auto channel = [&](std::size_t at) {
        const double value = std::stoi(colour.substr(at, 2), nullptr, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
}

static double contrast(const cells::Colours& colours) {
    const double a = luminance(colours.fill);
    const double b = luminance(colours.text);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

TEST_CASE("every pair of colours has a contrast of 4.5 to 1 or better", "[framework][CW-34]") {
    for (const auto& status : cheshire_west().statuses) {
        INFO(status.word);
        CHECK(contrast(status.colours) >= 4.5);
    }
    for (const auto& action : cheshire_west().actions) {
        INFO(action.word);
        CHECK(contrast(action.colours) >= 4.5);
    }
}

TEST_CASE("the framework's file states every setting, so that a reader sees every choice", "[framework]") {
    const std::string text = support::cheshire_west_toml();
    for (const char* ambiguity : {"A1,", "A2)", "A3,", "A4,", "A5,", "A6,", "A7,", "A8,", "A9,", "A10,",
                                  "A12,", "A13,", "A15,", "A17,", "A18)", "A23,", "A24)", "A30,", "A31:"}) {
        INFO(ambiguity);
        CHECK(text.contains(ambiguity));
    }
}
