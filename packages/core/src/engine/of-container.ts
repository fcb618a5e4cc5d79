import type { CelCheck } from "../rule/rule.ts";

/**
 * Whether a check's outcome follows from a container and its pod without the other containers: its expressions ask for nothing of
 * the whole object, and of the pod only for fields by their names.
 */
export function isOfContainer({
  each,
  when = "",
  require,
}: Pick<CelCheck, "each" | "when" | "require">): boolean {
  const words = `${each.slice("containers".length)} ${when} ${require}`.replace(/"[^"\\]*"/g, '""');
  if (words.includes("\\") || words.includes("'") || words.includes("`")) return false;
  if (/\bobject\b|ontainers\b/.test(words)) return false;
  return !/\bpodSpec\b(?!\.\??[a-zA-Z])/.test(words);
}
