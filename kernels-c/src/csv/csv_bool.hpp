// What the exported function of csv_bool hands to a tier.
#pragma once

#include <cstdint>

namespace gatun {

// Tokens, each a byte with its length and then its bytes.
struct TokenList {
    const uint8_t* tokens;
    uint64_t bytes;
};

struct BoolTokens {
    TokenList yes;
    TokenList no;
};

}  // namespace gatun
