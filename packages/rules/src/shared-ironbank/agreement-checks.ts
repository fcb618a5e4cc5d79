import {
  asMap,
  getEntry,
  getNode,
  parseDockerfile,
  scalarText,
  unquote,
  type Dockerfile,
  type YamlMap,
} from "@plimsoll/syntax";
import { copyStep } from "../shared-copies/sources.ts";
import { placeIn, type ManifestProblem } from "./manifest-checks.ts";
import { resourceNames } from "./resource-checks.ts";

/** Endings of files that are staged, not kept in a repository. */
const STAGED = /\.(tar|tgz|tar\.(gz|bz2|xz)|zip|rpm|deb|apk|jar|war|whl|gem|bin|run)$/i;

/** Files that are looked for in the repository. */
const MAXIMUM_FILES = 500;

/** Checks that a manifest and the Dockerfile beside it say the same. */
export function* agreementProblems(
  root: YamlMap,
  sibling: (name: string) => string | undefined,
): Iterable<ManifestProblem> {
  const text = sibling("Dockerfile");
  if (text === undefined) return;
  const file = parseDockerfile(text);
  yield* argumentProblems(root, file);
  yield* stagedProblems(root, file, sibling);
}

function* argumentProblems(root: YamlMap, file: Dockerfile): Iterable<ManifestProblem> {
  const args = asMap(getNode(root, ["args"]));
  if (args === undefined) return;
  for (const { pairs } of file.globalArgs) {
    for (const { key, value } of pairs) {
      const entry = getEntry(args, key);
      if (value === undefined || entry === undefined) continue;
      const written = unquote(value, file.escape);
      const given = scalarText(entry.value);
      if (given === undefined || written === given || written.includes("$")) continue;
      const message = `Argument ${key} is "${given}" here and "${written}" in the Dockerfile.`;
      yield { problem: "argDiffers", at: entry.value, subject: key, message };
    }
  }
}

/** A file that is copied, is not in the repository, and is declared nowhere, has no way into the build. */
function* stagedProblems(
  root: YamlMap,
  file: Dockerfile,
  sibling: (name: string) => string | undefined,
): Iterable<ManifestProblem> {
  const declared = resourceNames(root);
  const place = getEntry(root, "resources")?.key ?? placeIn(root);
  for (const path of [...stagedFiles(file)].slice(0, MAXIMUM_FILES)) {
    if (declared.has(path) || sibling(path) !== undefined) continue;
    const message = `File "${path}" is copied by the Dockerfile but is neither declared here nor in the repository.`;
    yield { problem: "resourceUndeclared", at: place, subject: path, message };
  }
}

/** The archives and packages that a Dockerfile takes from its build context. */
function stagedFiles(file: Dockerfile): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const instruction of file.instructions) {
    if (instruction.keyword !== "COPY" && instruction.keyword !== "ADD") continue;
    if (instruction.flags.some(({ name }) => name === "from")) continue;
    for (const { kind, text } of copyStep(file, instruction).sources) {
      const path = text.replace(/^\.?\//, "");
      const isLocal = kind === "path" || kind === "archive";
      if (isLocal && STAGED.test(path) && !/[*?[\]$]/.test(path)) paths.add(path);
    }
  }
  return paths;
}
