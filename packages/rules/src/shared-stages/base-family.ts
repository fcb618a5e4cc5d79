import { parseImageReference, stageChain, type ShellInvocation, type Stage } from "@plimsoll/syntax";

const BASH = 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]';
const ASH = 'SHELL ["/bin/ash", "-eo", "pipefail", "-c"]';

/** Last parts of names of images that have bash, unless their tag says alpine, slim images of Debian included. */
const WITH_BASH = new Set([
  "debian",
  "ubuntu",
  "fedora",
  "centos",
  "rockylinux",
  "almalinux",
  "amazonlinux",
  "leap",
  "tumbleweed",
  "archlinux",

  "python",
  "node",
  "golang",
  "ruby",
  "rust",
  "php",
  "openjdk",
  "eclipse-temurin",
  "maven",
  "gradle",
  "perl",
  "ubi",
  "ubi8",
  "ubi9",
  "ubi8-minimal",
  "ubi9-minimal",
  "ubi-minimal",
  "bci-base",
]);

/**
 * The SHELL line that sets pipefail in a stage: with the bash that SHELL already names, or by what its base image is known to
 * have. Undefined where that is not known.
 */
export function shellWithPipefail(stage: Stage, shell: ShellInvocation): string | undefined {
  if (shell.name === "bash") return BASH;
  const words = shell.words.join(" ");
  if (words !== "/bin/sh -c" && shell.name !== "ash") return undefined;
  const bottom = stageChain(stage).at(-1);
  const result = bottom?.base.kind === "image" ? parseImageReference(bottom.base.reference) : undefined;
  if (result?.ok !== true) return undefined;
  const { repository, tag = "" } = result.reference;
  const name = repository.slice(repository.lastIndexOf("/") + 1);
  if (name === "alpine" || tag.includes("alpine")) return ASH;
  return WITH_BASH.has(name) ? BASH : undefined;
}
