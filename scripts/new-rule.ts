import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { rulesFolder } from "./generate/rules.ts";

const SURFACES = ["dockerfile", "kubernetes", "ironbank"];

/** Scaffolds a rule's folder: `npm run new:rule -- kubernetes/what-must-hold`. Three files; the rest is generated. */
async function main(): Promise<void> {
  const id = process.argv[2] ?? "";
  const [surface = "", slug = "", ...rest] = id.split("/");
  if (!SURFACES.includes(surface) || !/^[a-z][a-z0-9-]{2,50}$/.test(slug) || rest.length > 0) {
    process.stderr.write(
      `Give an id such as kubernetes/containers-not-privileged; the surface is one of ${SURFACES.join(", ")}.\n`,
    );
    process.exitCode = 2;
    return;
  }
  const folder = join(rulesFolder, surface, slug);
  await mkdir(join(folder, ".."), { recursive: true });
  await mkdir(folder);
  const files = surface === "dockerfile" ? dockerfileRule(id) : celRule(id);
  for (const [name, text] of Object.entries({ ...files, "doc.md": PROSE }))
    await writeFile(join(folder, name), text);
  process.stdout.write(
    `Made ${folder}. Fill in its three files, then run: npm run generate && npx vitest run packages/rules -t ${id}\n`,
  );
}

const PROSE = `## Why it matters

Say what goes wrong, and for whom, when this does not hold. Argue the severity and the confidence.

## How to satisfy it

Say what to write instead.

## When to waive

Say who may have a good reason, and what must stand in its place.
`;

function titleOf(id: string): string {
  const words = (id.split("/")[1] ?? "").replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function celRule(id: string): Record<string, string> {
  const rule = `import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "${id}",
  title: "${titleOf(id)}",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  aliases: [],
  since: "0.1.0",
  each: "containers",
  require: "has(container.name)",
  problem: "missing",
  at: ["name"],
  message: "A container has no name.",
});
`;
  const cases = `import type { RuleCases } from "@plimsoll/core";

const head = "apiVersion: v1\\nkind: Pod\\nmetadata:\\n  name: web\\nspec:\\n";

export const cases: RuleCases = {
  pass: [{ name: "a named container", text: \`\${head}  containers:\\n    - name: web\\n      image: web\\n\` }],
  fail: [
    {
      name: "a container without a name",
      text: \`\${head}  containers:\\n    - image: web\\n\`,
      findings: [{ at: "7:7-7:12", problem: "missing" }],
      fixed: null,
    },
    {
      name: "an init container without a name",
      text: \`\${head}  initContainers:\\n    - image: setup\\n\`,
      findings: [{ at: "7:7-7:12", problem: "missing" }],
      fixed: null,
    },
  ],
};
`;
  return { "rule.ts": rule, "cases.ts": cases };
}

function dockerfileRule(id: string): Record<string, string> {
  const rule = `import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import type { Dockerfile } from "@plimsoll/syntax";

export const rule: DockerfileRule = defineRule({
  id: "${id}",
  title: "${titleOf(id)}",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: [],
  since: "0.1.0",
  check,
  message: () => "MAINTAINER is deprecated.",
});

function* check(file: Dockerfile): Iterable<Problem> {
  for (const instruction of file.instructions) {
    if (instruction.keyword === "MAINTAINER") yield { problem: "maintainer", at: instruction.keywordSpan, data: undefined };
  }
}
`;
  const cases = `import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [{ name: "no MAINTAINER", text: "FROM scratch\\n" }],
  fail: [
    {
      name: "a MAINTAINER",
      text: "FROM scratch\\nMAINTAINER somebody\\n",
      findings: [{ at: "2:1-2:11", problem: "maintainer" }],
      fixed: null,
    },
    {
      name: "in lower case",
      text: "FROM scratch\\nmaintainer somebody\\n",
      findings: [{ at: "2:1-2:11", problem: "maintainer" }],
      fixed: null,
    },
  ],
};
`;
  return { "rule.ts": rule, "cases.ts": cases };
}

await main();
