// How kernels share their work between workers: simulates 1 .. 16 cores on however few there are (core/simulation.cpp)
// and says for each kernel how long the call would take, how many barriers it has, and what each worker did.
//
//     scaling [SHAPE,…] [SCALE] [KERNEL,…]
//
// Standard output: a JSON object for each number of workers. Standard error: a line for people for each kernel.
//
// What it knows of a machine is this one's time for each piece of work when nobody else runs: cores that share memory
// bandwidth or caches are slower together than this says, so it is an upper bound.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include "cases.hpp"
#include "core/simulated.h"
#include "graphs.hpp"

namespace {

// About what a barrier between 16 cores of one socket takes.
constexpr int64_t barrier_ns = 1000;

gatun_simulation simulate(const Case& one, uint32_t workers) {
    alignas(64) static gatun_team team;
    std::memset(&team, 0, sizeof team);
    void* const args = one.prepare(workers);
    std::vector<int32_t> status(workers);
    std::vector<std::thread> threads;
    gatun_simulation_begin(workers, barrier_ns);
    for (uint32_t w = 0; w < workers; w++) {
        threads.emplace_back([&, w] {
            gatun_simulation_enter(w);
            status[w] = one.kernel(args, &team, w, workers);
            gatun_simulation_leave(w);
        });
    }
    for (std::thread& thread : threads) thread.join();
    gatun_simulation result;
    gatun_simulation_end(&result);
    if (status[0] != GATUN_STATUS_OK) {
        std::fprintf(stderr, "%s with %u workers: %s\n", one.name.c_str(), workers, team.error.message);
        std::exit(1);
    }
    return result;
}

void print(const std::string& shape, int scale, const std::string& kernel, const gatun_simulation& s, int64_t alone) {
    std::printf("{\"kernel\":\"%s\",\"shape\":\"%s\",\"scale\":%d,\"workers\":%u,\"elapsed_us\":%.1f,\"speed_up\":%.2f,"
                "\"barriers\":%lld,\"busy_us\":[",
        kernel.c_str(), shape.c_str(), scale, s.workers, s.elapsed / 1e3, static_cast<double>(alone) / s.elapsed,
        static_cast<long long>(s.barriers));
    for (uint32_t w = 0; w < s.workers; w++) std::printf("%s%.1f", w > 0 ? "," : "", s.worker[w].busy / 1e3);
    std::printf("],\"waited_us\":[");
    for (uint32_t w = 0; w < s.workers; w++) std::printf("%s%.1f", w > 0 ? "," : "", s.worker[w].waited / 1e3);
    std::printf("],\"chunks\":[");
    for (uint32_t w = 0; w < s.workers; w++) {
        std::printf("%s%lld", w > 0 ? "," : "", static_cast<long long>(s.worker[w].chunks));
    }
    std::printf("]}\n");
    std::fflush(stdout);
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    for (size_t from = 0; from <= text.size();) {
        const size_t to = std::min(text.find(',', from), text.size());
        parts.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

}  // namespace

int main(int count, char** arguments) {
    const std::string shapes = count > 1 ? arguments[1] : "kron,uniform,road";
    const int scale = count > 2 ? std::atoi(arguments[2]) : 18;
    const std::string kernels = count > 3 ? std::string(",") + arguments[3] + "," : "";
    for (const std::string& shape : split(shapes)) {
        const Graph graph = make(shape, scale);
        for (Case& one : cases(graph)) {
            if (!kernels.empty() && kernels.find("," + one.name + ",") == std::string::npos) continue;
            simulate(one, 1);  // touches the memory
            int64_t alone = 0;
            std::fprintf(stderr, "%-24s %s%d  speed-up on 1, 2, 4, 8, 16 cores:", one.name.c_str(), shape.c_str(), scale);
            for (const uint32_t workers : {1u, 2u, 4u, 8u, 16u}) {
                gatun_simulation best = simulate(one, workers);
                for (int again = 0; again < 2; again++) {
                    const gatun_simulation s = simulate(one, workers);
                    if (s.elapsed < best.elapsed) best = s;
                }
                if (workers == 1) alone = best.elapsed;
                print(shape, scale, one.name, best, alone);
                std::fprintf(stderr, " %.2f", static_cast<double>(alone) / best.elapsed);
                if (workers == 16) std::fprintf(stderr, "; %lld barriers\n", static_cast<long long>(best.barriers));
            }
        }
    }
    return 0;
}
