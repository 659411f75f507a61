// Messages of any lengths through the lanes of an engine: where one ends the next begins.
//
// An engine has `lanes` messages at a time: load(lane, hash) and save(lane, hash) move a message's state into and out
// of it, compress(at, blocks) takes so many blocks from a place for every lane.
//
// A source gives messages: take() one or null, done(message) gets each back with its hash behind the last block,
// put_back(message) one that is to be taken again.
#pragma once

#include <cstdint>

#include "hash/sha256.hpp"
#include "hash/sha256_message.hpp"

namespace gatun::GATUN_TIER {

namespace sha256 {

template <class Engine>
class Schedule {
  public:
    // Compresses messages while there are at least so many, and puts back what is left.
    template <class Source>
    void drain(Source& source, int least) {
        while (active < Engine::lanes && begin(active, source)) active++;
        while (active > 0 && active >= least) {
            step();
            for (int lane = active - 1; lane >= 0; lane--) {
                if (left[lane] == 0) go_on(lane, source);
            }
        }
        while (active > 0) {
            Message& message = *messages[--active];
            message.run = {at[active], left[active]};
            engine.save(active, message.hash);
            source.put_back(message);
        }
    }

  private:
    // Takes a message into a lane.
    template <class Source>
    bool begin(int lane, Source& source) {
        Message* const message = source.take();
        if (message == nullptr) return false;
        messages[lane] = message;
        engine.load(lane, message->hash);
        set(lane, message->run);
        return true;
    }

    void set(int lane, Run run) {
        at[lane] = run.at;
        left[lane] = run.blocks;
    }

    // As many blocks of every lane as the one with the fewest has.
    void step() {
        for (int lane = active; lane < Engine::lanes; lane++) set(lane, {at[0], ~uint64_t{0}});  // idle
        uint64_t blocks = left[0];
        for (const uint64_t other : left) blocks = other < blocks ? other : blocks;
        engine.compress(at, blocks);
        for (int lane = 0; lane < Engine::lanes; lane++) {
            at[lane] += blocks * block_bytes;
            left[lane] -= blocks;
        }
    }

    // The run in a lane has ended: the message's other one, or another message, or the last lane's instead.
    template <class Source>
    void go_on(int lane, Source& source) {
        Message& message = *messages[lane];
        if (message.next.blocks > 0) {
            set(lane, message.next);
            message.next.blocks = 0;
            return;
        }
        engine.save(lane, message.hash);
        source.done(message);
        if (begin(lane, source) || --active == lane) return;
        Message& last = *messages[active];
        messages[lane] = &last;
        engine.save(active, last.hash);
        engine.load(lane, last.hash);
        set(lane, {at[active], left[active]});
    }

    Engine engine;
    Message* messages[Engine::lanes];
    const uint8_t* at[Engine::lanes];
    uint64_t left[Engine::lanes];
    int active = 0;
};

}  // namespace sha256

}  // namespace gatun::GATUN_TIER
