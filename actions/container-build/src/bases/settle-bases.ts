import type { ImageTrust } from "@plimsoll/core";
import { trustOf } from "@plimsoll/rules/lazy";
import {
  type ExternalImage,
  externalImages,
  type ImageReference,
  parseImageReference,
  SourceText,
} from "@plimsoll/syntax";
import type { Hardening } from "../hardening/check-dockerfile.ts";

/** An image that the build uses, with the digest that it uses. */
export interface BaseImage {
  /** Name without tag and digest. */
  readonly name: string;
  readonly registry: string;
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string;
  /** Name or number of the stage that uses it; `syntax` for the frontend. */
  readonly stage: string;
  readonly role: "final" | "builder" | "frontend";
  readonly trust: ImageTrust;
  /** True where a waiver on record lets it in. */
  readonly waived: boolean;
  readonly start: number;
  readonly end: number;
}

/** Why an image must not be used. Lines and columns count from 1. */
export interface BaseProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** How digests are found, and what must be pinned. */
export interface BaseSettings {
  readonly requirePinned: boolean;
  /** Whether `# syntax=` has a meaning to the engine. */
  readonly frontend: boolean;
  /** Digest of a tag in its registry, asked once. */
  readonly resolve: (image: ImageReference) => Promise<string>;
}

const APPROVAL_RULES: ReadonlySet<string> = new Set([
  "dockerfile/base-image-from-approved-source",
  "dockerfile/builder-images-from-approved-source",
  "dockerfile/build-frontend-approved",
]);

/**
 * Settles which images the build uses: each must come from an approved source and have a digest. Registries are asked only about
 * images that are approved.
 */
export async function settleBases(
  hardening: Hardening,
  settings: BaseSettings,
): Promise<{ readonly bases: readonly BaseImage[]; readonly problems: readonly BaseProblem[] }> {
  const source = new SourceText(hardening.file.text);
  const bases: BaseImage[] = [];
  const problems: BaseProblem[] = [];
  for (const use of externalImages(hardening.file)) {
    if (use.role === "unused" || (use.role === "frontend" && !settings.frontend)) continue;
    const { line, column } = source.positionAt(use.start);
    const settled = await settle(use, { hardening, settings, line, column });
    if ("problem" in settled) problems.push({ message: settled.problem, line, column });
    else bases.push(settled);
  }
  return { bases, problems };
}

interface Settling {
  readonly hardening: Hardening;
  readonly settings: BaseSettings;
  readonly line: number;
  readonly column: number;
}

async function settle(
  use: ExternalImage,
  { hardening, settings, line, column }: Settling,
): Promise<BaseImage | { readonly problem: string }> {
  const reference = readReference(use);
  if ("problem" in reference) return reference;
  const { registry, repository, tag } = reference;
  const name = `${registry}/${repository}`;
  const trust = trustOf(reference, hardening.configuration.images);
  const waived = isWaived(hardening, line, column);
  if (trust === "not-approved" && !waived)
    return { problem: `"${name}" does not come from an approved source.` };
  if (reference.digest === undefined && settings.requirePinned)
    return { problem: `"${reference.text}" is not pinned by digest, so nobody knows which image it is.` };
  const digest = reference.digest ?? (await settings.resolve(reference));
  const role = use.role === "unused" ? "builder" : use.role;
  const stage = use.stage === undefined ? "syntax" : (use.stage.name ?? String(use.stage.index));
  const { start, end } = use;
  return { name, registry, repository, tag, digest, stage, role, trust, waived, start, end };
}

function readReference(use: ExternalImage): ImageReference | { readonly problem: string } {
  const { text, unresolved, error } = use.reference;
  if (unresolved.length > 0 || error !== undefined)
    return { problem: `"${use.text}" names no image: ${error ?? `${unresolved.join(", ")} has no value`}.` };
  const parsed = parseImageReference(text);
  return parsed.ok ? parsed.reference : { problem: `"${text}" names no image: ${parsed.problem.message}.` };
}

/** Whether a finding about the source of the image at a place was waived. */
function isWaived({ waived }: Hardening, line: number, column: number): boolean {
  return waived.some(
    ({ finding: { ruleId, range } }) =>
      APPROVAL_RULES.has(ruleId) && range.start.line === line && range.start.column === column,
  );
}

/** The Dockerfile with the name and digest of each image in the place of its reference, so that every engine uses what was settled. */
export function pinnedText(text: string, bases: readonly BaseImage[]): string {
  let pinned = text;
  for (const { start, end, name, digest } of [...bases].sort((a, b) => b.start - a.start)) {
    pinned = `${pinned.slice(0, start)}${name}@${digest}${pinned.slice(end)}`;
  }
  return pinned;
}
