import type { Range } from "@plimsoll/syntax";
import { integrityOf, isIntegrity } from "./integrity.ts";
import type { DocumentLayer } from "./layer.ts";
import { readLocatedDocument, type DocumentPath, type LocatedDocument } from "./located-document.ts";
import { entryOf, textOf } from "./plain-value.ts";
import type { ConfigurationProblem } from "./problem.ts";
import { foldersUpwards, folderOf, joinPath, resolvePath } from "./workspace-path.ts";

/** Reads a file of the workspace (with `/`, from its root) as UTF-8; undefined where there is none. */
export type ReadFile = (path: string) => Promise<string | undefined>;

const MAXIMUM_CONFIGURATION_LENGTH = 1024 * 1024;
const MAXIMUM_DEPTH = 10;
const MAXIMUM_LAYERS = 100;

/** What `extends` names. */
interface ExtendsEntry {
  readonly package: string | undefined;
  readonly path: string;
  readonly integrity: string | undefined;
  readonly range: Range;
}

/** A file on the way from the first configuration down its `extends`. */
interface Visit {
  readonly path: string;
  readonly kind: "file" | "package";
  readonly text: string;
  /** Files that led here, this one last. */
  readonly chain: readonly string[];
}

/**
 * Reads a configuration file and everything that it extends, depth first: a file comes after all that it builds on. A file
 * that is reached twice is read twice, since its place in the order differs. Nothing outside the workspace is read.
 */
export class LayerCollector {
  readonly layers: DocumentLayer[] = [];
  readonly problems: ConfigurationProblem[] = [];
  readonly #read: ReadFile;
  #files = 0;

  constructor(read: ReadFile) {
    this.#read = read;
  }

  /** Reads the first file. */
  async collect(path: string): Promise<void> {
    const text = await this.#read(path);
    if (text === undefined) {
      this.problems.push({
        code: "config/missing-file",
        file: path,
        message: "There is no such configuration file.",
        nextStep: "Check the path, or run without a configuration file.",
      });
      return;
    }
    await this.#visit({ path, kind: "file", text, chain: [path] });
  }

  async #visit(visit: Visit): Promise<void> {
    const { document, problems } = readLocatedDocument({
      file: visit.path,
      text: visit.text,
      area: "config",
      maximumLength: MAXIMUM_CONFIGURATION_LENGTH,
    });
    this.problems.push(...problems);
    if (document === undefined) return;
    for (const entry of readExtends(document)) await this.#extend(visit, entry);
    this.layers.push({ kind: visit.kind, name: visit.path, document });
  }

  async #extend(from: Visit, entry: ExtendsEntry): Promise<void> {
    const complain = (code: string, message: string, nextStep: string): void => {
      this.problems.push({ code: `config/${code}`, file: from.path, range: entry.range, message, nextStep });
    };
    const mistake = mistakeIn(from, entry);
    if (mistake !== undefined) return complain(...mistake);
    const path =
      entry.package === undefined
        ? resolvePath(from.path, entry.path)
        : await this.#findInPackage(from, entry.package, entry.path);
    if (path === undefined) {
      if (entry.package !== undefined)
        return complain(
          "missing-file",
          `Package ${entry.package} with ${entry.path} is not installed.`,
          `Install ${entry.package}; Plimsoll never fetches it.`,
        );
      return complain(
        "outside-workspace",
        `\`${entry.path}\` leaves the workspace.`,
        "Name a file of the workspace by a relative path.",
      );
    }
    const text = await this.#read(path);
    if (text === undefined)
      return complain(
        "missing-file",
        `There is no file ${path}.`,
        "Correct the path, which starts at the folder of this file.",
      );
    if (from.chain.includes(path))
      return complain(
        "cycle",
        `The configuration extends itself: ${[...from.chain, path].join(" -> ")}.`,
        "Remove one of the `extends`.",
      );
    if (entry.integrity !== undefined && integrityOf(text) !== entry.integrity) {
      return complain(
        "integrity",
        `${path} is not the file that was pinned: its integrity is ${integrityOf(text)}.`,
        "Review the change, then pin the new integrity.",
      );
    }
    this.#files += 1;
    if (this.#files > MAXIMUM_LAYERS)
      return complain("too-deep", `More than ${MAXIMUM_LAYERS} files are extended.`, "Extend fewer files.");
    const kind = entry.package === undefined ? from.kind : "package";
    await this.#visit({ path, kind, text, chain: [...from.chain, path] });
  }

  /** The file in the nearest `node_modules` that has it. */
  async #findInPackage(from: Visit, name: string, path: string): Promise<string | undefined> {
    for (const folder of foldersUpwards(folderOf(from.path))) {
      const candidate = joinPath(folder, `node_modules/${name}/${path}`);
      if (candidate !== undefined && (await this.#read(candidate)) !== undefined) return candidate;
    }
    return undefined;
  }
}

/** Code, message and next step of what is wrong with an entry before any file is read. */
function mistakeIn(from: Visit, entry: ExtendsEntry): [string, string, string] | undefined {
  if (from.chain.length > MAXIMUM_DEPTH) {
    return ["too-deep", `\`extends\` goes deeper than ${MAXIMUM_DEPTH} files.`, "Extend fewer files."];
  }
  if (entry.package !== undefined && !isPackageName(entry.package)) {
    return [
      "bad-value",
      `"${entry.package}" is not the name of an npm package.`,
      "Write a name such as `@acme/policy`.",
    ];
  }
  if (entry.package !== undefined && resolvePath("plimsoll.yaml", entry.path) === undefined) {
    return [
      "outside-workspace",
      `\`${entry.path}\` leaves the package.`,
      "Name a file of the package by a relative path.",
    ];
  }
  return pinMistake(from.kind, entry);
}

/** What is wrong with how a file is pinned: in a package every file must be, since its content comes from elsewhere. */
export function pinMistake(
  kind: "file" | "package",
  { path, integrity }: { readonly path: string; readonly integrity: string | undefined },
): [string, string, string] | undefined {
  if (integrity === undefined && kind === "package") {
    return [
      "unpinned",
      `\`${path}\` is named by a package without an integrity.`,
      "Name it as a map of `path` and `integrity`.",
    ];
  }
  if (integrity !== undefined && !isIntegrity(integrity)) {
    return [
      "bad-integrity",
      `"${integrity.slice(0, 100)}" is not an integrity.`,
      "Write `sha512-` and the base64 of the file's SHA-512 digest.",
    ];
  }
  return undefined;
}

function isPackageName(name: string): boolean {
  return name.length <= 214 && /^(?:@[a-z0-9-][a-z0-9._-]*\/)?[a-z0-9-][a-z0-9._-]*$/.test(name);
}

/** The entries of `extends` that have the right types; the others are told by the schema. */
function readExtends(document: LocatedDocument): readonly ExtendsEntry[] {
  const value = entryOf(document.value, "extends");
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((item, index) => {
    const at: DocumentPath = Array.isArray(value) ? ["extends", index] : ["extends"];
    const path = textOf(item) ?? textOf(entryOf(item, "path"));
    if (path === undefined || path === "") return [];
    const name = textOf(entryOf(item, "package"));
    const integrity = textOf(entryOf(item, "integrity"));
    // An entry in the form of a map without a digest is told by the schema.
    if (integrity === undefined && typeof item !== "string") return [];
    return [{ package: name, path, integrity, range: document.valueRange(at) }];
  });
}
