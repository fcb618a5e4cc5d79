import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan } from "@plimsoll/syntax";

/** Namespaces that the makers of Docker keep for themselves. */
const RESERVED = ["com.docker.", "io.docker.", "org.dockerproject."];
const VALID = /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/;

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/label-keys-valid",
  title: "Keys of labels have the form that tools expect",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF023"],
  aliases: ["hadolint:DL3048"],
  since: "0.1.0",
  *check(file) {
    for (const written of file.instructions) {
      const { keyword, pairs } = written.trigger ?? written;
      if (keyword !== "LABEL") continue;
      for (const { key, keySpan } of pairs) {
        if (key === "" || key.includes("$")) continue;
        if (!VALID.test(key)) yield { problem: "form", at: keySpan, data: key };
        else if (RESERVED.some((prefix) => key.startsWith(prefix)))
          yield { problem: "reserved", at: keySpan, data: key };
      }
    }
  },
  message: ({ problem, data }) =>
    problem === "reserved"
      ? `Label "${data}" lies in a namespace that is kept for Docker itself.`
      : `Label "${data}" is not made of lower-case letters and digits, a letter first, with single dots and hyphens between them.`,
  fix({ problem, at, data }, { text }) {
    const better = data.toLowerCase().replaceAll("_", "-");
    if (problem !== "form" || !VALID.test(better) || text.slice(at.start, at.end) !== data) return [];
    return [
      {
        title: `Write ${better} (see that nobody reads the old key)`,
        safety: "review",
        edits: [replaceSpan(at, better)],
      },
    ];
  },
});
