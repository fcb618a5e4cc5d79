import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { resolveWord, type Dockerfile, type Instruction, type Word } from "@plimsoll/syntax";
import { isContribution } from "../../shared-ironbank/contribution.ts";
import { finalImage, finalInstructions, placeOfStage } from "../../shared-stages/final-image.ts";

const PREFIX = "org.opencontainers.image.";
const LABELS = ["title", "description", "licenses", "vendor", "version", "url"].map((name) => PREFIX + name);

function isEmpty(file: Dockerfile, instruction: Instruction, value: Word): boolean {
  const { text, unresolved } = resolveWord(file, instruction, value);
  return unresolved.length === 0 && text.trim() === "";
}

export const rule: DockerfileRule<readonly string[]> = defineRule({
  id: "dockerfile/oci-labels-present",
  title: "The image carries the OCI labels that say what it is",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF023"],
  aliases: ["hadolint:DL3049", "hadolint:DL3051"],
  since: "0.1.0",
  options: {
    labels: {
      description: "Labels that every image must carry.",
      schema: { type: "array", items: { type: "string", minLength: 1 } },
      default: LABELS,
    },
  },
  *check(file, context) {
    const image = finalImage(file);
    // In an Iron Bank contribution the labels stand in the hardening manifest, and another rule asks for that.
    if (image === undefined || isContribution(context)) return;
    const wanted = Array.isArray(context.options["labels"]) ? context.options["labels"].map(String) : LABELS;
    const present = new Set<string>();
    for (const instruction of finalInstructions(file, "LABEL")) {
      for (const { key, value } of instruction.pairs) {
        present.add(key);
        if (value !== undefined && wanted.includes(key) && isEmpty(file, instruction, value)) {
          yield { problem: "empty", at: value, subject: key, aliases: ["hadolint:DL3051"], data: [key] };
        }
      }
    }
    const missing = wanted.filter((label) => !present.has(label));
    if (missing.length > 0)
      yield {
        problem: "missing",
        at: placeOfStage(image.stage),
        subject: missing.join(" "),
        aliases: ["hadolint:DL3049"],
        data: missing,
      };
  },
  message({ problem, data }) {
    if (problem === "empty") return `Label "${data.join("")}" is empty.`;
    const names = data
      .map((label) => (label.startsWith(PREFIX) ? label.slice(PREFIX.length) : label))
      .join(", ");
    const all = data.every((label) => label.startsWith(PREFIX));
    return `Image lacks ${data.length === 1 ? "the label" : "labels"} ${all ? PREFIX : ""}${data.length > 1 && all ? `{${names}}` : names}.`;
  },
});
