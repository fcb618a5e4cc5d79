import { describe, expect, it } from "vitest";
import { isAlias, isMap, isPair, isScalar, isSeq, parseAllDocuments } from "yaml";
import { corporaPresent, type CorpusText, readYamlTexts } from "../../fixtures/corpus-texts.ts";
import { generateYaml } from "../../fixtures/generate-yaml.ts";
import { Random } from "../../fixtures/random.ts";
import type { YamlNode, YamlStream } from "./nodes.ts";
import { parseYaml } from "./parse.ts";

/** What both readers make of a text: codes of problems, and values as text. */
interface Verdict {
  readonly codes: readonly string[];
  readonly values: string;
}

function show(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === "bigint") return `integer ${inner}`;
    return typeof inner === "number" ? `float ${inner}` : inner;
  });
}

function ourTree(node: YamlNode | undefined): unknown {
  if (node === undefined) return null;
  const properties = [node.anchor ?? "", longTag(node.tag)];
  if (node.kind === "alias") return `*${node.name}`;
  if (node.kind === "scalar") return [node.value, ...properties];
  if (node.kind === "sequence") return [node.items.map(ourTree), ...properties];
  return [node.entries.map((entry) => [ourTree(entry.key), ourTree(entry.value)]), ...properties];
}

/** The library resolves `!!` and drops it from what has the same type without it. */
function longTag(tag: string | undefined): string {
  if (tag === undefined || tag === "!") return "";
  return tag.startsWith("!!") ? `tag:yaml.org,2002:${tag.slice(2)}` : tag;
}

function theirTree(node: unknown): unknown {
  if (node === null || node === undefined) return [null, "", ""];
  if (isAlias(node)) return `*${node.source}`;
  if (isPair(node)) return [[[theirTree(node.key), theirTree(node.value)]], "", ""];
  if (isScalar(node)) return [node.value, node.anchor ?? "", node.tag ?? ""];
  if (isSeq(node)) return [node.items.map(theirTree), node.anchor ?? "", node.tag ?? ""];
  if (!isMap(node)) throw new TypeError("an unknown kind of node");
  const pairs = node.items.map((pair) => [theirTree(pair.key), theirTree(pair.value)]);
  return [pairs, node.anchor ?? "", node.tag ?? ""];
}

function ours(stream: YamlStream): Verdict {
  const codes = stream.documents.flatMap(({ document }) => document.problems.map((problem) => problem.code));
  return {
    codes,
    values: codes.length > 0 ? "" : show(stream.documents.map(({ document }) => ourTree(document.root))),
  };
}

function theirs(text: string): Verdict {
  const documents = [...parseAllDocuments(text, { intAsBigInt: true, logLevel: "silent" })];
  const codes = documents.flatMap(({ errors }) => errors.map((error) => error.code));
  if (codes.length > 0) return { codes, values: "" };
  const trees = documents.map(({ contents }) => (isNothing(contents) ? null : theirTree(contents)));
  return { codes, values: show(trees.length === 0 ? [null] : trees) };
}

/** The library has a null where a document holds nothing; we have no root. */
function isNothing(contents: unknown): boolean {
  if (contents === null) return true;
  return (
    isScalar(contents) &&
    contents.source === "" &&
    contents.anchor === undefined &&
    contents.tag === undefined &&
    contents.type === "PLAIN"
  );
}

