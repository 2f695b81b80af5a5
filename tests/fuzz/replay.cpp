// Runs a fuzz target without a fuzzer: over each file of the folders named, and over as many mutations of
// each as asked for, always the same ones. replay MUTATIONS FOLDER...
#include "tests/fuzz/target.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

static std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

static const std::string* running = nullptr;

static void leave_behind(int) {
    if (running)
        if (std::FILE* file = std::fopen("replay-finding", "wb")) {
            std::fwrite(running->data(), 1, running->size(), file);
            std::fclose(file);
        }
}

static void run(const std::string& input) {
    running = &input;
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

/// A few small changes, as accidents make them: a byte turned, a piece gone, doubled, or moved in from
/// elsewhere.
static std::string mutated(std::string input, const std::string& other, std::minstd_rand& random) {
    const auto below = [&](std::size_t limit) { return limit == 0 ? 0 : random() % limit; };
    for (auto changes = 1 + below(4); changes > 0; --changes) {
        const auto at = below(input.size() + 1);
        const auto length = below(24);
        switch (below(5)) {
        case 0:
            if (at < input.size()) input[at] = static_cast<char>(random());
            break;
        case 1:
            input.erase(at, length);
            break;
        case 2:
            input.insert(at, input.substr(at, length));
            break;
        case 3:
            input.insert(at, other.substr(below(other.size() + 1), length));
            break;
        default:
            input.resize(at);
        }
    }
    return input;
}

int main(int count, char** arguments) {
    if (count < 3) return 2;
    std::signal(SIGABRT, leave_behind);
    const auto mutations = std::strtoul(arguments[1], nullptr, 10);
    std::vector<std::filesystem::path> files;
    for (int i = 2; i < count; ++i) {
        if (!std::filesystem::is_directory(arguments[i])) continue;
        for (const auto& entry : std::filesystem::directory_iterator(arguments[i]))
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<std::string> inputs;
    for (const auto& file : files) inputs.push_back(bytes_of(file));
    std::minstd_rand random(20161001); // NOLINT(cert-msc51-cpp): the same mutations each time
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        run(inputs[i]);
        for (unsigned long done = 0; done < mutations; ++done)
            run(mutated(inputs[i], inputs[random() % inputs.size()], random));
    }
    std::printf("%zu inputs, %lu mutations of each\n", inputs.size(), mutations);
    return inputs.empty() ? 2 : 0;
}
