#include "Schema.h"

// #embed is C23; the compiler of this toolchain knows it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

// One array a migration, in order. A migration that has been published is never edited: add the next.
static const char migration_1[] = {
#embed "0001-agreements.sql"
  , 0
};

static const char *const migrations[] = {migration_1};

int schema_migration_count(void) { return sizeof migrations / sizeof *migrations; }

const char *schema_migration(int number) {
  return number >= 1 && number <= schema_migration_count() ? migrations[number - 1] : 0;
}
