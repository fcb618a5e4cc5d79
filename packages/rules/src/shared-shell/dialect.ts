import {
  parseImageReference,
  type Dockerfile,
  type ImageReference,
  type Instruction,
} from "@plimsoll/syntax";
import { bottomStages } from "../shared-stages/bottom-stages.ts";
import { wordSet } from "../shared-commands/word-set.ts";

/** What `/bin/sh` is: `bash` understands everything, `ash` (of BusyBox) some of it, `dash` only what POSIX has. */
export type Dialect = "bash" | "ash" | "dash" | "unknown";

/** Last parts of names of images whose `/bin/sh` is bash. */
const WITH_BASH = wordSet(
  "fedora centos rockylinux almalinux amazonlinux oraclelinux leap tumbleweed archlinux ubi ubi7 ubi8 ubi9 ubi10",
  "ubi7-minimal ubi8-minimal ubi9-minimal ubi-minimal bci-base bci-minimal bci-micro suse sles mysql",
);
/** Those that are built on Debian or Ubuntu, unless their tag says alpine. */
const WITH_DASH = wordSet(
  "debian ubuntu python node golang ruby rust php perl openjdk eclipse-temurin maven gradle buildpack-deps nginx httpd redis postgres",
  "mariadb mongo tomcat jenkins wordpress rabbitmq memcached haproxy elixir erlang haskell julia swift r-base gcc clojure pypy",
);

const NAMED: ReadonlyMap<string, Dialect> = new Map<string, Dialect>([
  ["bash", "bash"],
  ["zsh", "bash"],
  ["ksh", "bash"],
  ["dash", "dash"],
  ["ash", "ash"],
]);

/** What the shell that runs a RUN understands: by SHELL where it says, else by the base image. */
export function dialectOf(file: Dockerfile, instruction: Instruction, shell: string): Dialect {
  const named = NAMED.get(shell);
  if (named !== undefined) return named;
  const base = bottomStages(file)[instruction.stage]?.base;
  const result = base?.kind === "image" ? parseImageReference(base.reference) : undefined;
  return result?.ok === true ? dialectOfImage(result.reference) : "unknown";
}

function dialectOfImage({ registry, repository, tag = "" }: ImageReference): Dialect {
  const name = repository.slice(repository.lastIndexOf("/") + 1);
  if (name === "alpine" || name === "busybox" || tag.includes("alpine")) return "ash";
  if (WITH_BASH.has(name)) return "bash";
  return WITH_DASH.has(name) && registry === "docker.io" ? "dash" : "unknown";
}
