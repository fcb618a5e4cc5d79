import { wordSet } from "../shared-commands/word-set.ts";

/** Kinds of software that a running program does not need, with the names of their packages in the usual distributions. */
const KINDS: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    "a compiler or build tool",
    wordSet(
      "gcc g++ gcc-c++ gfortran clang llvm make cmake ninja-build meson build-essential build-base autoconf automake",
      "libtool bison flex patch binutils dpkg-dev rpm-build golang golang-go go rust rustc cargo maven gradle ant",
      "default-jdk openjdk-8-jdk openjdk-11-jdk openjdk-17-jdk openjdk-21-jdk java-11-openjdk-devel java-17-openjdk-devel",
      "java-21-openjdk-devel openjdk8 openjdk11 openjdk17 openjdk21 nasm swig",
    ),
  ],
  ["a debugger", wordSet("gdb gdbserver strace ltrace valgrind perf linux-tools lldb")],
  [
    "a network tool",
    wordSet(
      "nc netcat netcat-openbsd netcat-traditional ncat nmap nmap-ncat tcpdump telnet telnetd inetutils-telnet ftp lftp tftp",
      "tnftp ngrep dnsutils bind9-dnsutils bind-utils bind-tools net-tools iputils iputils-ping traceroute mtr iperf iperf3",
      "socat rsh-client wireshark tshark whois",
    ),
  ],
  ["a way to become root", wordSet("sudo doas")],
  ["an editor", wordSet("vim vim-tiny vim-minimal vim-enhanced nano emacs emacs-nox joe ed mg")],
  ["version control", wordSet("git git-core subversion mercurial cvs bzr")],
];

const KIND_OF = new Map(KINDS.flatMap(([kind, names]) => [...names].map((name) => [name, kind] as const)));

/** What a package is that the running program does not need; undefined for any other. */
export function unneededKind(name: string): string | undefined {
  const lower = name.toLowerCase();
  return KIND_OF.get(lower) ?? (/-(dev|devel)$/.test(lower) ? "made for building" : undefined);
}
