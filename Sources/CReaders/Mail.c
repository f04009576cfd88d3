#include <ctype.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "CReaders.h"

// GMime's objects are opaque here: its headers need GLib's, whose place differs from machine to machine.
typedef void *object;

struct byte_array {
  uint8_t *data;
  unsigned length;
};

#define GMIME_FUNCTIONS(each) \
  each(void, g_mime_init, (void)) \
  each(object, g_mime_stream_mem_new, (void)) \
  each(object, g_mime_stream_mem_new_with_buffer, (const char *, size_t)) \
  each(struct byte_array *, g_mime_stream_mem_get_byte_array, (object)) \
  each(object, g_mime_parser_new_with_stream, (object)) \
  each(object, g_mime_parser_construct_message, (object, object)) \
  each(const char *, g_mime_message_get_subject, (object)) \
  each(object, g_mime_message_get_date, (object)) \
  each(object, g_mime_message_get_from, (object)) \
  each(object, g_mime_message_get_mime_part, (object)) \
  each(int, internet_address_list_length, (object)) \
  each(object, internet_address_list_get_address, (object, int)) \
  each(const char *, internet_address_get_name, (object)) \
  each(const char *, internet_address_mailbox_get_addr, (object)) \
  each(size_t, internet_address_mailbox_get_type, (void)) \
  each(size_t, g_mime_multipart_get_type, (void)) \
  each(size_t, g_mime_part_get_type, (void)) \
  each(size_t, g_mime_message_part_get_type, (void)) \
  each(int, g_mime_multipart_get_count, (object)) \
  each(object, g_mime_multipart_get_part, (object, int)) \
  each(object, g_mime_message_part_get_message, (object)) \
  each(object, g_mime_object_get_content_type, (object)) \
  each(ptrdiff_t, g_mime_object_write_to_stream, (object, object, object)) \
  each(const char *, g_mime_content_type_get_media_type, (object)) \
  each(const char *, g_mime_content_type_get_media_subtype, (object)) \
  each(const char *, g_mime_content_type_get_parameter, (object, const char *)) \
  each(const char *, g_mime_part_get_filename, (object)) \
  each(int, g_mime_part_is_attachment, (object)) \
  each(object, g_mime_part_get_content, (object)) \
  each(ptrdiff_t, g_mime_data_wrapper_write_to_stream, (object, object)) \
  each(int, g_type_check_instance_is_a, (object, size_t)) \
  each(void, g_date_time_get_ymd, (object, int *, int *, int *)) \
  each(void, g_object_unref, (object))

static struct {
  int is_loaded;
#define DECLARE(type, name, arguments) type(*name) arguments;
  GMIME_FUNCTIONS(DECLARE)
#undef DECLARE
} gmime;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  // GLib comes with it, and its names are found through it.
  void *library = dlopen("libgmime-3.0.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define BIND(type, name, arguments) \
  if (!(gmime.name = (type(*) arguments)dlsym(library, #name))) return;
  GMIME_FUNCTIONS(BIND)
#undef BIND
  gmime.g_mime_init();
  gmime.is_loaded = 1;
}

struct walk {
  const struct mail_events *events;
  void *context;
  int max_depth;
  int parts_left;
  size_t bytes_left;
  int groups;
  enum reader_status status;
};

static void lower(char *text) {
  for (; *text; text++) *text = (char)tolower((unsigned char)*text);
}

// Gives the bytes of a part; `message` is set for a mail inside the mail.
static void give(struct walk *walk, object part, object message, const char *type, const char *charset, int group) {
  object stream = gmime.g_mime_stream_mem_new();
  if (message) {
    gmime.g_mime_object_write_to_stream(message, NULL, stream);
  } else {
    object content = gmime.g_mime_part_get_content(part);
    if (content) gmime.g_mime_data_wrapper_write_to_stream(content, stream);
  }
  struct byte_array *bytes = gmime.g_mime_stream_mem_get_byte_array(stream);
  if (bytes && bytes->length > walk->bytes_left) {
    walk->status = reader_too_large;
  } else if (bytes) {
    walk->bytes_left -= bytes->length;
    const char *name = message ? NULL : gmime.g_mime_part_get_filename(part);
    int is_attachment = message ? 1 : gmime.g_mime_part_is_attachment(part);
    walk->events->part(walk->context, type, charset, name, is_attachment, group, bytes->data, bytes->length);
  }
  gmime.g_object_unref(stream);
}

