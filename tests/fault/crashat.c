/* crashat N COMMAND ARGS...: kill COMMAND and everything it started right before its N-th call that changes a disk.
 *
 * "A crash at any moment loses nothing" can only be shown by crashing at every moment, and a patched os.rename()
 * sees neither git nor the C library; so the cut is made where all programs pass, at the border of the kernel.
 *   N=0           only count
 *   CRASH_ERR     an errno: kill nobody, call N fails with it and is not done
 *   CRASH_STICKY  1: from N on, every call that asks the disk to take something fails (a disk that stays full)
 *   CRASH_ROOT    count only calls on this directory and what is below it
 *   CRASH_COUNT   file that gets "TOTAL NAME-OF-CALL-N killed|failed|-"; not written when COMMAND never started
 * Exit: 137 after a kill, else that of COMMAND (128+signal); 2 usage, 125 tracing is refused, 127 no such COMMAND.
 * A call that would fail by itself counts too: nobody knows before it is done. */
#define _GNU_SOURCE
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>

#if defined(__x86_64__)
#define ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCH AUDIT_ARCH_AARCH64
#else
#error "crashat knows the registers of x86_64 and aarch64 only"
#endif
#ifndef SYS_fchmodat2
#define SYS_fchmodat2 452 /* missing in the headers of many systems whose kernel has it */
#endif

enum { NONE = -1, CWD = -2, REG = 1, DATA = 2 }; /* REG: only on regular files; DATA: what a full disk refuses */
struct call {
    const char *name;
    int nr, kind, flags; /* these and the next are argument numbers; flags 0: the filter need not look at them */
    struct { int dir, path; } at[2];
};
#define ON(dir, path) {{dir, path}, {NONE, NONE}}
#define CALL(name, kind, flags, ...) {#name, SYS_##name, kind, flags, __VA_ARGS__}
#define FD(name, kind) {#name, SYS_##name, kind, 0, ON(0, NONE)}
static const struct call calls[] = {
    CALL(openat, DATA, 2, ON(0, 1)), CALL(openat2, DATA, 0, ON(0, 1)), FD(write, REG | DATA), FD(pwrite64, REG | DATA),
    FD(writev, REG | DATA), FD(pwritev, REG | DATA), FD(pwritev2, REG | DATA), FD(sendfile, REG | DATA),
    CALL(copy_file_range, REG | DATA, 0, ON(2, NONE)), CALL(splice, REG | DATA, 0, ON(2, NONE)), FD(fallocate, DATA),
    FD(fsync, DATA), FD(fdatasync, DATA), FD(sync_file_range, DATA), FD(syncfs, DATA),
    CALL(renameat, DATA, 0, {{0, 1}, {2, 3}}), CALL(renameat2, DATA, 0, {{0, 1}, {2, 3}}),
    CALL(linkat, DATA, 0, {{0, 1}, {2, 3}}), CALL(symlinkat, DATA, 0, ON(1, 2)), CALL(mkdirat, DATA, 0, ON(0, 1)),
    /* A full disk still lets a program remove, shorten and label: that is how it cleans up after the refusal. */
    CALL(unlinkat, 0, 0, ON(0, 1)), CALL(truncate, 0, 0, ON(CWD, 0)), FD(ftruncate, 0), FD(fchmod, 0),
    CALL(fchmodat, 0, 0, ON(0, 1)), CALL(fchmodat2, 0, 0, ON(0, 1)), CALL(utimensat, 0, 0, ON(0, 1)),
#ifdef SYS_open /* aarch64 is younger than the *at calls and never had their elders */
    CALL(open, DATA, 1, ON(CWD, 0)), CALL(creat, DATA, 0, ON(CWD, 0)), CALL(rename, DATA, 0, {{CWD, 0}, {CWD, 1}}),
    CALL(link, DATA, 0, {{CWD, 0}, {CWD, 1}}), CALL(symlink, DATA, 0, ON(CWD, 1)), CALL(mkdir, DATA, 0, ON(CWD, 0)),
    CALL(unlink, 0, 0, ON(CWD, 0)), CALL(rmdir, 0, 0, ON(CWD, 0)), CALL(chmod, 0, 0, ON(CWD, 0)),
    CALL(utime, 0, 0, ON(CWD, 0)), CALL(utimes, 0, 0, ON(CWD, 0)), CALL(futimesat, 0, 0, ON(0, 1)),
#endif
};
enum { CALLS = sizeof calls / sizeof *calls, CHANGES = O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY) };
static char root[2 * PATH_MAX];
static long target, error, total;
static int sticky, started;
static const char *name = "-", *done = "-";

