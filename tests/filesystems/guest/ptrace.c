/* Lets User-Mode Linux 6.1 run on processors whose registers are more than it has room for, as those with AMX.

   It saves and restores as many bytes of a process's extended registers as it knows of, but the host takes the whole
   set or nothing (EFAULT). So what it does not know of is put back as it is. Loaded with LD_PRELOAD. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <elf.h>
#include <stdarg.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/uio.h>

typedef long (*ptrace_call)(enum __ptrace_request, ...);

/* Not on the stack: that of a kernel's thread has no room for it. */
static char registers[1 << 16];

long ptrace(enum __ptrace_request request, ...) {
  static ptrace_call next;
  va_list rest;
  va_start(rest, request);
  pid_t process = va_arg(rest, pid_t);
  void *address = va_arg(rest, void *);
  void *data = va_arg(rest, void *);
  va_end(rest);

  if (!next) next = (ptrace_call)dlsym(RTLD_NEXT, "ptrace");
  if (request == PTRACE_SETREGSET && address == (void *)NT_X86_XSTATE) {
    struct iovec *known = data, whole = {registers, sizeof registers};
    if (next(PTRACE_GETREGSET, process, address, &whole) == 0 && known->iov_len < whole.iov_len) {
      memcpy(registers, known->iov_base, known->iov_len);
      return next(request, process, address, &whole);
    }
  }
  return next(request, process, address, data);
}
