/* Preloaded into a command: the k-th call of some functions, counted over the command and all its
 * children, fails, or ends the process. The environment says which:
 *
 *   FAULT_CALLS  the names that count, with a comma before and after each: ",write,pwrite,"
 *   FAULT_AT     k, from 1; 0: only count
 *   FAULT_ERRNO  what the call fails with; 0: the process is killed instead
 *   FAULT_STAYS  1: all calls from the k-th on fail, as on a disk that is full
 *   FAULT_COUNT  a file of a page of zeros: how many calls there were, then how many failed
 *
 * What a process needs to start (/proc, /sys, /etc, /usr, /lib) is left alone, and standard error.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long *count;
static const char *calls;
static long at, stays, number;

static long of_environment(const char *name) {
  const char *text = getenv(name);
  return text == NULL ? 0 : atol(text);
}

__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("FAULT_COUNT");
  if (file == NULL || count != NULL)
    return;
  int descriptor = (int)syscall(SYS_openat, AT_FDCWD, file, O_RDWR | O_CLOEXEC);
  long memory =
      syscall(SYS_mmap, 0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  syscall(SYS_close, descriptor);
  if (memory < 0 && memory > -4096)
    return;
  calls = getenv("FAULT_CALLS");
  at = of_environment("FAULT_AT");
  stays = of_environment("FAULT_STAYS");
  number = of_environment("FAULT_ERRNO");
  count = (atomic_long *)memory;
}

static int is_of_the_system(const char *path) {
  const char *const folders[] = {"/proc/", "/sys/", "/etc/", "/usr/", "/lib"};
  for (size_t i = 0; path != NULL && i < sizeof folders / sizeof *folders; ++i)
    if (strncmp(path, folders[i], strlen(folders[i])) == 0)
      return 1;
  return 0;
}

/* 1: this call fails. */
static int fails(const char *name, const char *path) {
  char listed[32];
  begin();
  snprintf(listed, sizeof listed, ",%s,", name);
  if (count == NULL || calls == NULL || strstr(calls, listed) == NULL || is_of_the_system(path))
    return 0;
  const long k = atomic_fetch_add(&count[0], 1) + 1;
  if (at == 0 || (stays ? k < at : k != at))
    return 0;
  atomic_fetch_add(&count[1], 1);
  if (number == 0)
    for (;;)
      syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
  errno = (int)number;
  return 1;
}

#define WRAP(type, name, label, path, parameters, arguments) \
  type name parameters {                                     \
    static type(*real) parameters;                           \
    if (real == NULL)                                        \
      *(void **)&real = dlsym(RTLD_NEXT, #name);             \
    return fails(label, path) ? (type)-1 : real arguments;   \
  }

#define NONE NULL
WRAP(ssize_t, pwrite, "write", NONE, (int d, const void *b, size_t n, off_t o), (d, b, n, o))
WRAP(ssize_t, pwrite64, "write", NONE, (int d, const void *b, size_t n, off64_t o), (d, b, n, o))
WRAP(ssize_t, writev, "write", NONE, (int d, const struct iovec *v, int n), (d, v, n))
WRAP(ssize_t, read, "read", NONE, (int d, void *b, size_t n), (d, b, n))
WRAP(ssize_t, pread, "read", NONE, (int d, void *b, size_t n, off_t o), (d, b, n, o))
WRAP(ssize_t, pread64, "read", NONE, (int d, void *b, size_t n, off64_t o), (d, b, n, o))
WRAP(int, fsync, "fsync", NONE, (int d), (d))
WRAP(int, close, "close", NONE, (int d), (d))
WRAP(int, ftruncate, "ftruncate", NONE, (int d, off_t n), (d, n))
WRAP(int, ftruncate64, "ftruncate", NONE, (int d, off64_t n), (d, n))
WRAP(off_t, lseek, "lseek", NONE, (int d, off_t o, int w), (d, o, w))
WRAP(off64_t, lseek64, "lseek", NONE, (int d, off64_t o, int w), (d, o, w))
WRAP(int, rename, "rename", b, (const char *a, const char *b), (a, b))
WRAP(int, link, "link", b, (const char *a, const char *b), (a, b))
WRAP(int, unlink, "unlink", a, (const char *a), (a))
WRAP(int, mkdir, "mkdir", a, (const char *a, mode_t m), (a, m))
WRAP(int, stat, "stat", a, (const char *a, struct stat *s), (a, s))
WRAP(int, fstat, "stat", NONE, (int d, struct stat *s), (d, s))
WRAP(int, stat64, "stat", a, (const char *a, struct stat64 *s), (a, s))
WRAP(int, fstat64, "stat", NONE, (int d, struct stat64 *s), (d, s))
WRAP(int, lstat, "stat", a, (const char *a, struct stat *s), (a, s))
WRAP(int, lstat64, "stat", a, (const char *a, struct stat64 *s), (a, s))
WRAP(pid_t, fork, "fork", NONE, (void), ())

/* By a name of its own too: a file system may know rename and not this one, as NFS. */
int renameat2(int a, const char *b, int c, const char *d, unsigned f) {
  if (fails("rename", d) || fails("renameat2", d))
    return -1;
  return (int)syscall(SYS_renameat2, a, b, c, d, f);
}

/* Standard error is where a command says what went wrong. */
ssize_t write(int descriptor, const void *bytes, size_t size) {
  static ssize_t (*real)(int, const void *, size_t);
  if (real == NULL)
    *(void **)&real = dlsym(RTLD_NEXT, "write");
  if (descriptor != STDERR_FILENO && fails("write", NONE))
    return -1;
  return real(descriptor, bytes, size);
}

/* What malloc gives in large pieces: results, texts, what libraries make of them. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);
static int is_large(size_t size) {
  return size > (1U << 16);
}
void *malloc(size_t size) {
  return is_large(size) && fails("malloc", NONE) ? NULL : __libc_malloc(size);
}
void *calloc(size_t count_, size_t size) {
  return is_large(count_ * size) && fails("malloc", NONE) ? NULL : __libc_calloc(count_, size);
}
void *realloc(void *block, size_t size) {
  return is_large(size) && fails("malloc", NONE) ? NULL : __libc_realloc(block, size);
}

/* Memory for malloc, stacks and libraries is small or private. */
void *mmap64(void *where, size_t size, int protection, int flags, int descriptor, off64_t from) {
  if (((flags & MAP_SHARED) != 0 || size > (1U << 20)) && fails("mmap", NONE))
    return MAP_FAILED;
  const long memory = syscall(SYS_mmap, where, size, protection, flags, descriptor, from);
  if (memory > -4096 && memory < 0) {
    errno = (int)-memory;
    return MAP_FAILED;
  }
  return (void *)memory;
}
void *mmap(void *where, size_t size, int protection, int flags, int descriptor, off_t from) {
  return mmap64(where, size, protection, flags, descriptor, from);
}

int open64(const char *path, int flags, ...) {
  static int (*real)(const char *, int, ...);
  if (real == NULL)
    *(void **)&real = dlsym(RTLD_NEXT, "open64");
  va_list list;
  va_start(list, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(list, mode_t) : 0;
  va_end(list);
  return fails("open", path) ? -1 : real(path, flags, mode);
}
int open(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(list, mode_t) : 0;
  va_end(list);
  return open64(path, flags, mode);
}

void *opendir(const char *path) {
  static void *(*real)(const char *);
  if (real == NULL)
    *(void **)&real = dlsym(RTLD_NEXT, "opendir");
  return fails("open", path) ? NULL : real(path);
}
