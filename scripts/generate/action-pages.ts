import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isScalar, parseDocument, type YAMLMap } from "yaml";
import { renderTable } from "../docs/markdown.ts";
import { root, type Output } from "./outputs.ts";

const MARK = "<!-- Generated from action.yml and README.md by `npm run generate`. Do not edit. -->\n";

/** A page about each action: what its README says, then every input and output of its `action.yml`. */
export function actionPages(): readonly Output[] {
  const names = readdirSync(join(root, "actions"))
    .sort()
    .filter((name) => existsSync(join(root, "actions", name, "README.md")));
  const pages = names.map((name) => ({ path: `docs/actions/${name}.md`, text: pageOf(name) }));
  return [...pages, { path: "docs/actions/README.md", text: overview(names) }];
}

function overview(names: readonly string[]): string {
  const rows = names.map((name) => [
    `[${name}](${name}.md)`,
    cellOf(textOf(actionOf(name).get("description"))),
  ]);
  return `${MARK}
# Actions

One for each step of a release. [Your first pipeline](../guide/your-first-pipeline.md) puts them together; the reusable workflow
\`.github/workflows/factory.yml\` is that pipeline.

${renderTable(["Action", "What it does"], rows)}
`;
}

function pageOf(name: string): string {
  const prose = readFileSync(join(root, "actions", name, "README.md"), "utf8").trimEnd();
  const action = actionOf(name);
  const source = readFileSync(join(root, "actions", name, "action.yml"), "utf8");
  const inputs = entriesOf(action.get("inputs")).map(({ name: input, start, value }) => [
    `\`${input}\``,
    cellOf(typeAbove(source, start)),
    defaultOf(value),
    cellOf(textOf(value.get("description"))),
  ]);
  const outputs = entriesOf(action.get("outputs")).map(({ name: output, value }) => [
    `\`${output}\``,
    cellOf(textOf(value.get("description"))),
  ]);
  return `${MARK}
${prose}

## Inputs

Lists are divided by commas or line ends, and may hold comments (\`#\`). An input that is unknown or malformed is an error.

${renderTable(["Input", "Type", "Default", "What it says"], inputs)}

## Outputs

${renderTable(["Output", "What it is"], outputs)}
`;
}

function actionOf(name: string): YAMLMap {
  const { contents } = parseDocument(readFileSync(join(root, "actions", name, "action.yml"), "utf8"));
  if (isMap(contents)) return contents;
  throw new Error(`actions/${name}/action.yml is no map`);
}

/** Descriptions are Markdown; in a cell a bar would end it. */
function cellOf(markdown: string): string {
  return markdown
    .replaceAll("|", String.raw`\|`)
    .replaceAll("\n", " ")
    .trim();
}

interface Entry {
  readonly name: string;
  /** Offset of the name. */
  readonly start: number;
  readonly value: YAMLMap;
}

function entriesOf(map: unknown): readonly Entry[] {
  if (!isMap(map)) return [];
  return map.items.flatMap(({ key, value }) =>
    isScalar(key) && isMap(value) ? [{ name: String(key.value), start: key.range?.[0] ?? 0, value }] : [],
  );
}

/** The comment above an input says its type. */
function typeAbove(text: string, start: number): string {
  const line = text.slice(0, start).split("\n").at(-2)?.trim() ?? "";
  return line.startsWith("# type:") ? line.slice("# type:".length).trim() : "text";
}

function defaultOf(value: YAMLMap): string {
  if (value.get("required") === true) return "required";
  const text = textOf(value.get("default"));
  return text === "" ? "" : `\`${text}\``;
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? `${value}`
    : "";
}
