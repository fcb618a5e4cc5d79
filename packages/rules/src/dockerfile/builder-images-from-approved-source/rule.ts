import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { knownImages, type KnownImage } from "../../shared-images/base-images.ts";
import { hardenedFix } from "../../shared-images/hardened-fix.ts";
import { imageName, trustProblem } from "../../shared-images/image-trust.ts";

const PLACES = { from: "Builder stage", copy: "COPY --from", mount: "Mount of RUN", syntax: "Frontend" };

export const rule: DockerfileRule<KnownImage> = defineRule({
  id: "dockerfile/builder-images-from-approved-source",
  title: "Images that the build uses on the way come from an approved source",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF005"],
  aliases: ["hadolint:DL3026"],
  since: "0.1.0",
  *check(file, { images }) {
    for (const image of knownImages(file)) {
      const { role } = image.use;
      if (role !== "builder" && role !== "unused") continue;
      const trust = trustProblem(image.reference, images);
      if (trust !== undefined) yield { ...trust, at: image.use, data: image };
    }
  },
  message({ problem, data: { use, reference } }) {
    const what = `${PLACES[use.kind]} uses "${imageName(reference)}"`;
    return problem === "untrusted"
      ? `${what}, whose source is approved without being trusted, so it needs an exception on record.`
      : `${what}, which does not come from an approved source.`;
  },
  fix: ({ data }, _file, { images }) => hardenedFix(data, images),
});
