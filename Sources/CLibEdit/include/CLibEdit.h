#ifndef CLIBEDIT_H
#define CLIBEDIT_H

#include <stddef.h>

/// Line editing by libedit. Its own interface is variadic, which Swift cannot call; this is the part that `kb`
/// needs, with UTF-8 in and out. Not for several threads.
typedef struct line_editor line_editor;

/// Called when Tab is pressed, with the line up to the cursor (`length` bytes of UTF-8, no zero at its end).
/// It may call `line_editor_replace` and `line_editor_list`.
typedef void (*line_editor_completer)(line_editor *editor, const char *line, size_t length, void *context);

enum line_editor_result {
  line_editor_line,         ///< a line was entered
  line_editor_end,          ///< end of input: Ctrl-D on an empty line
  line_editor_interrupted,  ///< Ctrl-C: the line was given up
  line_editor_failed,
};

/// Sets the character type locale to the user's if that is UTF-8, else to C.UTF-8, without which libedit counts
/// bytes for characters. Gives 0 where neither is available.
int line_editor_prepare_locale(void);

/// An editor on standard input and output, or null. To be closed.
line_editor *line_editor_open(const char *program, line_editor_completer completer, void *context);
void line_editor_close(line_editor *editor);

/// Reads a line; it is valid until the next call, without its newline. Null unless `*result` is `line_editor_line`.
const char *line_editor_read(line_editor *editor, const char *prompt, enum line_editor_result *result);

/// Replaces what Up, Down and Ctrl-R find; the newest entry comes last.
void line_editor_set_history(line_editor *editor, const char *const *entries, size_t count);

/// From a completer: puts `text` in place of the `characters` before the cursor.
void line_editor_replace(line_editor *editor, int characters, const char *text);

/// From a completer: prints text below the line, which is then drawn again.
void line_editor_list(line_editor *editor, const char *text);

#endif
