#pragma once
// Work spread over threads by item. Each item writes to a place of its own, so the result is the same
// whatever the threads do.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace files {

/// Calls work(0) ... work(count - 1), each once, on up to `threads` threads (0: one for each core). Requires:
/// no two items touch the same data.
template <typename Work>
void for_each_in_parallel(std::size_t count, unsigned threads, const Work& work) {
    std::atomic<std::size_t> next = 0;
    const auto take = [&] {
        for (std::size_t i = next++; i < count; i = next++) work(i);
    };
    const std::size_t cores = std::max(1U, threads ? threads : std::thread::hardware_concurrency());
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min(cores, count); ++i) others.emplace_back(take);
    take();
}

/// The results of work(0) ... work(count - 1), in that order, under the same terms.
template <typename Work>
auto in_parallel(std::size_t count, unsigned threads, const Work& work) {
    using Result = std::invoke_result_t<const Work&, std::size_t>;
    std::vector<std::optional<Result>> done(count);
    for_each_in_parallel(count, threads, [&](std::size_t i) { done[i].emplace(work(i)); });
    std::vector<Result> results;
    results.reserve(count);
    for (auto& result : done) results.push_back(*std::move(result));
    return results;
}

} // namespace files
