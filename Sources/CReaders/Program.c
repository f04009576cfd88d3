#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "CReaders.h"

static void limit(int resource, rlim_t value) {
  struct rlimit limits = {value, value};
  setrlimit(resource, &limits);
}

// In the child, where only calls that are safe after fork may stand.
static void become(
    const char *path, const char *const *arguments, int input, int output, int errors,
    const struct program_limits *limits) {
  static const char *const environment[] = {"LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", NULL};
  if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(errors, 2) < 0 || chdir("/") < 0) _exit(126);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  // Ctrl-C ends this reading by its parent, not by a half-read answer.
  setpgid(0, 0);
  limit(RLIMIT_CPU, limits->seconds);
  limit(RLIMIT_AS, limits->memory);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, 64);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  execve(path, (char *const *)arguments, (char *const *)environment);
  _exit(127);
}

static int memory_file(const uint8_t *bytes, size_t length) {
  int file = memfd_create("document", MFD_CLOEXEC);
  if (file < 0) return -1;
  size_t written = 0;
  while (written < length) {
    ssize_t count = write(file, bytes + written, length - written);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      close(file);
      return -1;
    }
    written += (size_t)count;
  }
  lseek(file, 0, SEEK_SET);
  return file;
}

static long long milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static int append(struct program_result *result, size_t *room, const uint8_t *bytes, size_t count) {
  if (result->length + count > *room) {
    size_t wanted = (result->length + count) * 2;
    uint8_t *grown = realloc(result->output, wanted);
    if (!grown) return 0;
    result->output = grown;
    *room = wanted;
  }
  memcpy(result->output + result->length, bytes, count);
  result->length += count;
  return 1;
}

// Takes what the program writes until it closes both ends, or a limit is reached.
static enum reader_status collect(
    int output, int errors, const struct program_limits *limits, long long deadline, struct program_result *result) {
  static const size_t chunk = 1 << 16;
  uint8_t *buffer = malloc(chunk);
  if (!buffer) return reader_failed;
  enum reader_status status = reader_ok;
  size_t room = 0;
  size_t said = 0;
  struct pollfd ends[2] = {{.fd = output, .events = POLLIN}, {.fd = errors, .events = POLLIN}};
  while (status == reader_ok && (ends[0].fd >= 0 || ends[1].fd >= 0)) {
    long long left = deadline - milliseconds();
    if (left <= 0) {
      status = reader_timed_out;
      break;
    }
    int ready = poll(ends, 2, (int)left);
    if (ready < 0 && errno != EINTR) status = reader_failed;
    for (int index = 0; ready > 0 && index < 2; index++) {
      if (ends[index].fd < 0 || !ends[index].revents) continue;
      ssize_t count = read(ends[index].fd, buffer, chunk);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) {
        ends[index].fd = -1;
      } else if (index == 0) {
        if (result->length + (size_t)count > limits->output)
          status = reader_too_large;
        else if (!append(result, &room, buffer, (size_t)count))
          status = reader_failed;
      } else {
        size_t kept = sizeof result->message - 1 - said;
        if (kept > (size_t)count) kept = (size_t)count;
        memcpy(result->message + said, buffer, kept);
        said += kept;
      }
    }
  }
  free(buffer);
  return status;
}

// Waits for the end of a program that has nothing more to say; one that goes on beyond the deadline is ended.
static enum reader_status await(pid_t child, long long deadline, int *ended) {
  for (;;) {
    pid_t found = waitpid(child, ended, WNOHANG);
    // Where a parent ignores its children's ends, there is none to be had.
    if (found == child || (found < 0 && errno == ECHILD)) return reader_ok;
    if (found < 0 && errno != EINTR) return reader_failed;
    if (milliseconds() >= deadline) return reader_timed_out;
    struct timespec moment = {.tv_nsec = 500000};
    nanosleep(&moment, NULL);
  }
}

enum reader_status program_run(
    const char *path, const char *const *arguments, const uint8_t *bytes, size_t length,
    const struct program_limits *limits, struct program_result *result) {
  memset(result, 0, sizeof *result);
  int output[2] = {-1, -1}, errors[2] = {-1, -1};
  int input = memory_file(bytes, length);
  enum reader_status status = reader_failed;
  pid_t child = -1;
  if (input >= 0 && pipe2(output, O_CLOEXEC) == 0 && pipe2(errors, O_CLOEXEC) == 0) child = fork();
  if (child == 0) become(path, arguments, input, output[1], errors[1], limits);
  if (input >= 0) close(input);
  if (output[1] >= 0) close(output[1]);
  if (errors[1] >= 0) close(errors[1]);
  if (child > 0) {
    long long deadline = milliseconds() + limits->seconds * 1000LL;
    int ended = 0;
    status = collect(output[0], errors[0], limits, deadline, result);
    if (status == reader_ok) status = await(child, deadline, &ended);
    if (status != reader_ok) {
      kill(child, SIGKILL);
      while (waitpid(child, &ended, 0) < 0 && errno == EINTR) {
      }
    }
    if (status == reader_ok) {
      if (WIFSIGNALED(ended)) status = WTERMSIG(ended) == SIGXCPU ? reader_timed_out : reader_crashed;
      result->exit_code = WIFEXITED(ended) ? WEXITSTATUS(ended) : -1;
      if (result->exit_code == 127) status = reader_missing;
    }
  }
  if (output[0] >= 0) close(output[0]);
  if (errors[0] >= 0) close(errors[0]);
  return status;
}

void program_free(uint8_t *output) { free(output); }
