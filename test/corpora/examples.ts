import type { RuleCases } from "@plimsoll/core";
import type { PlainFile } from "./check-all.ts";

const cases = import.meta.glob<RuleCases>("../../packages/rules/src/*/*/cases.ts", {
  eager: true,
  import: "cases",
});

/** The example files of every rule, each under a folder of its own, so that a path names one text. */
export function examples(): readonly PlainFile[] {
  return Object.entries(cases).flatMap(([file, { pass, fail }]) => {
    const [surface, rule] = file.split("/").slice(-3, -1);
    const name = surface === "dockerfile" ? "Dockerfile" : "manifest.yaml";
    return [...pass, ...fail].map(({ path, text }, index) => ({
      path: `${surface}/${rule}/${index}/${path ?? name}`,
      text,
    }));
  });
}
