import type { RuleCases } from "@plimsoll/core";
import type { PlainFile } from "./check-all.ts";

const cases = import.meta.glob<RuleCases>("../../packages/rules/src/*/*/cases.ts", {
  eager: true,
  import: "cases",
});

/** Names of files that tell what they are; the same that the tester of rules gives. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["dockerfile", "Dockerfile"],
  ["workflow", ".github/workflows/ci.yaml"],
]);

/** The example files of every rule, each under a folder of its own, so that a path names one text. */
export function examples(): readonly PlainFile[] {
  return Object.entries(cases).flatMap(([file, { pass, fail }]) => {
    const [surface, rule] = file.split("/").slice(-3, -1);
    const name = NAMES.get(surface ?? "") ?? "manifest.yaml";
    return [...pass, ...fail].map(({ path, text }, index) => ({
      path: `${surface}/${rule}/${index}/${path ?? name}`,
      text,
    }));
  });
}
