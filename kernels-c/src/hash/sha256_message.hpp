// Messages on their way through the lanes.
#pragma once

#include <cstdint>

#include "hash/sha256.hpp"
#include "hash/sha256_end.hpp"

namespace gatun::GATUN_TIER {

namespace sha256 {

// The most lanes of any engine.
constexpr int most_lanes = 16;

// What is left of a message: a run and one behind it.
struct Message {
    Run run;
    Run next;
    uint64_t number;   // for its maker
    uint32_t hash[8];  // before the run
    End end;           // for its maker
};

// Messages made ahead, and those put back. Ahead, because what was just written in small parts should not be read at
// once: a load that needs several stores waits until they are in the cache, behind all that came before.
//
// A maker's make(message) says whether there was one more; done(message) gets it with the hash behind its last block.
template <class Maker>
class Queue {
  public:
    explicit Queue(Maker& maker) : maker(maker) {
        for (int i = 0; i < messages; i++) queue[i] = pool + i;
    }

    Message* take() {
        if (ready == 0) {
            while (ready < most_lanes && maker.make(*queue[ready])) ready++;
            if (ready == 0) return nullptr;
        }
        // The last free one fills the gap.
        Message* const message = queue[--ready];
        queue[ready] = queue[--all];
        return message;
    }

    void done(Message& message) {
        maker.done(message);
        queue[all++] = &message;
    }

    // No message is made any more then.
    void put_back(Message& message) {
        queue[all++] = queue[ready];
        queue[ready++] = &message;
    }

  private:
    static constexpr int messages = 2 * most_lanes;  // in lanes, and made ahead

    Maker& maker;
    Message pool[messages];
    Message* queue[messages];  // those that are ready, then those that are free
    int ready = 0;
    int all = messages;
};

}  // namespace sha256

}  // namespace gatun::GATUN_TIER
