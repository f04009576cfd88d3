#include <archive.h>
#include <archive_entry.h>
#include <dlfcn.h>
#include <locale.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "CReaders.h"

#define LIBARCHIVE_FUNCTIONS(each) \
  each(archive_entry_filetype) \
  each(archive_entry_is_data_encrypted) \
  each(archive_entry_is_metadata_encrypted) \
  each(archive_entry_pathname) \
  each(archive_entry_pathname_utf8) \
  each(archive_errno) \
  each(archive_error_string) \
  each(archive_read_data) \
  each(archive_read_free) \
  each(archive_read_new) \
  each(archive_read_next_header) \
  each(archive_read_open_memory) \
  each(archive_read_support_filter_gzip) \
  each(archive_read_support_format_raw) \
  each(archive_read_support_format_tar) \
  each(archive_read_support_format_zip_seekable)

static struct {
  int is_loaded;
  // Names are UTF-8 whatever the user's locale, which a program of dates and words does not set.
  locale_t locale;
#define DECLARE(name) __typeof__(name) *name##_;
  LIBARCHIVE_FUNCTIONS(DECLARE)
#undef DECLARE
} libarchive;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define BIND(name) \
  if (!(libarchive.name##_ = (__typeof__(name) *)dlsym(library, #name))) return;
  LIBARCHIVE_FUNCTIONS(BIND)
#undef BIND
  libarchive.locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  libarchive.is_loaded = 1;
}

struct archive_reader {
  struct archive *archive;
};

static void say(struct archive *archive, char *message, size_t room) {
  const char *text = libarchive.archive_error_string_(archive);
  snprintf(message, room, "%s", text ? text : "unreadable");
}

enum reader_status archive_open_bytes(
    const uint8_t *bytes, size_t length, int is_gzip_alone, archive_reader **reader, char *message, size_t room) {
  *reader = NULL;
  message[0] = 0;
  pthread_once(&once, load);
  if (!libarchive.is_loaded) return reader_missing;
  archive_reader *made = calloc(1, sizeof *made);
  if (!made) return reader_failed;
  made->archive = libarchive.archive_read_new_();
  if (!made->archive) {
    free(made);
    return reader_failed;
  }
  // Only these: each format more is code more that hostile bytes could reach.
  libarchive.archive_read_support_filter_gzip_(made->archive);
  if (is_gzip_alone) {
    libarchive.archive_read_support_format_raw_(made->archive);
  } else {
    libarchive.archive_read_support_format_tar_(made->archive);
    libarchive.archive_read_support_format_zip_seekable_(made->archive);
  }
  if (libarchive.archive_read_open_memory_(made->archive, bytes, length) != ARCHIVE_OK) {
    say(made->archive, message, room);
    archive_close(made);
    return reader_damaged;
  }
  *reader = made;
  return reader_ok;
}

enum reader_status archive_next(archive_reader *reader, struct archive_member *member, char *message, size_t room) {
  struct archive_entry *entry = NULL;
  locale_t previous = libarchive.locale ? uselocale(libarchive.locale) : (locale_t)0;
  int result = libarchive.archive_read_next_header_(reader->archive, &entry);
  const char *name = NULL;
  if (result >= ARCHIVE_WARN && result != ARCHIVE_EOF) {
    name = libarchive.archive_entry_pathname_utf8_(entry);
    if (!name) name = libarchive.archive_entry_pathname_(entry);
  }
  if (previous) uselocale(previous);
  if (result == ARCHIVE_EOF) return reader_end;
  if (result < ARCHIVE_WARN) {
    say(reader->archive, message, room);
    return reader_damaged;
  }
  member->name = name;
  mode_t type = libarchive.archive_entry_filetype_(entry);
  // Compressed files alone have no type.
  member->is_file = type == AE_IFREG || type == 0;
  member->is_encrypted = libarchive.archive_entry_is_data_encrypted_(entry) > 0 ||
                         libarchive.archive_entry_is_metadata_encrypted_(entry) > 0;
  return reader_ok;
}

enum reader_status archive_bytes(
    archive_reader *reader, uint8_t *buffer, size_t buffer_room, size_t *count, char *message, size_t room) {
  la_ssize_t got = libarchive.archive_read_data_(reader->archive, buffer, buffer_room);
  *count = got > 0 ? (size_t)got : 0;
  if (got >= 0) return reader_ok;
  say(reader->archive, message, room);
  return reader_damaged;
}

void archive_close(archive_reader *reader) {
  if (!reader) return;
  if (reader->archive) libarchive.archive_read_free_(reader->archive);
  free(reader);
}