/* A stop at every call would make a Python command many times slower: the kernel picks out the few that matter. */
static int install_filter(void)
{
#define LOAD(field) (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define TEST(how, value, yes, no) (struct sock_filter)BPF_JUMP(BPF_JMP | how | BPF_K, (unsigned)(value), yes, no)
#define ANSWER(value) (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, value)
    struct sock_filter f[5 + 5 * CALLS];
    unsigned short n = 0;
    f[n++] = LOAD(arch);
    f[n++] = TEST(BPF_JEQ, ARCH, 1, 0);
    f[n++] = ANSWER(SECCOMP_RET_ALLOW);
    f[n++] = LOAD(nr);
    for (unsigned i = 0; i < CALLS; i++) {
        f[n++] = TEST(BPF_JEQ, calls[i].nr, 0, calls[i].flags ? 4 : 1);
        if (calls[i].flags) {
            f[n++] = LOAD(args[0]);
            f[n - 1].k += 8U * (unsigned)calls[i].flags;
            f[n++] = TEST(BPF_JSET, CHANGES, 1, 0);
            f[n++] = ANSWER(SECCOMP_RET_ALLOW);
        }
        f[n++] = ANSWER(SECCOMP_RET_TRACE | i); /* the tracer gets i back as ret_data */
    }
    f[n++] = ANSWER(SECCOMP_RET_ALLOW);
    struct sock_fprog prog = {.len = n, .filter = f};
    /* The first is what lets a user without privilege filter; SPEC_ALLOW leaves out a mitigation that costs speed. */
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) ||
           syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW, &prog);
}

/* PEEKDATA, because process_vm_readv is refused by some containers; aligned words never cross into a missing page. */
static int read_path(pid_t pid, unsigned long from, char *out)
{
    for (size_t n = 0; n < PATH_MAX;) {
        size_t i = (from + n) % sizeof(long);
        errno = 0;
        long word = ptrace(PTRACE_PEEKDATA, pid, from + n - i, 0);
        if (errno) return -1;
        for (; i < sizeof word && n < PATH_MAX; i++)
            if (!(out[n++] = ((char *)&word)[i])) return 0;
    }
    return -1;
}

static int read_fd(pid_t pid, int fd, struct stat *st, char *out)
{
    char link[64];
    if (fd == AT_FDCWD) snprintf(link, sizeof link, "/proc/%d/cwd", pid);
    else snprintf(link, sizeof link, "/proc/%d/fd/%d", pid, fd);
    ssize_t n = readlink(link, out, PATH_MAX - 1);
    out[n < 0 ? 0 : n] = 0;
    return n < 0 || stat(link, st) ? -1 : 0;
}

/* The real name of the directory and the name in it: the last part may not exist yet, or be the link itself. */
static void resolve(char *path)
{
    char real[PATH_MAX], last[NAME_MAX + 1];
    size_t n = strlen(path);
    while (n > 1 && path[n - 1] == '/') path[--n] = 0;
    char *cut = strrchr(path, '/');
    if (!cut || strlen(cut + 1) > NAME_MAX) return;
    strcpy(last, cut + 1);
    if (!*last || !strcmp(last, ".") || !strcmp(last, "..")) {
        if (realpath(path, real)) strcpy(path, real);
        return;
    }
    cut[cut == path] = 0;
    if (realpath(path, real)) sprintf(path, "%s/%s", strcmp(real, "/") ? real : "", last);
    else *cut = '/'; /* no such directory: the call will fail, any name will do */
}

