/**
 * Writes `src/github/contract.json`: what GitHub's own description of its interface says of the few calls that the action makes,
 * for github.com and for the oldest server that is described, without the words.
 *
 * Usage: node --conditions=source actions/promote/scripts/github-contract.ts FOLDER
 * The folder is `generated` of the npm package `@octokit/openapi` (MIT), which is too large to be a dependency.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isRecord } from "@plimsoll/core/json";

const CALLS: readonly (readonly [path: string, method: string])[] = [
  ["/repos/{owner}/{repo}/pulls", "get"],
  ["/repos/{owner}/{repo}/pulls", "post"],
  ["/repos/{owner}/{repo}/pulls/{pull_number}", "patch"],
  ["/repos/{owner}/{repo}/issues/{issue_number}/comments", "post"],
  ["/repos/{owner}/{repo}/actions/runs/{run_id}/approvals", "get"],
];

/** Keys that say nothing to a validator. */
const WORDS: ReadonlySet<string> = new Set([
  "description",
  "summary",
  "title",
  "example",
  "examples",
  "externalDocs",
  "tags",
  "operationId",
  "format",
  "headers",
]);

type Json = Readonly<Record<string, unknown>>;

function main(folder: string): void {
  const oldest = readdirSync(folder)
    .filter((name) => /^ghes-\d+\.\d+\.json$/u.test(name))
    .sort((a, b) => Number(a.slice(7, -5)) - Number(b.slice(7, -5)))[0];
  if (oldest === undefined) throw new Error(`${folder} holds no description of a server`);
  const contract = Object.fromEntries(
    ["api.github.com.json", oldest].map((name) => [name.slice(0, -5), reduced(join(folder, name))]),
  );
  const target = new URL("../src/github/contract.json", import.meta.url);
  writeFileSync(target, `${JSON.stringify(contract)}\n`);
}

/** The calls of one description and everything that they refer to. */
function reduced(file: string): Json {
  const description: unknown = JSON.parse(readFileSync(file, "utf8"));
  const paths: Record<string, Record<string, unknown>> = {};
  const components: Record<string, Record<string, unknown>> = {};
  const open: unknown[] = [];
  for (const [path, method] of CALLS) {
    const call = without(at(description, ["paths", path, method]), false);
    (paths[path] ??= {})[method] = call;
    open.push(call);
  }
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    for (const reference of referencesIn(part)) {
      const [, , kind, name] = reference.split("/");
      if (kind === undefined || name === undefined || components[kind]?.[name] !== undefined) continue;
      const found = without(at(description, ["components", kind, name]), false);
      (components[kind] ??= {})[name] = found;
      open.push(found);
    }
  }
  return { paths, components };
}

function at(value: unknown, path: readonly string[]): unknown {
  let current = value;
  for (const step of path) {
    if (!isRecord(current) || current[step] === undefined) throw new Error(`there is no ${path.join(" > ")}`);
    current = current[step];
  }
  return current;
}

/** The value without words; names of properties are kept, whatever they are. */
function without(value: unknown, isNames: boolean): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => without(item, false));
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).filter(([key]) => isNames || (!WORDS.has(key) && !key.startsWith("x-")));
  return Object.fromEntries(
    kept.map(([key, part]) => [key, without(part, key === "properties" && !isNames)]),
  );
}

function referencesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => referencesIn(item));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === "$ref" && typeof part === "string" ? [part] : referencesIn(part),
  );
}

main(process.argv[2] ?? "");
