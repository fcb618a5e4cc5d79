import { describe, expect, it } from "vitest";
import { corporaPresent, readYamlTexts } from "../../fixtures/corpus-texts.ts";
import { generateYaml } from "../../fixtures/generate-yaml.ts";
import { Random } from "../../fixtures/random.ts";
import { applyEdits, type TextEdit } from "../source/text-edit.ts";
import { parseYamlDocument } from "./document.ts";
import { insertItem, removeAt, renameKey, replaceScalar, setValue } from "./edit.ts";
import type { YamlDocument, YamlNode } from "./nodes.ts";
import { parseYaml } from "./parse.ts";
import { asMap, asSequence, entryName, getEntry, getNode, type YamlPath } from "./read.ts";
import { toValue, type YamlPlain } from "./value.ts";
import { walkYaml } from "./walk.ts";

/** Plain data that may be changed: the model that an edit is compared with. Integers are bigint, as they are read. */
type Model = string | number | bigint | boolean | null | Model[] | Map<string, Model>;

function toModel(value: YamlPlain): Model {
  if (typeof value === "number" && Number.isInteger(value)) return BigInt(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(toModel);
  return new Map(Object.entries(value).map(([key, inner]) => [key, toModel(inner)]));
}

/** Text of a model in which the order of keys does not count. */
function show(model: Model): string {
  if (model instanceof Map) {
    const entries = [...model].map(([key, value]) => `${JSON.stringify(key)}:${show(value)}`);
    return `{${entries.sort().join()}}`;
  }
  if (Array.isArray(model)) return `[${model.map(show).join()}]`;
  return typeof model === "string" ? JSON.stringify(model) : `${typeof model} ${String(model)}`;
}

function at(model: Model, path: YamlPath): Model {
  return path.reduce<Model>((inner, step) => {
    if (inner instanceof Map) return inner.get(String(step)) ?? null;
    return Array.isArray(inner) && typeof step === "number" ? (inner[step] ?? null) : null;
  }, model);
}

/** The model with another value at a path. */
function put(model: Model, path: YamlPath, value: Model): Model {
  const step = path.at(-1);
  if (step === undefined) return value;
  const parent = at(model, path.slice(0, -1));
  if (parent instanceof Map) parent.set(String(step), value);
  else if (Array.isArray(parent) && typeof step === "number") parent[step] = value;
  return model;
}

const TEXTS = [
  "v",
  "yes",
  "0644",
  "a b",
  "a: b",
  "x #y",
  "#",
  "- a",
  "it's",
  'q"',
  "one\ntwo\n",
  " x",
  "x ",
  "",
  "null",
  "1",
  "é",
  "--flag",
  "{a}",
  "a,b",
  "[",
  "*x",
  "!x",
  "%",
  "@a",
  "a\n\n  b\n",
  "\t",
  "<<",
  "true",
  "1_000",
  "a:",
  "?",
  "-",
  "---",
  "...",
  "😀",
  "\u0085",
  "\ufeff",
  "\ud800",
  "`",
  "0b1",
  "08",
  "~",
];

function anyValue(random: Random, depth: number = 0): YamlPlain {
  switch (random.below(depth > 2 ? 4 : 7)) {
    case 0:
    case 1:
      return random.pick(TEXTS);
    case 2:
      return random.pick([1, 0n, true, false, null, 2.5, -3]);
    case 3:
      return random.pick([{}, [], "s"]);
    case 4:
      return { [random.pick(TEXTS)]: anyValue(random, depth + 1), other: anyValue(random, depth + 1) };
    case 5:
      return [anyValue(random, depth + 1), anyValue(random, depth + 1)];
    default:
      return { a: anyValue(random, depth + 1) };
  }
}

/** An edit, what the document must hold after it, and the stretch of text whose comments may go. */
interface Trial {
  readonly edits: readonly TextEdit[];
  readonly expected: Model;
  readonly gone: { readonly start: number; readonly end: number } | undefined;
}

interface Target {
  readonly document: YamlDocument;
  readonly root: YamlNode;
  readonly path: YamlPath;
  readonly node: YamlNode;
  readonly model: Model;
  readonly random: Random;
}

/** With a block collection the comment on its last line goes too. */
function stretchOf(text: string, node: YamlNode): { readonly start: number; readonly end: number } {
  const isBlock = (node.kind === "map" || node.kind === "sequence") && !node.flow;
  return { start: node.start, end: isBlock ? endOfLine(text, node.end) : node.end };
}

function endOfLine(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return end;
}

const TRIALS: Readonly<Record<string, (target: Target) => Trial | undefined>> = {
  set({ document, root, path, node, model, random }) {
    const value = anyValue(random);
    const edits = setValue(document, root, path, value);
    return { edits, expected: put(model, path, toModel(value)), gone: stretchOf(document.text, node) };
  },
  add({ document, root, path, node, model, random }) {
    const holder = at(model, path);
    const value = anyValue(random);
    const isNested = random.once(2);
    const added: Model = isNested ? new Map([["sub", toModel(value)]]) : toModel(value);
    const step = Array.isArray(holder) ? holder.length : random.pick(["newKey", "x-y", "yes"]);
    if (holder instanceof Map ? holder.has(String(step)) : !Array.isArray(holder) && holder !== null)
      return undefined;
    const edits = setValue(document, root, [...path, step, ...(isNested ? ["sub"] : [])], value);
    const isEmpty =
      holder === null ||
      (Array.isArray(holder) && holder.length === 0) ||
      (holder instanceof Map && holder.size === 0);
    const whole = holder === null ? put(model, path, new Map()) : model;
    return {
      edits,
      expected: put(whole, [...path, step], added),
      gone: isEmpty ? stretchOf(document.text, node) : undefined,
    };
  },
  remove({ document, root, path, node, model }) {
    const step = path.at(-1);
    const parentPath = path.slice(0, -1);
    const parent = at(model, parentPath);
    const holder = getNode(root, parentPath);
    if (step === undefined || holder === undefined) return undefined;
    const entry = holder.kind === "map" ? getEntry(holder, String(step)) : undefined;
    const start = entry?.start ?? asSequence(holder)?.itemStarts[Number(step)] ?? node.start;
    if (parent instanceof Map) parent.delete(String(step));
    else if (Array.isArray(parent)) parent.splice(Number(step), 1);
    const isOnly = parent instanceof Map ? parent.size === 0 : Array.isArray(parent) && parent.length === 0;
    const own = { start, end: endOfLine(document.text, Math.max(node.end, entry?.end ?? 0)) };
    const gone = isOnly ? { start: Math.min(start, holder.start), end: Math.max(own.end, holder.end) } : own;
    return { edits: removeAt(document, root, path), expected: model, gone };
  },
  insert({ document, root, path, node, model, random }) {
    const list = at(model, path);
    if (!Array.isArray(list)) return undefined;
    const index = random.below(list.length + 1);
    const value = anyValue(random);
    const edits = insertItem(document, root, path, { index, value });
    list.splice(index, 0, toModel(value));
    return { edits, expected: model, gone: list.length === 1 ? stretchOf(document.text, node) : undefined };
  },
  scalar({ document, path, node, model, random }) {
    if (node.kind !== "scalar") return undefined;
    const value = random.pick([...TEXTS, 1n, true, null, 2.5]);
    return { edits: replaceScalar(document, node, value), expected: put(model, path, value), gone: node };
  },
  rename({ document, root, path, model, random }) {
    const step = path.at(-1);
    const parent = at(model, path.slice(0, -1));
    const name = random.pick(TEXTS);
    if (step === undefined || !(parent instanceof Map) || parent.has(name)) return undefined;
    const value = parent.get(String(step)) ?? null;
    parent.delete(String(step));
    parent.set(name, value);
    return { edits: renameKey(document, root, path, name), expected: model, gone: undefined };
  },
};

/** What is wrong after an edit, or undefined. */
function fault(document: YamlDocument, trial: Trial): string | undefined {
  const text = applyEdits(document.text, trial.edits);
  const after = parseYamlDocument(text);
  const faults: string[] = after.problems.map((problem) => problem.code);
  const found = after.root === undefined ? null : toModel(toValue(after.root));
  if (show(found) !== show(trial.expected)) faults.push(`${show(found)} is not ${show(trial.expected)}`);
  const left = after.comments.map((comment) => comment.text);
  for (const comment of document.comments) {
    const { gone } = trial;
    if (gone !== undefined && comment.start >= gone.start && comment.end <= gone.end) continue;
    const index = left.indexOf(comment.text);
    if (index === -1) faults.push(`the comment #${comment.text} is lost`);
    else left.splice(index, 1);
  }
  if (after.comments.length > document.comments.length) faults.push("a comment appeared");
  if (document.text.includes("\r\n") && /(?:^|[^\r])\n/.test(text)) faults.push("a line break is not CR LF");
  if (faults.length === 0) return undefined;
  return `${faults.join("; ")}\n${JSON.stringify(document.text)}\n${JSON.stringify(text)}`;
}

/** Makes one random edit; says what came of it. */
function trial(text: string, random: Random): string | undefined {
  const document = parseYamlDocument(text);
  const { root } = document;
  if (root === undefined || document.problems.length > 0) return "skipped";
  const paths: YamlPath[] = [];
  walkYaml(root, (_node, path) => void paths.push([...path]));
  const path = random.pick(paths);
  const node = getNode(root, path);
  const name = random.pick(Object.keys(TRIALS));
  if (node === undefined) return "skipped";
  const made = TRIALS[name]?.({ document, root, path, node, model: toModel(toValue(root)), random });
  if (made === undefined) return "skipped";
  if (made.edits.length === 0) return "refused";
  const found = fault(document, made);
  return found === undefined ? undefined : `${name} at ${JSON.stringify(path)}: ${found}`;
}

function run(
  seed: number,
  count: number,
  next: (random: Random) => string,
): { readonly faults: string; readonly done: number; readonly refused: number } {
  const random = new Random(seed);
  const results = Array.from({ length: count }, () => trial(next(random), random));
  const faults = results.filter(
    (result) => result !== undefined && result !== "skipped" && result !== "refused",
  );
  return {
    faults: faults.slice(0, 3).join("\n\n"),
    done: results.filter((result) => result === undefined).length,
    refused: results.filter((result) => result === "refused").length,
  };
}

/** Another form of a text with the same values: CR LF, without the last line break, with more comments and empty lines. */
function reshape(text: string, random: Random): string {
  switch (random.below(5)) {
    case 0:
      return text.replaceAll("\r\n", "\n").replaceAll("\n", "\r\n");
    case 1:
      return text.trimEnd();
    case 2:
      return text.replaceAll("\n", () => (random.once(12) ? "\n\n# own\n" : "\n"));
    default:
      return text;
  }
}

describe("every edit gives exactly the value that was asked for and keeps all else", () => {
  it.each([1, 2, 3, 4])("in generated documents, seed %d", { timeout: 60_000 }, (seed) => {
    const { faults, done, refused } = run(seed, 1500, (random) => generateYaml(random, { aliases: false }));
    expect(faults).toBe("");
    expect(done).toBeGreaterThan(800);
    expect(refused).toBeLessThan(done / 20);
  });

  it.skipIf(!corporaPresent).each([1, 2])(
    "in the corpora (corpus absent: shared/corpora), seed %d",
    { timeout: 60_000 },
    (seed) => {
      const texts = readYamlTexts()
        .flatMap(({ text }) => parseYaml(text).documents.map(({ document }) => document.text))
        .filter((text) => text.length < 6000 && !/[&*]\w/.test(text));
      const { faults, done, refused } = run(seed, 3000, (random) => reshape(random.pick(texts), random));
      expect(faults).toBe("");
      expect(done).toBeGreaterThan(1500);
      expect(refused).toBeLessThan(done / 100);
    },
  );

  it.skipIf(!corporaPresent)(
    "in the corpora written as JSON (corpus absent: shared/corpora)",
    { timeout: 60_000 },
    () => {
      const values = readYamlTexts()
        .slice(0, 400)
        .flatMap(({ text }) => parseYaml(text).documents.slice(0, 1));
      const texts = values
        .filter(({ document }) => document.root !== undefined && document.problems.length === 0)
        .map(({ document }) =>
          JSON.stringify(
            document.root === undefined ? null : toValue(document.root),
            (_key, value: unknown) => (typeof value === "bigint" ? Number(value) : value),
            document.text.length % 2 === 0 ? 2 : 0,
          ),
        )
        .filter((text) => text.length < 6000);
      const { faults, done } = run(7, 2000, (random) => random.pick(texts));
      expect(faults).toBe("");
      expect(done).toBeGreaterThan(1000);
    },
  );

  it("names entries as plain data does", () => {
    const { root } = parseYamlDocument("1: a\ntrue: b\n");
    expect(asMap(root)?.entries.map(entryName)).toEqual(["1", "true"]);
  });
});