static int under(const char *path, const char *top)
{
    size_t n = strcmp(top, "/") ? strlen(top) : 0;
    return !strncmp(path, top, n) && (!path[n] || path[n] == '/');
}

static int counts(pid_t pid, const struct call *call, const uint64_t *arg)
{
    static const char *const not_disks[] = {"/proc", "/dev", "/sys"};
    if (call->nr == SYS_openat2) { /* its flags lie in memory, out of reach of the filter */
        errno = 0;
        if (!(ptrace(PTRACE_PEEKDATA, pid, arg[2], 0) & CHANGES) || errno) return 0;
    }
    for (int i = 0; i < 2 && call->at[i].dir != NONE; i++) {
        int fd = call->at[i].dir == CWD ? AT_FDCWD : (int)arg[call->at[i].dir], named = call->at[i].path != NONE;
        char path[2 * PATH_MAX], text[PATH_MAX] = "";
        struct stat st;
        if (named && arg[call->at[i].path] && read_path(pid, arg[call->at[i].path], text)) continue;
        *path = 0;
        if (*text != '/' && read_fd(pid, fd, &st, path)) continue;
        if (!named && !S_ISREG(st.st_mode) && (call->kind & REG || !S_ISDIR(st.st_mode))) continue;
        if (*text) { /* else the call is on the descriptor itself, as in futimens() */
            if (*text != '/') strcat(path, "/");
            resolve(strcat(path, text));
        }
        int wanted = *root ? under(path, root) : strncmp(path, "/memfd:", 7) != 0;
        int in_memory = under(path, "/dev/shm"); /* a disk as any other, to who writes */
        for (int k = 0; k < 3 && wanted && !in_memory; k++)
            if (under(path, not_disks[k]) && !under(root, not_disks[k])) wanted = 0;
        if (wanted) return 1;
    }
    return 0;
}

/* Call number -1 makes the kernel skip the call and return what stands in the result register. */
static void refuse(pid_t pid)
{
#if defined(__x86_64__)
    ptrace(PTRACE_POKEUSER, pid, offsetof(struct user, regs.orig_rax), -1L);
    ptrace(PTRACE_POKEUSER, pid, offsetof(struct user, regs.rax), -error);
#else
    int none = -1;
    struct user_regs_struct regs;
    struct iovec number = {&none, sizeof none}, all = {&regs, sizeof regs};
    ptrace(PTRACE_GETREGSET, pid, NT_PRSTATUS, &all);
    regs.regs[0] = (unsigned long)-error;
    ptrace(PTRACE_SETREGSET, pid, NT_PRSTATUS, &all);
    ptrace(PTRACE_SETREGSET, pid, NT_ARM_SYSTEM_CALL, &number);
#endif
}

static void fail(int code, const char *what)
{
    fprintf(stderr, "crashat: %s: %s\n", what, strerror(errno));
    _exit(code); /* EXITKILL takes the tree along */
}

/* Counts the call at which pid stands; true when it is the one to die before. */
static int is_last(pid_t pid)
{
    struct __ptrace_syscall_info info;
    if (ptrace(PTRACE_GET_SYSCALL_INFO, pid, sizeof info, &info) < 0) {
        if (errno != ESRCH) fail(125, "PTRACE_GET_SYSCALL_INFO (Linux 5.3)");
        return 0; /* somebody else killed it just now */
    }
    const struct call *call = &calls[info.seccomp.ret_data % CALLS];
    if (!counts(pid, call, info.seccomp.args)) return 0;
    if (++total == target) name = call->name;
    if (!error) return total == target;
    if (sticky ? target && total >= target && call->kind & DATA : total == target) {
        refuse(pid);
        done = "failed";
    }
    return 0;
}

static pid_t *seen; /* threads that stopped for us at least once; nobody gets their number before we reaped them */
static size_t seen_n;
static void forget(pid_t pid)
{
    for (size_t i = 0; i < seen_n; i++)
        if (seen[i] == pid) seen[i--] = seen[--seen_n];
}

