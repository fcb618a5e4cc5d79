import { existsSync } from "node:fs";
import { findProgram, run } from "./command.ts";
import { SetUpFailure } from "./failure.ts";

/** A program that Debian packages bring. */
export interface DebianTool {
  /** Programs that must be there afterwards: a name on PATH, or an absolute path. */
  readonly programs: readonly string[];
  readonly packages: readonly string[];
}

/** What builds images, copies and inspects them, keeps them, and what a small image is made of. */
export const CONTAINER_TOOLS: DebianTool = {
  programs: ["buildah", "skopeo", "docker-registry", "/usr/sbin/runc", "git", "/bin/busybox"],
  packages: ["buildah", "skopeo", "docker-registry", "runc", "git", "busybox-static"],
};

/** An editor whose own client of the Language Server Protocol is driven. */
export const NEOVIM: DebianTool = { programs: ["nvim"], packages: ["neovim"] };

/**
 * Installs packages of Debian, unless their programs are there already.
 * @returns what was done, for people
 * @throws SetUpFailure `real/no-apt` where this is no Debian, `real/apt-failed` where the installation fails (not root, no
 *   network), `real/program-missing` where the packages do not bring a program
 */
export function bringDebianTool({ programs, packages }: DebianTool): string {
  if (programs.every(isThere)) return "installed already";
  if (findProgram("apt-get") === undefined) {
    throw new SetUpFailure(
      "real/no-apt",
      `${programs.filter((program) => !isThere(program)).join(", ")} are missing, and there is no apt-get to install them with.`,
      "Install them by the system's own means.",
    );
  }
  const options = {
    env: { DEBIAN_FRONTEND: "noninteractive" },
    code: "real/apt-failed",
    nextStep: "Run as root with access to Debian's packages.",
  };
  const wait = ["-o", "DPkg::Lock::Timeout=300"];
  run("apt-get", [...wait, "update"], options);
  run("apt-get", [...wait, "install", "-y", "--no-install-recommends", ...packages], options);
  const missing = programs.filter((program) => !isThere(program));
  if (missing.length === 0) return `installed ${packages.join(", ")}`;
  throw new SetUpFailure(
    "real/program-missing",
    `${missing.join(", ")} did not come with ${packages.join(", ")}.`,
    "Correct the list in scripts/real/set-ups/debian-packages.ts.",
  );
}

function isThere(program: string): boolean {
  return program.startsWith("/") ? existsSync(program) : findProgram(program) !== undefined;
}
