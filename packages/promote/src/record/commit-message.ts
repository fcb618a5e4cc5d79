import type { PromotionPlan } from "../plan.ts";
import { shortDigest } from "./branch-name.ts";

/** A line `Key: value` at the end of a commit message. */
export type Trailer = readonly [key: string, value: string];

/** What an earlier promotion recorded. */
export interface RecordedPromotion {
  readonly environment: string;
  readonly image: string;
  readonly digest: string;
  readonly previousDigests: readonly string[];
}

const KEYS = {
  environment: "Plimsoll-Environment",
  image: "Plimsoll-Image",
  digest: "Plimsoll-Digest",
  previous: "Plimsoll-Previous-Digest",
} as const;

/** Longest message that is read for trailers. */
const MAXIMUM_LENGTH = 100_000;

/** The one line that says what a promotion does. */
export function promotionTitle({ image, environment }: Pick<PromotionPlan, "image" | "environment">): string {
  const name = image.name.slice(image.name.lastIndexOf("/") + 1);
  const version = image.tag === undefined ? shortDigest(image.digest) : image.tag;
  return oneLine(`Promote ${name} ${version} to ${environment}`);
}

/**
 * The message of a promotion's commit: a subject, and what was done as trailers, from which the next promotion knows what ran
 * before. The same plan gives the same message.
 */
export function commitMessage(
  plan: PromotionPlan,
  more: { readonly subject?: string | undefined; readonly trailers?: readonly Trailer[] | undefined } = {},
): string {
  const trailers: readonly Trailer[] = [
    [KEYS.environment, plan.environment],
    [KEYS.image, plan.image.name],
    [KEYS.digest, plan.image.digest],
    ...plan.previousDigests.map((digest): Trailer => [KEYS.previous, digest]),
    ...(more.trailers ?? []),
  ];
  const lines = trailers.map(
    ([key, value]) => `${key.replaceAll(/[^A-Za-z0-9-]/gu, "-")}: ${oneLine(value)}`,
  );
  return `${oneLine(more.subject ?? promotionTitle(plan))}\n\n${lines.join("\n")}\n`;
}

/** What a commit says of a promotion in its last paragraph; undefined where it is none. */
export function readPromotion(message: string): RecordedPromotion | undefined {
  if (message.length > MAXIMUM_LENGTH) return undefined;
  const values = new Map<string, string[]>();
  const lines = message.replaceAll("\r\n", "\n").trimEnd().split("\n");
  for (const line of lines.slice(lines.lastIndexOf("") + 1)) {
    const colon = line.indexOf(": ");
    const key = line.slice(0, Math.max(0, colon));
    const known = values.get(key);
    if (known === undefined) values.set(key, [line.slice(colon + 2)]);
    else known.push(line.slice(colon + 2));
  }
  const [environment, image, digest] = [KEYS.environment, KEYS.image, KEYS.digest].map(
    (key) => values.get(key)?.[0],
  );
  if (environment === undefined || image === undefined || digest === undefined) return undefined;
  return { environment, image, digest, previousDigests: values.get(KEYS.previous) ?? [] };
}

/** Text on one line; nobody may begin a trailer of his own. */
function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what must go.
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, " ").trim();
}
