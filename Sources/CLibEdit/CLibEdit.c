#include "CLibEdit.h"

#include <dlfcn.h>
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

// libedit is loaded when a shell opens: with the three libraries behind it, it would cost a one-shot command a fifth of
// its time.
#define LIBEDIT_FUNCTIONS(each) \
  each(el_init) \
  each(el_end) \
  each(el_gets) \
  each(el_set) \
  each(el_get) \
  each(el_wgetc) \
  each(el_line) \
  each(el_insertstr) \
  each(el_winsertstr) \
  each(el_deletestr) \
  each(history_init) \
  each(history_end) \
  each(history)

static struct {
  void *library;
#define DECLARE(name) __typeof__(name) *name##_;
  LIBEDIT_FUNCTIONS(DECLARE)
#undef DECLARE
} libedit;

// 0 where libedit or one of its functions is missing.
static int load_libedit(void) {
  if (libedit.library) return 1;
  void *library = dlopen("libedit.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
#define BIND(name) \
  if (!(libedit.name##_ = (__typeof__(name) *)dlsym(library, #name))) return 0;
  LIBEDIT_FUNCTIONS(BIND)
#undef BIND
  libedit.library = library;
  return 1;
}

#define el_init libedit.el_init_
#define el_end libedit.el_end_
#define el_gets libedit.el_gets_
#define el_set libedit.el_set_
#define el_get libedit.el_get_
#define el_wgetc libedit.el_wgetc_
#define el_line libedit.el_line_
#define el_insertstr libedit.el_insertstr_
#define el_winsertstr libedit.el_winsertstr_
#define el_deletestr libedit.el_deletestr_
#define history_init libedit.history_init_
#define history_end libedit.history_end_
#define history(...) libedit.history_(__VA_ARGS__)

struct line_editor {
  EditLine *el;
  History *history;
  const char *prompt;
  line_editor_completer complete;
  void *context;
  char *line;
  int interrupted;
  unsigned char after_completion;
};

static line_editor *owner(EditLine *el) {
  line_editor *editor = NULL;
  el_get(el, EL_CLIENTDATA, &editor);
  return editor;
}

static char *prompt(EditLine *el) { return (char *)owner(el)->prompt; }

// Ends the line as end of input would; `line_editor_read` tells the two apart.
static unsigned char interrupt(EditLine *el, int key) {
  (void)key;
  owner(el)->interrupted = 1;
  return CC_EOF;
}

// Ctrl-Z, which is a key like Ctrl-C: libedit's signal handler restores the terminal and draws the line again later.
static unsigned char suspend(EditLine *el, int key) {
  (void)el;
  (void)key;
  raise(SIGTSTP);
  return CC_NORM;
}

static unsigned char complete(EditLine *el, int key) {
  (void)key;
  line_editor *editor = owner(el);
  const LineInfo *info = el_line(el);
  editor->after_completion = CC_REFRESH;
  editor->complete(editor, info->buffer, (size_t)(info->cursor - info->buffer), editor->context);
  return editor->after_completion;
}

enum { paste_limit = 1 << 20 };

// What the terminal sends between ESC [ 200 ~ and ESC [ 201 ~ was pasted. It goes into the line and is not run:
// its line ends become blanks, and other control characters, which could be commands of the editor, are dropped.
static unsigned char paste(EditLine *el, int key) {
  (void)key;
  static const wchar_t end[] = L"\033[201~";
  const size_t end_length = sizeof end / sizeof *end - 1;
  wchar_t *text = malloc((paste_limit + 1) * sizeof *text);
  size_t length = 0;
  wchar_t character;
  if (!text) return CC_ERROR;
  while (length < paste_limit && el_wgetc(el, &character) == 1) {
    text[length++] = character;
    if (length >= end_length && wmemcmp(text + length - end_length, end, end_length) == 0) {
      length -= end_length;
      break;
    }
  }
  size_t kept = 0;
  for (size_t index = 0; index < length; index++) {
    wchar_t now = text[index];
    if (now == L'\n' || now == L'\r' || now == L'\t') now = L' ';
    if (now < L' ' || (now >= 0x7F && now < 0xA0)) continue;
    if (now == L' ' && kept > 0 && text[kept - 1] == L' ') continue;
    text[kept++] = now;
  }
  text[kept] = 0;
  if (kept > 0) el_winsertstr(el, text);
  free(text);
  return CC_REFRESH;
}

static void bind_keys(EditLine *el) {
  el_set(el, EL_ADDFN, "kb-complete", "Complete the word", complete);
  el_set(el, EL_ADDFN, "kb-interrupt", "Give the line up", interrupt);
  el_set(el, EL_ADDFN, "kb-paste", "Insert pasted text", paste);
  el_set(el, EL_BIND, "^I", "kb-complete", NULL);
  // To the end first, so that what follows is printed below the whole line.
  el_set(el, EL_BIND, "^X^C", "kb-interrupt", NULL);
  el_set(el, EL_BIND, "-s", "^C", "^E^X^C", NULL);
  el_set(el, EL_ADDFN, "kb-suspend", "Suspend the program", suspend);
  el_set(el, EL_BIND, "^Z", "kb-suspend", NULL);
  el_set(el, EL_BIND, "\033[200~", "kb-paste", NULL);
  // Up and Down keep to lines that begin like this one.
  el_set(el, EL_BIND, "\033[A", "ed-search-prev-history", NULL);
  el_set(el, EL_BIND, "\033OA", "ed-search-prev-history", NULL);
  el_set(el, EL_BIND, "\033[B", "ed-search-next-history", NULL);
  el_set(el, EL_BIND, "\033OB", "ed-search-next-history", NULL);
  el_set(el, EL_BIND, "^R", "em-inc-search-prev", NULL);
  el_set(el, EL_BIND, "^S", "em-inc-search-next", NULL);
  el_set(el, EL_BIND, "^W", "ed-delete-prev-word", NULL);
  // Home, End, Delete and word moves, as terminals send them.
  el_set(el, EL_BIND, "\033[H", "ed-move-to-beg", NULL);
  el_set(el, EL_BIND, "\033[1~", "ed-move-to-beg", NULL);
  el_set(el, EL_BIND, "\033[F", "ed-move-to-end", NULL);
  el_set(el, EL_BIND, "\033[4~", "ed-move-to-end", NULL);
  el_set(el, EL_BIND, "\033[3~", "ed-delete-next-char", NULL);
  el_set(el, EL_BIND, "\033[1;5C", "em-next-word", NULL);
  el_set(el, EL_BIND, "\033[1;5D", "ed-prev-word", NULL);
}

int line_editor_prepare_locale(void) {
  if (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 1;
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

line_editor *line_editor_open(const char *program, line_editor_completer completer, void *context) {
  if (!load_libedit()) return NULL;
  line_editor *editor = calloc(1, sizeof *editor);
  if (!editor) return NULL;
  editor->complete = completer;
  editor->context = context;
  editor->prompt = "";
  editor->el = el_init(program, stdin, stdout, stderr);
  editor->history = history_init();
  if (!editor->el || !editor->history) {
    line_editor_close(editor);
    return NULL;
  }
  HistEvent event;
  history(editor->history, &event, H_SETSIZE, 10000);
  el_set(editor->el, EL_CLIENTDATA, editor);
  el_set(editor->el, EL_PROMPT, prompt);
  el_set(editor->el, EL_EDITOR, "emacs");
  el_set(editor->el, EL_HIST, libedit.history_, editor->history);
  el_set(editor->el, EL_SIGNAL, 1);
  bind_keys(editor->el);
  // While a line is edited Ctrl-C is a key like others; while a query runs it is a signal. Clearing the one
  // character ("intr=") has no effect on libedit's own copy of them, so signal keys go as a whole.
  el_set(editor->el, EL_SETTY, "-d", "-isig", NULL);
  return editor;
}

void line_editor_close(line_editor *editor) {
  if (!editor) return;
  if (editor->el) el_end(editor->el);
  if (editor->history) history_end(editor->history);
  free(editor->line);
  free(editor);
}

// Asks the terminal to say where a paste begins and ends.
static void set_bracketed_paste(int on) {
  const char *sequence = on ? "\033[?2004h" : "\033[?2004l";
  ssize_t written = write(STDOUT_FILENO, sequence, strlen(sequence));
  (void)written;
}

const char *line_editor_read(line_editor *editor, const char *text, enum line_editor_result *result) {
  int count = 0;
  editor->prompt = text;
  editor->interrupted = 0;
  // libedit shows the prompt first and changes the terminal after: a Ctrl-D typed in between would be lost.
  el_set(editor->el, EL_PREP_TERM, 1);
  set_bracketed_paste(1);
  const char *line = el_gets(editor->el, &count);
  set_bracketed_paste(0);
  if (editor->interrupted) {
    *result = line_editor_interrupted;
    return NULL;
  }
  if (!line || count <= 0) {
    *result = count < 0 ? line_editor_failed : line_editor_end;
    return NULL;
  }
  free(editor->line);
  editor->line = strdup(line);
  if (!editor->line) {
    *result = line_editor_failed;
    return NULL;
  }
  editor->line[strcspn(editor->line, "\n")] = 0;
  *result = line_editor_line;
  return editor->line;
}

void line_editor_set_history(line_editor *editor, const char *const *entries, size_t count) {
  HistEvent event;
  history(editor->history, &event, H_CLEAR);
  for (size_t index = 0; index < count; index++) history(editor->history, &event, H_ENTER, entries[index]);
}

void line_editor_replace(line_editor *editor, int characters, const char *text) {
  if (characters > 0) el_deletestr(editor->el, characters);
  el_insertstr(editor->el, text);
}

void line_editor_list(line_editor *editor, const char *text) {
  fputs("\n", stdout);
  fputs(text, stdout);
  fflush(stdout);
  editor->after_completion = CC_REDISPLAY;
}
