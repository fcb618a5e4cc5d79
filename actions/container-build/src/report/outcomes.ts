import type { ActionOutcome, EvidenceFolder } from "@plimsoll/action-kit";
import type { Attestation } from "../attest/attest.ts";
import type { BaseImage } from "../bases/settle-bases.ts";
import type { SettledBuild } from "../build-and-publish.ts";
import type { Hardening } from "../hardening/check-dockerfile.ts";
import type { OutputName } from "../inputs.generated.ts";
import type { Leak } from "../layout/examine.ts";
import type { BuiltImage } from "../layout/oci-layout.ts";
import { imageNameOf } from "../request/build-request.ts";
import type { Source } from "../request/source.ts";
import { baseImagesJson } from "./base-images.ts";
import { renderSummary } from "./summary.ts";

/** What was built. */
export interface Built {
  readonly build: SettledBuild;
  readonly image: BuiltImage;
  readonly folder: EvidenceFolder;
  readonly sboms: readonly Attestation[];
  readonly provenance: readonly Attestation[];
  readonly notes: readonly string[];
  readonly source: Source;
}

/** The verdict that an image is good; it lies in the registry where that was wanted. */
export function builtOutcome(built: Built): ActionOutcome<OutputName> {
  const { build, image, folder, sboms, provenance } = built;
  const { tags } = build.request.image;
  const name = imageNameOf(build.request.image);
  const { digest } = image.root;
  const metadata = metadataOf(built);
  folder.write("build-metadata.json", metadata);
  const pushed = build.inputs.push ? `Pushed as ${tags.join(", ")}` : "Not pushed";
  return {
    result: "pass",
    message: `${name}@${digest} was built with ${build.engine.name}. ${pushed}.`,
    outputs: {
      imageid: imageIdOf(image),
      digest,
      digests: JSON.stringify(digestsOf(image)),
      image: name,
      tags: tags.join("\n"),
      "image-with-tag": `${name}:${tags[0]}`,
      "image-ref": `${name}@${digest}`,
      metadata,
      "base-images": baseImagesJson(build.bases),
      sbom: sboms[0]?.path ?? "",
      provenance: provenance[0]?.path ?? "",
      "oci-layout": image.folder,
      evidence: folder.path,
      "evidence-digest": folder.digest(),
    },
    summary: builtSummary(built),
  };
}

function digestsOf({ platforms }: BuiltImage): Readonly<Record<string, string>> {
  return Object.fromEntries(platforms.map(({ platform, digest }) => [platform, digest]));
}

/** An index of several platforms has no configuration of its own. */
function imageIdOf({ platforms }: BuiltImage): string {
  const [only, ...others] = platforms;
  return only === undefined || others.length > 0 ? "" : only.config.digest;
}

function metadataOf({ build, image, source }: Built): string {
  const { inputs, request, engine } = build;
  const name = imageNameOf(request.image);
  return JSON.stringify({
    "image.name": request.image.tags.map((tag) => `${name}:${tag}`).join(","),
    "containerimage.digest": image.root.digest,
    "containerimage.config.digest": imageIdOf(image),
    digests: digestsOf(image),
    engine: `${engine.name} ${engine.version}`,
    sourceDateEpoch: source.epoch,
    pushed: inputs.push,
  });
}

function builtSummary({ build, image, folder, notes, source }: Built): string {
  const { inputs, request, bases, hardening, engine } = build;
  const files = folder.files().map(({ name }) => name);
  return renderSummary({
    title: inputs.push ? "Built, pushed and verified" : "Built",
    facts: [
      ["image", `${imageNameOf(request.image)}@${image.root.digest}`],
      ["tags", request.image.tags.join(", ")],
      ...Object.entries(digestsOf(image)),
      ["engine", `${engine.name} ${engine.version}`],
      ["commit", source.revision ?? ""],
      ["evidence", files.join(", ")],
    ],
    findings: hardening.findings,
    bases,
    baseProblems: [],
    leaks: [],
    notes,
  });
}

/** The verdict that an image holds secrets of its build. */
export function leakedOutcome({
  hardening,
  bases,
  leaks,
}: {
  readonly hardening: Hardening;
  readonly bases: readonly BaseImage[];
  readonly leaks: readonly Leak[];
}): ActionOutcome<OutputName> {
  const told = leaks.map(({ id, part, digest }) => `${id} in the ${part} ${digest}`).join(", ");
  return {
    result: "fail",
    message: `Secrets of the build are in the image: ${told}. It was removed and not pushed; change these secrets, and mount them instead of copying them.`,
    outputs: { "base-images": baseImagesJson(bases) },
    summary: renderSummary({
      title: "Not pushed: secrets in the image",
      facts: [["Dockerfile", hardening.path]],
      findings: hardening.findings,
      bases,
      baseProblems: [],
      leaks,
      notes: [],
    }),
  };
}
