import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Metafile } from "esbuild";

/** Packages of ours that nobody else licensed. */
const OWN_SCOPE = "@plimsoll/";

/** The terms of the MIT licence, for packages that name it and ship no text. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software
is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES
OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR
IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

/** The terms of the ISC licence, for packages that name it and ship no text. */
const ISC = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR
CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT,
NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.
`;

const STANDARD_TEXTS: ReadonlyMap<string, string> = new Map([
  ["MIT", MIT],
  ["ISC", ISC],
]);

/** Names, versions and licence texts of the packages of others whose code went into a bundle. Paths of the metafile start at `root`. */
export function licencesOf(metafile: Metafile, root: string): string {
  return licencesOfFiles(
    Object.keys(metafile.inputs).map((input) => join(root, input)),
    root,
  );
}

/** The same of files by their absolute paths, for bundles of several builds. */
export function licencesOfFiles(files: readonly string[], root: string): string {
  const folders = new Set(files.flatMap((file) => packageFolder(file, root)));
  const parts = [...folders].sort().map((folder) => {
    const manifest = readManifest(folder);
    const { name, version, license = "see text" } = manifest;
    return `${name} ${version} (${license})\n\n${licenceText(folder, manifest).trim()}\n`;
  });
  return parts.join(`\n${"-".repeat(80)}\n\n`);
}

/** The package's own text, or where it ships none the standard text of the licence that it names. */
function licenceText(folder: string, { name, license, author }: Manifest): string {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/iu.test(entry));
  if (file !== undefined) return readFileSync(join(folder, file), "utf8");
  const holder = typeof author === "string" ? author : author?.name;
  const terms = STANDARD_TEXTS.get(license ?? "");
  if (terms === undefined || holder === undefined)
    throw new Error(`${name} ships no licence text; it cannot go into the bundle`);
  return `${license ?? ""} License\n\nCopyright (c) ${holder}\n\n${terms}`;
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
  readonly author?: string | { readonly name: string };
}

function readManifest(folder: string): Manifest {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return manifest;
}
