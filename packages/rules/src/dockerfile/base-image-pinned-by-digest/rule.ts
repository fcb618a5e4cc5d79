import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { parseImageReference, type Span } from "@plimsoll/syntax";
import { imageUses } from "../../shared-images/base-images.ts";

interface Data {
  readonly reference: string;
  /** What is wrong with a digest that is there. */
  readonly fault: string | undefined;
}

export const rule: DockerfileRule<Data> = defineRule<Data>({
  id: "dockerfile/base-image-pinned-by-digest",
  title: "Base images are pinned by digest",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF002"],
  aliases: [],
  since: "0.1.0",
  *check(file) {
    for (const use of imageUses(file)) {
      if (use.kind !== "from") continue;
      const { text, unresolved, error } = use.reference;
      const at = text.indexOf("@");
      const digestKnown = unresolved.length === 0 && error === undefined;
      const result = parseImageReference(text);
      if (result.ok) {
        if (result.reference.digest === undefined && digestKnown) {
          yield { problem: "notPinned", at: use, data: { reference: text, fault: undefined } };
        }
      } else if (result.problem.fault.startsWith("digest-") && digestKnown) {
        const written = file.text.slice(use.start, use.end) === text;
        const span: Span = written ? { start: use.start + at + 1, end: use.end } : use;
        yield {
          problem: "malformedDigest",
          at: span,
          data: { reference: text, fault: result.problem.message },
        };
      }
    }
  },
  message({ data: { reference, fault } }) {
    return fault === undefined
      ? `Base image "${reference}" has no digest, so the next build can start from another image; "docker buildx imagetools inspect ${reference}" prints it.`
      : `Digest of base image "${reference}" is malformed: ${fault}.`;
  },
});