static void remember(pid_t pid)
{
    forget(pid);
    if (!(seen = realloc(seen, (seen_n + 1) * sizeof *seen))) fail(125, "memory");
    seen[seen_n++] = pid;
}

/* Runs the tree until nothing of it is left; gives the exit code of its first process. */
static int follow(pid_t first)
{
    int status, code = 0, dying = 0;
    for (pid_t pid; (pid = waitpid(-1, &status, __WALL)) > 0 || errno == EINTR;) {
        if (pid < 0) continue;
        if (!WIFSTOPPED(status)) {
            forget(pid);
            if (pid == first) code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), first = 0;
            continue;
        }
        int event = status >> 16, stop = WSTOPSIG(status);
        unsigned long former;
        remember(pid);
        if (event == PTRACE_EVENT_EXEC) { /* a thread that executes gets the number of its process and frees its own */
            if (!ptrace(PTRACE_GETEVENTMSG, pid, 0, &former) && (pid_t)former != pid) forget((pid_t)former);
            started = 1;
        }
        if (dying) kill(pid, SIGKILL); /* born while its parent was dying */
        else if (event == PTRACE_EVENT_SECCOMP && started && is_last(pid)) {
            dying = 1;
            done = "killed";
            for (size_t i = 0; i < seen_n; i++) kill(seen[i], SIGKILL); /* also makes pid skip the call */
        } else if (event == PTRACE_EVENT_STOP && stop != SIGTRAP)
            ptrace(PTRACE_LISTEN, pid, 0, 0); /* a signal stopped it: so it stays until its SIGCONT */
        else ptrace(PTRACE_CONT, pid, 0, event ? 0 : stop);
    }
    return dying ? 137 : code;
}

int main(int argc, char **argv)
{
    char *end = "?", *text = getenv("CRASH_ERR"), *count = getenv("CRASH_COUNT"), go = 0;
    int ready[2], code, options = PTRACE_O_TRACESECCOMP | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK |
                                  PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL;
    target = argc > 2 ? strtol(argv[1], &end, 10) : -1;
    error = text && *text ? strtol(text, NULL, 10) : 0;
    errno = EINVAL;
    if (target < 0 || end == argv[1] || *end || error < 0 || error > 4095 || (text && *text && !error))
        fail(2, "usage: [CRASH_ERR=1..4095] crashat N COMMAND ARGS...");
    sticky = (text = getenv("CRASH_STICKY")) && !strcmp(text, "1");
    if ((text = getenv("CRASH_ROOT")) && *text && !realpath(text, root)) { /* COMMAND itself may be about to make it */
        if (*text != '/' || strlen(text) >= PATH_MAX) fail(2, "CRASH_ROOT");
        resolve(strcpy(root, text));
    }
    /* As their reaper we get every orphan of the tree: nothing of it is left behind, not even a zombie. */
    if (prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) || pipe2(ready, O_CLOEXEC)) fail(125, "start");
    pid_t first = fork();
    if (first < 0) fail(125, "fork");
    if (!first) {
        close(ready[1]);
        if (read(ready[0], &go, 1) != 1) _exit(125); /* the filter must not come before the tracer it calls */
        if (install_filter()) fail(125, "seccomp");
        execvp(argv[2], argv + 2);
        fail(errno == ENOENT ? 127 : 126, argv[2]);
    }
    /* A terminal sends these to us as well; what they do is for COMMAND to decide, and we last as long as it does. */
    signal(SIGINT, SIG_IGN), signal(SIGQUIT, SIG_IGN), signal(SIGHUP, SIG_IGN);
    if (ptrace(PTRACE_SEIZE, first, 0, options)) fail(125, "ptrace"); /* the pipe ends, so the child does too */
    if (write(ready[1], &go, 1) != 1) fail(125, "start");
    code = follow(first);
    if (count && *count && started) {
        FILE *out = fopen(count, "w");
        if (!out || fprintf(out, "%ld %s %s\n", total, name, done) < 0 || fclose(out)) fail(125, count);
    }
    return code;
}
