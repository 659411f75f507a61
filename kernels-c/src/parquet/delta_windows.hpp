// Where packed values lie when they are unpacked by vectors: each 128-bit lane is loaded at the byte in which its first
// value begins, the bytes around each value are moved to the value's place, and then shifted to the right.
#pragma once

#include <cstdint>

namespace gatun::GATUN_TIER::delta {

// For one bit width and vectors of four lanes, `place` bytes a value.
template <unsigned place>
struct Window {
    static constexpr unsigned in_lane = 16 / place;

    // A value and the bits in front of it in its first byte must fit into its place.
    static constexpr uint32_t widest = place * 8 - 7;

    uint8_t shuffle[64];
    uint8_t shifts[4 * in_lane];

    // The byte at which a lane is loaded.
    static constexpr uint32_t byte_of(uint32_t lane, uint32_t width) { return lane * in_lane * width / 8; }
};

template <unsigned place>
struct Windows {
    Window<place> of[Window<place>::widest + 1];

    constexpr Windows() : of() {
        using W = Window<place>;
        for (uint32_t width = 1; width <= W::widest; width++) {
            for (uint32_t i = 0; i < 4 * W::in_lane; i++) {
                const uint32_t bit = i * width - 8 * W::byte_of(i / W::in_lane, width);
                of[width].shifts[i] = static_cast<uint8_t>(bit % 8);
                for (uint32_t b = 0; b < place; b++) {
                    of[width].shuffle[i * place + b] = static_cast<uint8_t>(bit / 8 + b);
                }
            }
        }
    }
};

constexpr Windows<4> windows32;
constexpr Windows<8> windows64;

}  // namespace gatun::GATUN_TIER::delta
