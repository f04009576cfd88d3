#ifndef CREADERS_H
#define CREADERS_H

#include <stddef.h>
#include <stdint.h>

// Decoders of file formats. Each library is loaded when the first file needs it, so that nothing else waits for it.

enum reader_status {
  reader_ok,
  reader_missing,    ///< the library or program is not installed
  reader_damaged,    ///< it read up to the fault
  reader_too_deep,   ///< elements inside elements, beyond the limit
  reader_encrypted,
  reader_end,        ///< no more members
  reader_failed,     ///< the system refused: no memory, no processes
  reader_timed_out,
  reader_too_large,
  reader_crashed,    ///< the program ended by a signal or ran out of memory
};

// Markup, by libxml2: what stands in the text in the order in which it stands. No network, no files, no entities but
// those of XML and HTML.

struct markup_events {
  /// `attributes`: name, value, name, value …, null at the end; null where there are none. Values may be null.
  /// `name` is the same pointer for the same name within one parse.
  void (*start)(void *context, const char *name, const char *const *attributes);
  void (*end)(void *context);
  void (*text)(void *context, const char *bytes, size_t length);
};

/// Parses UTF-8 without zero bytes. `message`, of `room` bytes, gets what libxml2 says of the first fault.
enum reader_status markup_parse(
    const uint8_t *bytes, size_t length, int is_html, int max_depth, unsigned seconds,
    const struct markup_events *events, void *context, char *message, size_t room);

// Archives, by libarchive: zip, tar, gzip of one file.

typedef struct archive_reader archive_reader;

struct archive_member {
  /// The name as UTF-8 where it can be told; valid until the next member. May be null.
  const char *name;
  int is_file;
  int is_encrypted;
};

/// Reads from `bytes`, which must outlive it. `is_gzip_alone`: one compressed file, no tar.
enum reader_status archive_open_bytes(
    const uint8_t *bytes, size_t length, int is_gzip_alone, archive_reader **reader, char *message, size_t room);
enum reader_status archive_next(archive_reader *reader, struct archive_member *member, char *message, size_t room);
/// Up to `room` bytes of the current member; `*count` is 0 at its end.
enum reader_status archive_bytes(
    archive_reader *reader, uint8_t *buffer, size_t buffer_room, size_t *count, char *message, size_t room);
void archive_close(archive_reader *reader);

// A program that reads a file of its own, in a process with limits: no shell, no environment, no files to write.

struct program_limits {
  unsigned seconds;
  size_t memory;
  size_t output;
};

struct program_result {
  uint8_t *output;  ///< to be freed with `program_free`
  size_t length;
  int exit_code;
  char message[512];  ///< the beginning of its standard error
};

/// Runs `path` with `arguments` (null at the end), `bytes` as a file at standard input, seekable.
enum reader_status program_run(
    const char *path, const char *const *arguments, const uint8_t *bytes, size_t length,
    const struct program_limits *limits, struct program_result *result);
void program_free(uint8_t *output);

// Letters and accents joined (NFC), by libutf8proc.

/// `*output` is to be freed with `normalised_free`.
enum reader_status normalised(const uint8_t *bytes, size_t length, uint8_t **output, size_t *output_length);
void normalised_free(uint8_t *output);

// Mail, by GMime.

struct mail_events {
  /// A header, decoded: "subject", "from-name", "from-address", "date" (ISO).
  void (*header)(void *context, const char *name, const char *value);
  /// A part that is no multipart. `type` is "text/plain" and the like, in lower case; `charset` and `name` may be null.
  /// `group` is the number of the multipart/alternative it lies in, 0 for none.
  void (*part)(
      void *context, const char *type, const char *charset, const char *name, int is_attachment, int group,
      const uint8_t *bytes, size_t length);
};

enum reader_status mail_parse(
    const uint8_t *bytes, size_t length, int max_depth, int max_parts, size_t max_bytes,
    const struct mail_events *events, void *context);

#endif
