import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan, unquote, type Dockerfile } from "@plimsoll/syntax";
import { addSources, type CopyStep } from "../../shared-copies/sources.ts";

const ADD_FLAGS = new Set(["checksum", "keep-git-dir", "unpack"]);

interface Data {
  readonly flags: readonly string[];
  /** True where a variable hides the source. */
  readonly unknown: boolean;
}

const LOCAL = new Set(["path", "heredoc"]);

/** Names of files that ADD cannot have unpacked: it would have made a folder of that name. */
function isFileName(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return /[^.]\.[A-Za-z][A-Za-z0-9]{0,5}$/.test(name);
}

/** True where every source is a local file that ADD only copies, or must be one by where it goes. */
function onlyCopies(file: Dockerfile, { sources, destination }: CopyStep): boolean {
  const target = destination === undefined ? "" : unquote(destination, file.escape);
  return (
    sources.length > 0 &&
    sources.every(({ kind }) => LOCAL.has(kind) || (kind === "unknown" && isFileName(target)))
  );
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/copy-instead-of-add",
  title: "Local files are copied with COPY",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF012"],
  aliases: [
    "hadolint:DL3020",
    "trivy:DS-0005",
    "checkov:CKV_DOCKER_4",
    "kics:add_instead_of_copy",
    "dockle:CIS-DI-0009",
  ],
  since: "0.1.0",
  *check(file) {
    for (const step of addSources(file)) {
      if (!onlyCopies(file, step)) continue;
      const unknown = step.sources.some(({ kind }) => kind === "unknown");
      yield {
        problem: "addCopies",
        at: step.instruction.keywordSpan,
        subject: step.instruction.body.text,
        ...(unknown ? { confidence: "medium" as const } : {}),
        data: { flags: step.instruction.flags.map(({ name }) => name), unknown },
      };
    }
  },
  message: () => "ADD copies a local file here: COPY does that and nothing else.",
  fix({ at, data: { flags, unknown } }) {
    // What only ADD understands would break COPY.
    if (flags.some((name) => ADD_FLAGS.has(name))) return [];
    return [{ title: "Use COPY", safety: unknown ? "review" : "safe", edits: [replaceSpan(at, "COPY")] }];
  },
});
