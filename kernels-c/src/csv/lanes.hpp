// Several 64-bit words side by side, one of each row: as many as the tier's registers hold. The number converters are
// written once over these. In the tier's namespace.
//
// Words are unsigned; + - & | ^ work lane by lane. A Mask says yes or no for each lane; & and | join masks.
#pragma once

#include <cstdint>

#include "core/words.hpp"
#if defined(__AVX512F__)
#include "csv/lanes_avx512.hpp"
#elif defined(__AVX2__)
#include "csv/lanes_avx2.hpp"
#else
#include "csv/lanes_word.hpp"
#endif
