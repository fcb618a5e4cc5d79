import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan, resolveWord, unquote, type Dockerfile, type Instruction } from "@plimsoll/syntax";
import { cleanPath, isAbsolutePath } from "../../shared-paths/system-folders.ts";
import { workingFolder } from "../../shared-paths/working-folder.ts";

interface Data {
  readonly instruction: Instruction;
  readonly text: string;
}

/** The text of a WORKDIR where its start is known. */
function startOf(file: Dockerfile, instruction: Instruction): string | undefined {
  const { text, unresolved, error } = resolveWord(file, instruction, instruction.body);
  if (error !== undefined) return undefined;
  if (unresolved.length === 0) return text === "" ? undefined : text;
  const written = unquote(instruction.body, file.escape);
  return written.startsWith("$") || text.startsWith("$") ? undefined : written;
}

const BUILDKIT = "buildkit:WorkdirRelativePath";
const EVERY_RELATIVE = [
  "hadolint:DL3000",
  "trivy:DS-0009",
  "checkov:CKV_DOCKER_10",
  "kics:workdir_path_not_absolute",
];

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/workdir-absolute",
  title: "WORKDIR is an absolute path",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: [...EVERY_RELATIVE, BUILDKIT],
  narrows: true,
  since: "0.1.0",
  *check(file) {
    for (const written of file.instructions) {
      const instruction = written.trigger ?? written;
      if (instruction.keyword !== "WORKDIR") continue;
      const text = startOf(file, instruction);
      if (text === undefined || isAbsolutePath(text)) continue;
      // BuildKit lets a relative one stand below an absolute one.
      const isOpen = workingFolder(file, instruction).kind === "inherited";
      const aliases = isOpen ? [...EVERY_RELATIVE, BUILDKIT] : EVERY_RELATIVE;
      yield { problem: "relative", at: instruction.body, aliases, data: { instruction, text } };
    }
  },
  message: ({ data: { text } }) =>
    `WORKDIR "${text}" is relative, so where it leads depends on what stands above it.`,
  fix({ at, data: { instruction, text } }, file) {
    const from = workingFolder(file, instruction);
    const scratch = from.kind === "inherited" && from.scratch;
    const base = from.kind === "known" ? from.path : scratch ? "/" : undefined;
    if (base?.startsWith("/") !== true || /[$\s\\]/.test(text)) return [];
    const path = cleanPath(`${base}/${text}`);
    return [{ title: `Write ${path}`, safety: "safe", edits: [replaceSpan(at, path)] }];
  },
});
