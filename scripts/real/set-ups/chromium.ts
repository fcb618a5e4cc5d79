import { existsSync } from "node:fs";
import { findProgram, run } from "./command.ts";
import { SetUpFailure } from "./failure.ts";

/** Where Debian's package puts the browser. */
const DEBIAN_CHROMIUM = "/usr/bin/chromium";

/** The browser that the suites start: Debian's, or the one that `PLIMSOLL_CHROMIUM` names. */
export function chromiumPath(): string {
  return process.env["PLIMSOLL_CHROMIUM"] ?? DEBIAN_CHROMIUM;
}

/**
 * Installs Debian's chromium and a font, unless a browser is there already.
 * @throws SetUpFailure `real/no-apt` where this is no Debian, `real/apt-failed` where the installation fails (not root, no network)
 */
export function bringChromium(): string {
  const path = chromiumPath();
  if (!existsSync(path)) install(path);
  return versionOf(path);
}

function install(path: string): void {
  if (path !== DEBIAN_CHROMIUM || findProgram("apt-get") === undefined) {
    throw new SetUpFailure(
      "real/no-apt",
      `There is no browser at ${path}, and no apt-get to install Debian's chromium with.`,
      "Install Chromium and name its program in PLIMSOLL_CHROMIUM.",
    );
  }
  const options = {
    env: { DEBIAN_FRONTEND: "noninteractive" },
    code: "real/apt-failed",
    nextStep: "Run as root with access to Debian's packages, or name a browser in PLIMSOLL_CHROMIUM.",
  };
  const wait = ["-o", "DPkg::Lock::Timeout=300"];
  run("apt-get", [...wait, "update"], options);
  run(
    "apt-get",
    [...wait, "install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"],
    options,
  );
}

function versionOf(path: string): string {
  return run(path, ["--version", "--no-sandbox"], {
    code: "real/chromium-broken",
    nextStep: "Install the browser again, or name another one in PLIMSOLL_CHROMIUM.",
    timeout: 60_000,
  }).trim();
}
