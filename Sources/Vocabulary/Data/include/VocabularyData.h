#ifndef VOCABULARY_DATA_H
#define VOCABULARY_DATA_H

#include <stddef.h>
#include <stdint.h>

/// The vocabulary files of this folder, embedded in the binary as they are.
enum vocabulary_file {
  vocabulary_countries,
  vocabulary_organisations,
  vocabulary_domains,
  vocabulary_domain_terms,
  vocabulary_lexicon,
  vocabulary_word_classes,
  vocabulary_verbs,
  vocabulary_cues,
  vocabulary_furniture,
  vocabulary_calendar,
  vocabulary_publishers,
  vocabulary_currencies,
  vocabulary_numbers,
  vocabulary_deadlines,
  vocabulary_details,
  vocabulary_rule_words,
};

/// The bytes of a file: UTF-8, valid for the life of the process; its length goes to `*length`.
const uint8_t *vocabulary_bytes(enum vocabulary_file file, size_t *length);

/// The line of a table whose first cell is `code`, without its line break; null where there is none.
const uint8_t *vocabulary_line(
    const uint8_t *table, size_t length, const uint8_t *code, size_t code_length, size_t *line_length);

#endif
