import { listOf, memberOf, textOf } from "../../json/index.ts";
import { aboutImage, subjectOf, type EvidenceRecord, type EvidenceSet } from "./evidence-set.ts";
import { imageConfigProblems, tooOld } from "./image-config.ts";
import { failed, notChecked, passed, type Told } from "./outcomes.ts";

/** Checks on signatures, attestations and the image's own metadata, by their ids in the catalogue. */
export const registryChecks: Readonly<Record<string, (evidence: EvidenceSet) => Told>> = {
  RG001: baseSignatures,
  RG002: signatureValid,
  RG003: sbomPresent,
  RG004: provenancePresent,
  RG005: configInOrder,
  RG006: ageInOrder,
  RG007: decided,
  RG008: ancestryProved,
};

/** Digests of the base images that a provenance names. */
function basesOf(provenance: readonly EvidenceRecord[]): readonly string[] {
  return provenance
    .flatMap(({ predicate }) =>
      listOf(memberOf(memberOf(predicate, "buildDefinition"), "resolvedDependencies")),
    )
    .filter((one) => textOf(memberOf(one, "uri"))?.startsWith("pkg:oci/") === true)
    .flatMap((one) => textOf(memberOf(memberOf(one, "digest"), "sha256")) ?? [])
    .map((digest) => `sha256:${digest}`);
}

function baseSignatures(evidence: EvidenceSet): Told {
  const provenance = aboutImage(evidence, "provenance");
  const bases = basesOf(provenance);
  if (bases.length === 0) return notChecked("No provenance names the base images.", provenance);
  const records = evidence.documents.filter(
    ({ kind, subjects }) => kind === "signature" && subjects.some((one) => bases.includes(one)),
  );
  const missing = bases.filter(
    (base) => !records.some(({ subjects, trust }) => trust === "signed" && subjects.includes(base)),
  );
  if (missing.length === 0) return passed("The signature of every base image is verified.", records);
  return failed(
    `No verified signature of ${missing.length} of ${bases.length} base images is on record.`,
    provenance,
  );
}

function signatureValid(evidence: EvidenceSet): Told {
  const signatures = aboutImage(evidence, "signature");
  if (signatures.length === 0) return failed("The image has no signature on record.");
  if (signatures.some(({ trust }) => trust === "signed"))
    return passed("A known key signed the image.", signatures);
  if (signatures.some(({ trust }) => trust === "broken"))
    return failed("The image's signature does not hold.", signatures);
  return notChecked("No key was given that would verify the image's signature.", signatures);
}

function sbomPresent(evidence: EvidenceSet): Told {
  const sboms = aboutImage(evidence, "sbom");
  const filled = sboms.filter(
    ({ predicate }) =>
      listOf(memberOf(predicate, "components")).length + listOf(memberOf(predicate, "packages")).length > 0,
  );
  if (filled.length > 0) return passed("The image's components are listed.", filled);
  return failed(
    sboms.length === 0 ? "There is no SBOM of the image." : "The SBOM lists no component.",
    sboms,
  );
}

function provenancePresent(evidence: EvidenceSet): Told {
  const provenance = aboutImage(evidence, "provenance");
  if (provenance.length === 0) return failed("There is no provenance of the image.");
  const builders = provenance.flatMap(
    ({ predicate }) => textOf(memberOf(memberOf(memberOf(predicate, "runDetails"), "builder"), "id")) ?? [],
  );
  if (builders.length === 0) return failed("The provenance names no builder.", provenance);
  return passed(`The image was built by ${builders.join(", ")}.`, provenance);
}

function configInOrder({ imageConfigs }: EvidenceSet): Told {
  if (imageConfigs.length === 0) return notChecked("The image's configuration is not among the evidence.");
  const problems = imageConfigs.flatMap(({ config }) => imageConfigProblems(config));
  if (problems.length > 0) return failed(`${problems.join(". ")}.`, imageConfigs);
  return passed("User, ports and environment of the image are in order.", imageConfigs);
}

/** An image is at least as young as its base: only an old image proves something. */
function ageInOrder({ imageConfigs, now }: EvidenceSet): Told {
  const old = imageConfigs.filter(({ config }) => tooOld(config, now));
  if (old.length > 0) return failed("The image, and so its base, is older than 90 days.", old);
  return notChecked("The evidence does not say how old the base image is, or whether there is a newer one.");
}

function decided(evidence: EvidenceSet): Told {
  const subject = subjectOf(evidence);
  const about = evidence.decisions.filter(({ digest }) => subject === undefined || digest === subject);
  if (about.length === 0) return notChecked("No go or no-go is recorded for the image.");
  const refused = about.filter(({ decision }) => decision !== "go");
  if (refused.length > 0)
    return failed(`The recorded decision is ${refused[0]?.decision ?? "unknown"}.`, refused);
  return passed("A go is recorded for the image.", about);
}

function ancestryProved(evidence: EvidenceSet): Told {
  const provenance = aboutImage(evidence, "provenance");
  if (provenance.length === 0) return notChecked("There is no provenance of the image.");
  const bases = basesOf(provenance);
  if (bases.length === 0) return failed("The provenance names no base image.", provenance);
  return passed(`The provenance names ${bases.length} base images by digest.`, provenance);
}
