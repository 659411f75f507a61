// Characters and words of SQL. For .isa.inl files: part of the tier's namespace.
#pragma once

#include <cstdint>

namespace gatun::GATUN_TIER::sql {

inline bool is_blank(uint8_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
inline bool is_line_end(uint8_t c) { return c == '\n' || c == '\r'; }
inline bool is_digit(uint8_t c) { return c >= '0' && c <= '9'; }
inline bool is_in_tag(uint8_t c) {
    const uint8_t lower = c | 0x20;
    return (lower >= 'a' && lower <= 'z') || is_digit(c) || c == '_' || c >= 0x80;
}
inline bool is_in_word(uint8_t c) { return is_in_tag(c) || c == '$'; }

// Whether text[at, to) begins with a word, which is given in small letters.
inline bool begins_with_word(const uint8_t* text, uint64_t at, uint64_t to, const char* word) {
    for (; *word != '\0'; word++, at++) {
        if (at >= to || (text[at] | 0x20) != *word) return false;
    }
    return at >= to || !is_in_word(text[at]);
}

// Whether the words FROM STDIN stand in text[at, to) with nothing but blanks between them.
inline bool is_from_stdin(const uint8_t* text, uint64_t at, uint64_t to) {
    bool from = false;
    while (at < to) {
        if (is_blank(text[at])) {
            at++;
        } else if (is_in_word(text[at])) {
            if (from && begins_with_word(text, at, to, "stdin")) return true;
            from = begins_with_word(text, at, to, "from");
            while (at < to && is_in_word(text[at])) at++;
        } else {
            from = false;
            at++;
        }
    }
    return false;
}

}  // namespace gatun::GATUN_TIER::sql
