import ironBankJson from "./data/iron-bank.json" with { type: "json" };
import imagesJson from "./data/ironbank-images.json" with { type: "json" };
import { frozen, lazily } from "./frozen.ts";
import { groupRows } from "./index-rows.ts";
import type { MappingStatus } from "./vocabulary.data.ts";

/** How an upstream image and an Iron Bank image compare. */
export const imageRelations = ["same-software", "nearest-replacement"] as const;
/** How an upstream image and an Iron Bank image compare. */
export type ImageRelation = (typeof imageRelations)[number];

/** Where an Iron Bank path was seen, best first. That it exists today was not checked: the registry needs an account. */
export const imageConfidences = [
  { id: "uds-core-pair", meaning: "UDS Core lists the upstream and the Iron Bank image side by side" },
  { id: "platform-one", meaning: "the path appears in a Platform One repository" },
  { id: "uds-core", meaning: "the path appears in UDS Core" },
  { id: "pipeline", meaning: "the path appears in the mirror of the Iron Bank pipeline" },
  { id: "community", meaning: "the path appears in public Dockerfiles or notes only" },
] as const;
/** Where an Iron Bank path was seen. */
export type ImageConfidence = (typeof imageConfidences)[number]["id"];

/** How the pair of upstream and Iron Bank image was found. */
export const upstreamMappings = [
  { id: "source-asserted", meaning: "the source states the pair" },
  { id: "name-equivalence", meaning: "the product has the same name; the pair is our judgement" },
  { id: "none", meaning: "no upstream is known" },
] as const;
/** How the pair of upstream and Iron Bank image was found. */
export type UpstreamMapping = (typeof upstreamMappings)[number]["id"];

/** An upstream image that an Iron Bank image can stand for. */
export interface UpstreamImage {
  /** Repository with its registry spelled out (`docker.io/library/node`), or with a tag (`docker.io/library/node:20`); `scratch`. */
  readonly ref: string;
  readonly relation: ImageRelation;
}

/** An image of Iron Bank. */
export interface IronBankImage {
  /** Path below the project, such as `redhat/ubi/ubi9`. */
  readonly path: string;
  readonly upstream: readonly UpstreamImage[];
  readonly upstreamMapping: UpstreamMapping;
  /** Whether it is a build with FIPS-validated cryptography. */
  readonly fips: boolean;
  /** Tags that were seen: examples, not recommendations. */
  readonly tagsSeen: readonly string[];
  /** In how many places the path was seen. */
  readonly timesSeen: number;
  readonly confidence: ImageConfidence;
  readonly sources: readonly string[];
  readonly note?: string;
}

/** An Iron Bank image found for an upstream image. Layout, user and shell can differ from upstream, so a change to it needs review. */
export interface IronBankMatch {
  readonly image: IronBankImage;
  readonly upstream: UpstreamImage;
}

/** An operating system that the Iron Bank pipeline knows. */
export interface IronBankOsType {
  readonly id: string;
  /** The SCAP profile that the pipeline runs for it. Absent: it runs none. */
  readonly scapProfile?: string;
}

/** Facts of Iron Bank: its registry, its signatures, and the form of a contribution. */
export interface IronBankFacts {
  readonly registry: string;
  readonly project: string;
  readonly pathForm: string;
  readonly sourceGit: string;
  readonly signature: {
    readonly tool: string;
    readonly modes: readonly string[];
    readonly identity: string;
    /** Whether signatures are in a transparency log. They are not, so verification must not ask for it. */
    readonly transparencyLog: boolean;
  };
  readonly attestationPredicates: readonly string[];
  readonly imageLabels: readonly string[];
  readonly requiredManifestLabels: readonly string[];
  readonly manifestRequiredKeys: readonly string[];
  readonly manifestRules: readonly string[];
  readonly dockerfileRules: readonly string[];
  readonly repositoryFiles: readonly string[];
  readonly osTypes: readonly IronBankOsType[];
  readonly scanners: readonly string[];
  readonly tagsAreMutable: boolean;
  readonly tagNote: string;
  /** Days to remediate a finding, by severity. Configurable defaults: see `remediationStatus`. */
  readonly remediationDays: {
    readonly critical: number;
    readonly high: number;
    readonly medium: number;
    readonly low: number;
  };
  readonly remediationStatus: MappingStatus;
  /** What to suggest where no image matches, by the need. */
  readonly fallbacks: readonly { readonly family: string; readonly path: string }[];
  readonly source: string;
}

/** Facts of Iron Bank. */
export const ironBank: IronBankFacts = frozen(ironBankJson);
/** The Iron Bank images that are known by path, by path. */
export const ironBankImages: () => readonly IronBankImage[] = lazily(() => frozen(imagesJson));

/** No registry accepts a longer tag, so no more of one is looked at. */
const longestTag = 128;

const byUpstream = lazily(() => {
  const matches = ironBankImages()
    .flatMap((image) => image.upstream.map((upstream): IronBankMatch => Object.freeze({ image, upstream })))
    .sort(betterMatchFirst);
  return groupRows(matches, (match) => match.upstream.ref);
});

/**
 * Iron Bank images that can stand for an upstream image, best first; empty where none is known.
 * `repository` is the normalized name (`docker.io/library/node`, `scratch`), without tag and digest.
 * The tag is tried whole, then shorter from the right at `.`, `-`, `_` and `+` (`20.11-slim`, `20.11`, `20`), then left out.
 */
export function ironBankMatchesFor(repository: string, tag?: string): readonly IronBankMatch[] {
  for (let rest = (tag ?? "").slice(0, longestTag); rest !== ""; rest = shorterTag(rest)) {
    const found = byUpstream().get(`${repository}:${rest}`);
    if (found !== undefined) return found;
  }
  return byUpstream().get(repository) ?? [];
}

/** The path below the Iron Bank project of the best match, as `ironBankMatchesFor` ranks them. */
export function ironBankPathFor(repository: string, tag?: string): string | undefined {
  return ironBankMatchesFor(repository, tag)[0]?.image.path;
}

/** The full reference, without a tag, of a path below the Iron Bank project. */
export function ironBankReference(path: string): string {
  return `${ironBank.registry}/${ironBank.project}/${path}`;
}

function shorterTag(tag: string): string {
  return tag.slice(0, Math.max(0, ...[".", "-", "_", "+"].map((separator) => tag.lastIndexOf(separator))));
}

/** Same software before a replacement, then what was seen more often, then the path. */
function betterMatchFirst(a: IronBankMatch, b: IronBankMatch): number {
  return (
    imageRelations.indexOf(a.upstream.relation) - imageRelations.indexOf(b.upstream.relation) ||
    b.image.timesSeen - a.image.timesSeen ||
    (a.image.path < b.image.path ? -1 : 1)
  );
}
