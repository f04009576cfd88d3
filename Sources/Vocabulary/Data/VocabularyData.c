#include "VocabularyData.h"

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
  }
  *length = 0;
  return 0;
}
