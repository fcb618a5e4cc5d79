import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { knownBases, type KnownImage } from "../../shared-images/base-images.ts";

const NO_TAG = [
  "hadolint:DL3006",
  "trivy:DS-0001",
  "checkov:CKV_DOCKER_7",
  "kics:image_version_not_explicit",
  "dockle:DKL-DI-0006",
];
const LATEST = [
  "hadolint:DL3007",
  "trivy:DS-0001",
  "checkov:CKV_DOCKER_7",
  "kics:image_version_using_latest",
  "dockle:DKL-DI-0006",
];

export const rule: DockerfileRule<KnownImage> = defineRule({
  id: "dockerfile/base-image-tag-stated",
  title: "Base images have a tag that is not latest",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF003"],
  aliases: [...new Set([...NO_TAG, ...LATEST])],
  since: "0.1.0",
  *check(file) {
    for (const image of knownBases(file)) {
      const { tag, digest } = image.reference;
      if (digest !== undefined) continue;
      if (tag === undefined) yield { problem: "noTag", at: image.use, aliases: NO_TAG, data: image };
      else if (tag === "latest")
        yield { problem: "latest", at: image.tag ?? image.use, aliases: LATEST, data: image };
    }
  },
  message({ problem, data: { reference } }) {
    return problem === "latest"
      ? `Tag "latest" of base image "${reference.text}" names whatever was pushed last: name a version.`
      : `Base image "${reference.text}" has no tag, so "latest" is taken: name a version.`;
  },
});
