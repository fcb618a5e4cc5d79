import { parseYaml, toValue } from "@plimsoll/syntax";

/**
 * The data of a text in YAML or JSON, as JSON would give it, or why it cannot be had: the text holds no document or several, or is
 * malformed. The problem is the end of a sentence.
 */
export function plainData(text: string): { readonly value: unknown } | { readonly problem: string } {
  const { documents } = parseYaml(text);
  const [first, second] = documents;
  if (first === undefined || second !== undefined) return { problem: "it does not hold one document" };
  const { root, problems } = first.document;
  const [problem] = problems;
  if (problem !== undefined) return { problem: problem.message.replace(/\.$/u, "") };
  if (root === undefined) return { problem: "it is empty" };
  const json = JSON.stringify(toValue(root), (_, part: unknown) =>
    typeof part === "bigint" ? Number(part) : part,
  );
  // An alias bomb is small as a tree and large as text.
  if (json.length > MAXIMUM_LENGTH) return { problem: "it is too large" };
  const value: unknown = JSON.parse(json);
  return { value };
}

const MAXIMUM_LENGTH = 16 * 1024 * 1024;
