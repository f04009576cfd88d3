#define _GNU_SOURCE
#include "VocabularyData.h"

#include <string.h>

// #embed is C23; the compiler of this toolchain knows it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t countries[] = {
#embed "countries.tsv"
};
static const uint8_t organisations[] = {
#embed "organisations.tsv"
};
static const uint8_t domains[] = {
#embed "domains.tsv"
};
static const uint8_t domain_terms[] = {
#embed "domain-terms.tsv"
};
static const uint8_t lexicon[] = {
#embed "lexicon.tsv"
};

static const uint8_t word_classes[] = {
#embed "word-classes.tsv"
};
static const uint8_t verbs[] = {
#embed "verbs.tsv"
};
static const uint8_t cues[] = {
#embed "cues.tsv"
};
static const uint8_t furniture[] = {
#embed "furniture.tsv"
};
static const uint8_t calendar[] = {
#embed "calendar.tsv"
};
static const uint8_t publishers[] = {
#embed "publishers.tsv"
};
static const uint8_t currencies[] = {
#embed "currencies.tsv"
};
static const uint8_t numbers[] = {
#embed "numbers.tsv"
};
static const uint8_t deadlines[] = {
#embed "deadlines.tsv"
};
static const uint8_t rule_words[] = {
#embed "rule-words.tsv"
};
static const uint8_t details[] = {
#embed "details.tsv"
};

#define FILE_CASE(name) \
  case vocabulary_##name: \
    *length = sizeof name; \
    return name

const uint8_t *vocabulary_bytes(enum vocabulary_file file, size_t *length) {
  switch (file) {
    FILE_CASE(countries);
    FILE_CASE(organisations);
    FILE_CASE(domains);
    FILE_CASE(domain_terms);
    FILE_CASE(lexicon);
    FILE_CASE(word_classes);
    FILE_CASE(verbs);
    FILE_CASE(cues);
    FILE_CASE(furniture);
    FILE_CASE(calendar);
    FILE_CASE(publishers);
    FILE_CASE(currencies);
    FILE_CASE(numbers);
    FILE_CASE(deadlines);
    FILE_CASE(details);
    FILE_CASE(rule_words);
  }
  *length = 0;
  return 0;
}

const uint8_t *vocabulary_line(
    const uint8_t *table, size_t length, const uint8_t *code, size_t code_length, size_t *line_length) {
  const uint8_t *end = table + length;
  const uint8_t *place = table;
  while (code_length && place < end && (place = memmem(place, end - place, code, code_length))) {
    const uint8_t *after = place + code_length;
    if ((place == table || place[-1] == '\n') && after < end && *after == '\t') {
      const uint8_t *stop = memchr(after, '\n', end - after);
      *line_length = (stop ? stop : end) - place;
      return place;
    }
    place++;
  }
  return 0;
}
