import { parseYaml, toValue, type YamlPlain } from "@plimsoll/syntax";

/** Values that a document may have once aliases are written out: an alias bomb is small only as long as they are not. */
const MOST_VALUES = 1_000_000;

/** Nesting of lists and maps, aliases written out. */
const MAXIMUM_DEPTH = 200;

/**
 * The data of a text in YAML or JSON as JSON would give it: integers are numbers, maps plain objects. Or why it cannot be had: the
 * text does not hold just one document, is malformed, or grows without end. The problem is the end of a sentence.
 */
export function plainData(text: string): { readonly value: unknown } | { readonly problem: string } {
  const { documents } = parseYaml(text);
  const [first, second] = documents;
  if (first === undefined || second !== undefined) return { problem: "it does not hold one document" };
  const { root, problems } = first.document;
  const [problem] = problems;
  if (problem !== undefined) return { problem: problem.message.replace(/\.$/u, "") };
  if (root === undefined) return { problem: "it is empty" };
  const value = toValue(root);
  if (!isBounded(value, { values: MOST_VALUES }, 0)) return { problem: "its aliases grow without end" };
  const json = JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? Number(part) : part));
  const data: unknown = JSON.parse(json);
  return { value: data };
}

function isBounded(value: YamlPlain, left: { values: number }, depth: number): boolean {
  left.values -= 1;
  if (left.values < 0 || depth > MAXIMUM_DEPTH) return false;
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every((part: YamlPlain) => isBounded(part, left, depth + 1));
}