/** Where the two may differ, and why ours is right. Anything else that differs is a fault of ours. */
const ARGUED: readonly {
  readonly why: string;
  readonly holds: (text: string, our: Verdict, their: Verdict) => boolean;
}[] = [
  {
    why: "A CR alone is a line break (YAML 1.2.2, 5.4); the library takes it for text, and trips over some CR LF in flow.",
    holds: (text, our, their) =>
      /\r(?!\n)/.test(text) || (text.includes("\r\n") && our.codes.length === 0 && their.codes.length > 0),
  },
  {
    why: "An alias without an anchor before it is an error (7.1); the library finds out on conversion only. An alias inside its own node is allowed, but Kubernetes and GitHub refuse it.",
    holds: (_text, our) => our.codes.length > 0 && our.codes.every((code) => /alias/.test(code)),
  },
  {
    why: "A directive needs a `---` (9.1.4, 9.2); the library lets the end of the text stand for it.",
    holds: (_text, our) => our.codes.every((code) => code === "yaml/bad-directive") && our.codes.length > 0,
  },
  {
    why: "A `...` before any content ends no document (9.2); the library counts an empty one.",
    holds: (text, our, their) =>
      our.codes.length === 0 && their.codes.length === 0 && /^(?:\s*(?:#.*)?\n)*\.\.\./m.test(text),
  },
  {
    why: "What belongs to a map behind `? ` stands at its column or right of it (8.2.2); the library reads it further left too.",
    holds: (text, our) =>
      /(?:^|[\s])\?\s/.test(text) &&
      our.codes.length > 0 &&
      our.codes.every((code) => /bad-indentation|unexpected-item/.test(code)),
  },
  {
    why: "`''` and `\\\"` do not close a quote (7.3); the library lets them where the text ends right behind.",
    holds: (text, our) => our.codes.includes("yaml/unclosed-quote") && /(?:''|\\")\s*$|''\n/.test(text),
  },
  {
    why: "A map cannot start on the line of its key (8.2.3), also where its own first key is a flow collection.",
    holds: (text, our) => our.codes[0] === "yaml/nested-block" && /[\]}"'] *:(?:\s|$)/.test(text),
  },
  {
    why: "A tab may separate a root scalar from the start of its line (6.2); it is no indentation there.",
    holds: (text, _our, their) => their.codes.every((code) => code === "TAB_AS_INDENT") && /^\t/m.test(text),
  },
  {
    why: "A closing bracket may stand left of its content: go-yaml and every tool read it; the library allows one column only.",
    holds: (text, our, their) =>
      our.codes.length === 0 && their.codes.includes("BAD_INDENT") && /^\s*[\]}]/m.test(text),
  },
  {
    why: "Spaces beyond the indentation are text of a block scalar (8.1.3), also on its last lines; the library drops them.",
    holds: (text, our, their) =>
      our.codes.length === 0 && their.codes.length === 0 && /[|>][^\n]*\n(?:.*\n)* +(?:\n|$)/.test(text),
  },
  {
    why: "Lines of a quoted scalar may stand anywhere where the quote is closed at the end of a line: go-yaml and PyYAML read them, and generated definitions have them.",
    holds: (text, our, their) =>
      our.codes.length === 0 &&
      their.codes.some((code) => code === "BAD_INDENT" || code === "MISSING_CHAR") &&
      /["'][^\n]*\n/.test(text),
  },
  {
    why: "A `%` in a tag comes with two hexadecimal digits and `!` only in its handle (5.6, 6.9.1).",
    holds: (_text, our, their) => our.codes.includes("yaml/bad-tag") !== their.codes.length > 0,
  },
  {
    why: "Two keys that become the same name in plain data are equal for us, such as `1` and `'1'`.",
    holds: (_text, our) => our.codes.length > 0 && our.codes.every((code) => code === "yaml/duplicate-key"),
  },
];

/** Undefined where both agree or the difference is argued; else what differs. */
function difference(text: string): { readonly argued: boolean; readonly report: string } | undefined {
  const our = ours(parseYaml(text));
  const their = theirs(text);
  const agree = our.codes.length > 0 === their.codes.length > 0 && our.values === their.values;
  if (agree) return undefined;
  const argued = ARGUED.some(({ holds }) => holds(text, our, their));
  return {
    argued,
    report: `${JSON.stringify(text)}\nours   ${our.codes.join()} ${our.values}\ntheirs ${their.codes.join()} ${their.values}`,
  };
}

const MARKS = [
  "- ",
  ": ",
  "  ",
  "\n",
  "#",
  " #",
  "'",
  '"',
  "[",
  "]",
  "{",
  "}",
  ",",
  "&a ",
  "*a",
  "!!str ",
  "|",
  "> ",
  "? ",
  "\t",
  "\r\n",
  "%",
  "@",
  "\\",
  "---\n",
  "...\n",
  "~",
  "0x1f",
  "|2\n",
  "-",
  "a",
  "  \n",
];

/** A few lines of a text with one to three small changes. */
function mutant(texts: readonly CorpusText[], random: Random): string {
  const lines = random.pick(texts).text.split("\n");
  const from = random.below(lines.length);
  let text = lines.slice(from, from + 2 + random.below(10)).join("\n");
  for (let change = random.below(3); change >= 0; change -= 1) {
    const at = random.below(text.length + 1);
    const taken = random.below(3);
    text = text.slice(0, at) + (random.once(3) ? "" : random.pick(MARKS)) + text.slice(at + taken);
  }
  return text;
}

function unargued(texts: Iterable<string>): { readonly reports: readonly string[]; readonly argued: number } {
  const reports: string[] = [];
  let argued = 0;
  for (const text of texts) {
    const found = difference(text);
    if (found?.argued === true) argued += 1;
    else if (found !== undefined) reports.push(found.report);
  }
  return { reports, argued };
}

describe("agreement with the library `yaml` on generated documents", () => {
  it.each([1, 2, 3, 4])("with seed %d", (seed) => {
    const random = new Random(seed);
    const texts = Array.from({ length: 400 }, (_, index) =>
      generateYaml(random, { aliases: index % 2 === 0 }),
    );
    const { reports, argued } = unargued(texts);
    expect(reports.slice(0, 3).join("\n\n")).toBe("");
    expect(argued).toBeLessThan(60);
  });
});

describe.skipIf(!corporaPresent)("agreement with the library `yaml` (corpus absent: shared/corpora)", () => {
  const texts = corporaPresent ? readYamlTexts() : [];

  it("on every YAML and JSON text of the corpora", { timeout: 120_000 }, () => {
    expect(texts.length).toBeGreaterThan(2000);
    const { reports, argued } = unargued(texts.map(({ text }) => text));
    expect(reports.slice(0, 3).join("\n\n")).toBe("");
    // One has an alias inside the node that it stands for, three have quoted lines that stand at the column of their key.
    expect(argued).toBe(4);
  });

  it.each([1, 2, 3])("on mutants of them, seed %d", { timeout: 120_000 }, (seed) => {
    const random = new Random(seed);
    const mutants = Array.from({ length: 3000 }, () => mutant(texts, random));
    const { reports, argued } = unargued(mutants);
    expect(reports.slice(0, 3).join("\n\n")).toBe("");
    expect(argued).toBeLessThan(40);
  });
});