static void visit(struct walk *walk, object part, int depth, int group) {
  if (!part || walk->status != reader_ok) return;
  if (depth > walk->max_depth || walk->parts_left-- <= 0) {
    walk->status = reader_too_deep;
    return;
  }
  char type[128] = "";
  const char *charset = NULL;
  object content_type = gmime.g_mime_object_get_content_type(part);
  if (content_type) {
    const char *media = gmime.g_mime_content_type_get_media_type(content_type);
    const char *subtype = gmime.g_mime_content_type_get_media_subtype(content_type);
    snprintf(type, sizeof type, "%s/%s", media ? media : "", subtype ? subtype : "");
    lower(type);
    charset = gmime.g_mime_content_type_get_parameter(content_type, "charset");
  }
  if (gmime.g_type_check_instance_is_a(part, gmime.g_mime_multipart_get_type())) {
    int inner = strcmp(type, "multipart/alternative") == 0 ? ++walk->groups : group;
    int count = gmime.g_mime_multipart_get_count(part);
    for (int index = 0; index < count; index++) {
      visit(walk, gmime.g_mime_multipart_get_part(part, index), depth + 1, inner);
    }
  } else if (gmime.g_type_check_instance_is_a(part, gmime.g_mime_message_part_get_type())) {
    object message = gmime.g_mime_message_part_get_message(part);
    if (message) give(walk, part, message, "message/rfc822", NULL, 0);
  } else if (gmime.g_type_check_instance_is_a(part, gmime.g_mime_part_get_type())) {
    give(walk, part, NULL, type, charset, group);
  }
}

static void give_headers(struct walk *walk, object message) {
  const char *subject = gmime.g_mime_message_get_subject(message);
  if (subject) walk->events->header(walk->context, "subject", subject);
  object date = gmime.g_mime_message_get_date(message);
  if (date) {
    int year = 0, month = 0, day = 0;
    char iso[40];
    gmime.g_date_time_get_ymd(date, &year, &month, &day);
    snprintf(iso, sizeof iso, "%04d-%02d-%02d", year, month, day);
    walk->events->header(walk->context, "date", iso);
  }
  object from = gmime.g_mime_message_get_from(message);
  object first = from && gmime.internet_address_list_length(from) > 0
                     ? gmime.internet_address_list_get_address(from, 0)
                     : NULL;
  if (!first) return;
  const char *name = gmime.internet_address_get_name(first);
  if (name) walk->events->header(walk->context, "from-name", name);
  if (!gmime.g_type_check_instance_is_a(first, gmime.internet_address_mailbox_get_type())) return;
  const char *address = gmime.internet_address_mailbox_get_addr(first);
  if (address) walk->events->header(walk->context, "from-address", address);
}

enum reader_status mail_parse(
    const uint8_t *bytes, size_t length, int max_depth, int max_parts, size_t max_bytes,
    const struct mail_events *events, void *context) {
  pthread_once(&once, load);
  if (!gmime.is_loaded) return reader_missing;
  struct walk walk = {
      .events = events, .context = context, .max_depth = max_depth, .parts_left = max_parts, .bytes_left = max_bytes};
  object stream = gmime.g_mime_stream_mem_new_with_buffer((const char *)bytes, length);
  object parser = gmime.g_mime_parser_new_with_stream(stream);
  object message = gmime.g_mime_parser_construct_message(parser, NULL);
  if (message) {
    give_headers(&walk, message);
    visit(&walk, gmime.g_mime_message_get_mime_part(message), 0, 0);
    gmime.g_object_unref(message);
  } else {
    walk.status = reader_damaged;
  }
  gmime.g_object_unref(parser);
  gmime.g_object_unref(stream);
  return walk.status;
}
