#ifndef SCHEMA_H
#define SCHEMA_H

/// How many migrations there are; they are numbered from 1, and the store's `user_version` is the last one run.
int schema_migration_count(void);

/// The SQL of migration `number` (1 … count), zero-terminated UTF-8; null where there is none of that number.
const char *schema_migration(int number);

#endif
