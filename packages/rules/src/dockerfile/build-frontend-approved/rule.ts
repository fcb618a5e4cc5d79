import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { knownImages, type KnownImage } from "../../shared-images/base-images.ts";
import { imageName, trustProblem } from "../../shared-images/image-trust.ts";

export const rule: DockerfileRule<KnownImage> = defineRule({
  id: "dockerfile/build-frontend-approved",
  title: "The build frontend is approved and pinned",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF006"],
  aliases: [],
  since: "0.1.0",
  *check(file, { images }) {
    for (const image of knownImages(file)) {
      if (image.use.kind !== "syntax") continue;
      const trust = trustProblem(image.reference, images);
      if (trust !== undefined) yield { problem: trust.problem, at: image.use, data: image };
      else if (image.reference.digest === undefined)
        yield { problem: "notPinned", at: image.use, data: image };
    }
  },
  message({ problem, data: { reference } }) {
    const what = `Build frontend "${imageName(reference)}"`;
    if (problem === "notPinned") return `${what} has no digest, so other code can run at the next build.`;
    if (problem === "untrusted") {
      return `${what} runs in every build, and its source is approved without being trusted.`;
    }
    return `${what} runs in every build and does not come from an approved source: leave the directive out or mirror it.`;
  },
});
