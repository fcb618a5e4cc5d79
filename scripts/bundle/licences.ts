import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Metafile } from "esbuild";

/** Packages of ours that nobody else licensed. */
const OWN_SCOPE = "@plimsoll/";

/** Names, versions and licence texts of the packages of others whose code went into a bundle. Paths of the metafile start at `root`. */
export function licencesOf(metafile: Metafile, root: string): string {
  const folders = new Set(
    Object.keys(metafile.inputs).flatMap((input) => packageFolder(join(root, input), root)),
  );
  const parts = [...folders].sort().map((folder) => {
    const { name, version, license = "see text" } = readManifest(folder);
    return `${name} ${version} (${license})\n\n${licenceText(folder, name).trim()}\n`;
  });
  return parts.join(`\n${"-".repeat(80)}\n\n`);
}

function licenceText(folder: string, name: string): string {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/iu.test(entry));
  if (file === undefined) throw new Error(`${name} ships no licence text; it cannot go into the bundle`);
  return readFileSync(join(folder, file), "utf8");
}

/** The folder of the package that a file belongs to; none for our own. */
function packageFolder(file: string, root: string): readonly string[] {
  const path = relative(root, file).replaceAll("\\", "/");
  const at = path.lastIndexOf("node_modules/");
  if (at < 0) return [];
  const [first = "", second = ""] = path.slice(at + "node_modules/".length).split("/");
  const name = first.startsWith("@") ? `${first}/${second}` : first;
  const folder = join(root, path.slice(0, at), "node_modules", name);
  return name.startsWith(OWN_SCOPE) || !existsSync(join(folder, "package.json")) ? [] : [folder];
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

function readManifest(folder: string): Manifest {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return manifest;
}
