#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <utf8proc.h>

#include "CReaders.h"

static __typeof__(utf8proc_map) *map;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("libutf8proc.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libutf8proc.so.3", RTLD_NOW | RTLD_LOCAL);
  if (library) map = (__typeof__(utf8proc_map) *)dlsym(library, "utf8proc_map");
}

enum reader_status normalised(const uint8_t *bytes, size_t length, uint8_t **output, size_t *output_length) {
  pthread_once(&once, load);
  if (!map) return reader_missing;
  utf8proc_ssize_t result = map(bytes, (utf8proc_ssize_t)length, output, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  if (result < 0) return reader_damaged;
  *output_length = (size_t)result;
  return reader_ok;
}

void normalised_free(uint8_t *output) { free(output); }
