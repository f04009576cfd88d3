#include <dlfcn.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "CReaders.h"

#define LIBXML2_FUNCTIONS(each) \
  each(htmlCreateMemoryParserCtxt) \
  each(htmlCtxtUseOptions) \
  each(htmlEntityLookup) \
  each(htmlFreeParserCtxt) \
  each(htmlParseDocument) \
  each(xmlCreateMemoryParserCtxt) \
  each(xmlCtxtUseOptions) \
  each(xmlFreeDoc) \
  each(xmlFreeParserCtxt) \
  each(xmlInitParser) \
  each(xmlParseDocument) \
  each(xmlStopParser) \
  each(xmlSwitchEncoding)

static struct {
  int is_loaded;
#define DECLARE(name) __typeof__(name) *name##_;
  LIBXML2_FUNCTIONS(DECLARE)
#undef DECLARE
} libxml2;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define BIND(name) \
  if (!(libxml2.name##_ = (__typeof__(name) *)dlsym(library, #name))) return;
  LIBXML2_FUNCTIONS(BIND)
#undef BIND
  libxml2.xmlInitParser_();
  libxml2.is_loaded = 1;
}

// One parse.
struct parse {
  const struct markup_events *events;
  void *context;
  xmlParserCtxtPtr parser;
  int depth;
  int max_depth;
  int is_too_deep;
  long long deadline;
  unsigned seen;
  int is_late;
  // What a name such as &eacute; in XML stands for.
  xmlEntity entity;
  char letter[8];
};

static long long milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

// Nothing more of it is wanted. The clock is read now and then: whatever makes the parser slow, it goes on from event to
// event.
static int is_over(struct parse *parse) {
  if (parse->is_too_deep || parse->is_late) return 1;
  if (++parse->seen % 1024 || milliseconds() < parse->deadline) return 0;
  parse->is_late = 1;
  libxml2.xmlStopParser_(parse->parser);
  return 1;
}

static void start_element(void *data, const xmlChar *name, const xmlChar **attributes) {
  struct parse *parse = data;
  if (is_over(parse)) return;
  if (++parse->depth > parse->max_depth) {
    parse->is_too_deep = 1;
    libxml2.xmlStopParser_(parse->parser);
    return;
  }
  parse->events->start(parse->context, (const char *)name, (const char *const *)attributes);
}

static void end_element(void *data, const xmlChar *name) {
  (void)name;
  struct parse *parse = data;
  if (is_over(parse)) return;
  parse->depth--;
  parse->events->end(parse->context);
}

static void characters(void *data, const xmlChar *text, int length) {
  struct parse *parse = data;
  if (!is_over(parse) && length > 0) parse->events->text(parse->context, (const char *)text, (size_t)length);
}

static size_t encode(unsigned value, char *letter) {
  if (value < 0x80) {
    letter[0] = (char)value;
    return 1;
  }
  if (value < 0x800) {
    letter[0] = (char)(0xC0 | value >> 6);
    letter[1] = (char)(0x80 | (value & 0x3F));
    return 2;
  }
  letter[0] = (char)(0xE0 | value >> 12);
  letter[1] = (char)(0x80 | (value >> 6 & 0x3F));
  letter[2] = (char)(0x80 | (value & 0x3F));
  return 3;
}

// Feeds use the names of HTML without declaring them. What a document declares itself is never asked for: entities
// that unfold into each other, or name a file, stay what they are.
static xmlEntityPtr entity(void *data, const xmlChar *name) {
  struct parse *parse = data;
  const htmlEntityDesc *known = libxml2.htmlEntityLookup_(name);
  if (!known || known->value > 0xFFFF) return NULL;
  size_t length = encode(known->value, parse->letter);
  parse->letter[length] = 0;
  memset(&parse->entity, 0, sizeof parse->entity);
  parse->entity.type = XML_ENTITY_DECL;
  parse->entity.name = name;
  parse->entity.content = (xmlChar *)parse->letter;
  parse->entity.length = (int)length;
  parse->entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
  return &parse->entity;
}

// libxml2 compares each attribute of a tag with all before it: a tag of a hundred thousand would take minutes. So many
// bytes outside of quotes no honest tag has.
enum { longest_tag = 4096 };

static int starts_with(const uint8_t *bytes, const uint8_t *end, const char *word) {
  for (; *word; word++, bytes++) {
    if (bytes >= end || (*bytes | 0x20) != (*word | 0x20)) return 0;
  }
  return 1;
}

// The place after `word`, or the end.
static const uint8_t *after(const uint8_t *bytes, const uint8_t *end, const char *word) {
  while (bytes < end && !starts_with(bytes, end, word)) bytes++;
  size_t length = strlen(word);
  return (size_t)(end - bytes) > length ? bytes + length : end;
}

static const uint8_t *after_quoted(const uint8_t *bytes, const uint8_t *end) {
  const uint8_t *close = memchr(bytes + 1, *bytes, (size_t)(end - bytes - 1));
  return close ? close + 1 : end;
}

static int has_endless_tag(const uint8_t *bytes, size_t length) {
  const uint8_t *end = bytes + length;
  while (bytes < end && (bytes = memchr(bytes, '<', (size_t)(end - bytes)))) {
    if (starts_with(bytes, end, "<!--")) {
      bytes = after(bytes + 4, end, "-->");
    } else if (starts_with(bytes, end, "<script")) {
      bytes = after(bytes + 7, end, "</script");
    } else if (starts_with(bytes, end, "<style")) {
      bytes = after(bytes + 6, end, "</style");
    } else if (starts_with(bytes, end, "<![CDATA[")) {
      bytes = after(bytes + 9, end, "]]>");
    } else {
      int counted = 0;
      bytes++;
      if (bytes < end && ((*bytes | 0x20) < 'a' || (*bytes | 0x20) > 'z')) continue;
      while (bytes < end && *bytes != '<' && *bytes != '>') {
        int is_value = *bytes == '=';
        if (++counted > longest_tag) return 1;
        bytes++;
        while (is_value && bytes < end && (*bytes == ' ' || *bytes == '\t' || *bytes == '\n' || *bytes == '\r')) bytes++;
        if (is_value && bytes < end && (*bytes == '"' || *bytes == '\'')) bytes = after_quoted(bytes, end);
      }
    }
  }
  return 0;
}

enum reader_status markup_parse(
    const uint8_t *bytes, size_t length, int is_html, int max_depth, unsigned seconds,
    const struct markup_events *events, void *context, char *message, size_t room) {
  message[0] = 0;
  pthread_once(&once, load);
  if (!libxml2.is_loaded) return reader_missing;
  if (length == 0 || length > INT32_MAX) return reader_damaged;
  if (has_endless_tag(bytes, length)) {
    snprintf(message, room, "a tag of more than %d bytes", longest_tag);
    return reader_failed;
  }
  xmlParserCtxtPtr parser = is_html ? libxml2.htmlCreateMemoryParserCtxt_((const char *)bytes, (int)length)
                                    : libxml2.xmlCreateMemoryParserCtxt_((const char *)bytes, (int)length);
  if (!parser) {
    snprintf(message, room, "no memory");
    return reader_failed;
  }
  struct parse parse = {
      .events = events, .context = context, .parser = parser, .max_depth = max_depth,
      .deadline = milliseconds() + seconds * 1000LL};
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->initialized = 1;
  parser->sax->startElement = start_element;
  parser->sax->endElement = end_element;
  parser->sax->characters = characters;
  parser->sax->ignorableWhitespace = characters;
  parser->sax->cdataBlock = characters;
  parser->sax->getEntity = is_html ? NULL : entity;
  parser->userData = &parse;
  // What it is encoded in was found before; what it declares may be wrong.
  if (is_html) {
    libxml2.htmlCtxtUseOptions_(
        parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    libxml2.xmlSwitchEncoding_(parser, XML_CHAR_ENCODING_UTF8);
    libxml2.htmlParseDocument_(parser);
  } else {
    libxml2.xmlCtxtUseOptions_(
        parser, XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    libxml2.xmlSwitchEncoding_(parser, XML_CHAR_ENCODING_UTF8);
    libxml2.xmlParseDocument_(parser);
  }
  enum reader_status status = reader_ok;
  if (parse.is_too_deep) {
    status = reader_too_deep;
  } else if (parse.is_late) {
    status = reader_timed_out;
  } else if (!is_html && !parser->wellFormed) {
    status = reader_damaged;
    const char *text = parser->lastError.message;
    if (text) snprintf(message, room, "line %d: %.*s", parser->lastError.line, (int)strcspn(text, "\n"), text);
    if (text && strstr(text, "xcessive depth")) status = reader_too_deep;
  }
  xmlDocPtr document = parser->myDoc;
  parser->myDoc = NULL;
  if (document) libxml2.xmlFreeDoc_(document);
  if (is_html)
    libxml2.htmlFreeParserCtxt_(parser);
  else
    libxml2.xmlFreeParserCtxt_(parser);
  return status;
}
