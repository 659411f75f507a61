// The codecs written here, compiled once per CPU tier.
#include "codec/lz4.hpp"
#include "codec/snappy.hpp"

namespace gatun::GATUN_TIER {

const char* codec_snappy(codec::Block& block) { return decode_snappy(block); }

const char* codec_lz4(codec::Block& block) { return decode_lz4(block); }

}  // namespace gatun::GATUN_TIER
