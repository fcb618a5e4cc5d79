import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { packageSteps, runsOf } from "../../shared-commands/commands.ts";
import { removalsOf, removedAgain } from "../../shared-packages/removed.ts";
import { unneededKind } from "../../shared-packages/unneeded.ts";

interface Data {
  readonly name: string;
  readonly kind: string;
}

const DISTRIBUTION = new Set(["apt", "apk", "yum", "dnf", "microdnf", "tdnf", "zypper"]);

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/no-unneeded-packages",
  title: "The image holds no tools that only a build or a person needs",
  severity: "warning",
  confidence: "medium",
  surface: "dockerfile",
  catalogue: ["DF020"],
  aliases: [],
  since: "0.1.0",
  options: {
    allowed: {
      description: "Packages that images may hold although they are on the list, such as `git`.",
      schema: { type: "array", items: { type: "string", minLength: 1 } },
      default: [],
    },
  },
  *check(file, { options }) {
    const allowed = new Set(Array.isArray(options["allowed"]) ? options["allowed"].map(String) : []);
    for (const run of runsOf(file, "final")) {
      const removals = removalsOf(run);
      for (const step of packageSteps(run)) {
        if (step.action !== "install" || !DISTRIBUTION.has(step.manager)) continue;
        const removed = removedAgain(step, removals);
        if (removed === "everything") continue;
        for (const { name, word, isLocation } of step.packages) {
          const kind = isLocation || allowed.has(name) || removed.has(name) ? undefined : unneededKind(name);
          if (kind !== undefined)
            yield { problem: "unneeded", at: word, subject: name, data: { name, kind } };
        }
      }
    }
  },
  message: ({ data: { name, kind } }) =>
    `Package "${name}" is ${kind} and stays in the image: install it in a builder stage, or not at all.`,
});
