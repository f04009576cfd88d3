#define _GNU_SOURCE
#include "PseudoTerminal.h"

#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

int pseudo_terminal_start(
    const char *path, char *const argv[], char *const envp[], int rows, int columns, int *child) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  int master = -1;
  *child = forkpty(&master, NULL, NULL, &size);
  if (*child == 0) {
    // The tests' own threads may block signals; a terminal's programs start without that.
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGINT, SIG_DFL);
    execve(path, argv, envp);
    _exit(127);
  }
  return *child < 0 ? -1 : master;
}

void pseudo_terminal_resize(int master, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  ioctl(master, TIOCSWINSZ, &size);
}
