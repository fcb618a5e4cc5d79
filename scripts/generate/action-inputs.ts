import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isScalar, parseDocument, type YAMLMap } from "yaml";
import { root, type Output } from "./outputs.ts";

/**
 * Typed inputs and names of outputs of each action, from its `action.yml`. What a runner does not know stands in a comment above
 * each input: `# type: one of auto | buildah`.
 */
export function actionInputs(): readonly Output[] {
  return readdirSync(join(root, "actions"))
    .sort()
    .filter((name) => existsSync(join(root, "actions", name, "action.yml")))
    .map((name) => {
      const file = `actions/${name}/action.yml`;
      return { path: `actions/${name}/src/inputs.generated.ts`, text: moduleOf(file) };
    });
}

function moduleOf(file: string): string {
  const text = readFileSync(join(root, file), "utf8");
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) throw new Error(`${file}: ${error.message}`);
  const specs = entriesOf(document.get("inputs")).map((entry) => specOf(file, text, entry));
  const outputs = entriesOf(document.get("outputs")).map(({ name }) => `  | ${JSON.stringify(name)}`);
  return `// Generated from ${file} by \`npm run generate\`. Do not edit.
import type { InputsOf } from "@plimsoll/action-kit";

export const inputSpecs = {
${specs.join("\n")}
} as const;

/** The inputs of this action. */
export type Inputs = InputsOf<typeof inputSpecs>;

/** The outputs of this action. */
export type OutputName =
${outputs.join("\n")};
`;
}

interface Entry {
  readonly name: string;
  /** Offset of the name. */
  readonly start: number;
  readonly value: YAMLMap;
}

function entriesOf(map: unknown): readonly Entry[] {
  if (!isMap(map)) return [];
  return map.items.map(({ key, value }) => {
    if (!isScalar(key) || typeof key.value !== "string" || !isMap(value))
      throw new Error(`${String(key)} is no input or output`);
    return { name: key.value, start: key.range?.[0] ?? 0, value };
  });
}

function specOf(file: string, text: string, { name, start, value }: Entry): string {
  const type = commentAbove(text, start);
  const kind = kindOf(type);
  if (kind === undefined)
    throw new Error(
      `${file}: the input ${name} has no comment "# type: …" above it that says its type: ${type}`,
    );
  const fallback = textOf(value.get("default"));
  const members = [
    `name: ${JSON.stringify(name)}`,
    `required: ${value.get("required") === true}`,
    `default: ${JSON.stringify(fallback)}`,
    ...kind,
  ];
  if (kind[0] === 'kind: "flag"' && fallback === "")
    throw new Error(`${file}: the flag ${name} has no default`);
  return `  ${memberName(name)}: { ${members.join(", ")} },`;
}

/** The runner makes text of a default. */
function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? `${value}`
    : "";
}

function commentAbove(text: string, start: number): string {
  const line = text.slice(0, start).split("\n").at(-2)?.trim() ?? "";
  return line.startsWith("# type:") ? line.slice("# type:".length).trim() : "";
}

function memberName(name: string): string {
  const member = name.replaceAll(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
  if (!/^[a-z][A-Za-z0-9]*$/u.test(member)) throw new Error(`${name} is no name of an input`);
  return member;
}

const PLAIN = new Set(["text", "flag", "list", "lines", "secret", "secret lines"]);

/** Members of the spec that say the type; undefined where the comment says none. */
function kindOf(type: string): readonly [string, ...string[]] | undefined {
  if (PLAIN.has(type)) return [`kind: ${JSON.stringify(type.replace(" ", "-"))}`];
  const alias = /^alias of (\S+)$/u.exec(type)?.[1];
  if (alias !== undefined) return ['kind: "alias"', `of: ${JSON.stringify(alias)}`];
  const words = /^(one|some) of (.+)$/u.exec(type);
  if (words !== null) {
    const values = (words[2] ?? "").split("|").map((word) => JSON.stringify(word.trim()));
    return [`kind: "${words[1] ?? ""}-of"`, `values: [${values.join(", ")}]`];
  }
  const number = /^(count|number) (-?[\d.]+)\.\.(-?[\d.]+)$/u.exec(type);
  if (number === null) return undefined;
  return [`kind: "${number[1] ?? ""}"`, `minimum: ${number[2] ?? ""}`, `maximum: ${number[3] ?? ""}`];
}
