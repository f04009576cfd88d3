#ifndef PSEUDO_TERMINAL_H
#define PSEUDO_TERMINAL_H

/// Starts a program in a pseudo-terminal of its own. Gives the terminal's master side, or -1; `*child` is the
/// process. `argv` and `envp` end with null.
int pseudo_terminal_start(
    const char *path, char *const argv[], char *const envp[], int rows, int columns, int *child);

/// Changes the size; the program is told by SIGWINCH.
void pseudo_terminal_resize(int master, int rows, int columns);

#endif
