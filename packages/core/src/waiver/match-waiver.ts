import { compileGlob, compileGlobs, globProblem, type PathMatcher } from "../config/glob.ts";
import type { Finding } from "../finding/finding.ts";
import type { Waiver, WaiverResource } from "./waiver.ts";

/**
 * Why a waiver covers too much, as the end of a sentence; undefined where it is bounded. All rules, or every path without
 * an object, a fingerprint or an image, is no exception but a switch. A namespace alone does not bound: its objects change.
 */
export function breadthOf({ rule, scope }: Waiver): string | undefined {
  if (rule.includes("*")) return "covers more than one rule";
  const { paths, resource, fingerprint, imageDigest } = scope;
  if (fingerprint !== undefined || imageDigest !== undefined) return undefined;
  if (resource?.kind !== undefined || resource?.name !== undefined) return undefined;
  if (paths === undefined || paths.length === 0) return "names no path, object, fingerprint or image";
  return paths.some(isEverywhere) ? "covers every path" : undefined;
}

/** Names that nobody gives a file: a glob that matches one of them names no place. */
const NAMES = ["", ".yaml", ".yml", ".json"].map((ending) => `\u0001nowhere${ending}`);
const PROBES: readonly string[] = NAMES.flatMap((name) => [
  name,
  `\u0001/${name}`,
  `\u0001/\u0001/\u0001/${name}`,
]);

/** Whether a glob leaves no path out, or only those that differ in depth or in the name's ending. A bad glob matches nothing. */
function isEverywhere(glob: string): boolean {
  return globProblem(glob) === undefined && PROBES.some(compileGlob(glob));
}

interface Candidate {
  readonly waiver: Waiver;
  readonly matchesPath: PathMatcher;
  readonly order: number;
}

/** Finds the waiver that covers a finding. Paths are matched once for each file and rule, not for each finding. */
export class WaiverIndex {
  readonly #byFingerprint = new Map<string, Candidate[]>();
  readonly #byRule = new Map<string, Candidate[]>();
  readonly #byPlace = new Map<string, readonly Candidate[]>();

  constructor(waivers: readonly Waiver[]) {
    for (const [order, waiver] of waivers.entries()) {
      const { paths, fingerprint } = waiver.scope;
      const candidate = {
        waiver,
        order,
        matchesPath: paths === undefined ? () => true : compileGlobs(paths),
      };
      if (fingerprint === undefined) append(this.#byRule, waiver.rule, candidate);
      else append(this.#byFingerprint, fingerprint, candidate);
    }
  }

  find(finding: Finding): Waiver | undefined {
    const exact = (this.#byFingerprint.get(finding.fingerprint) ?? []).find(
      ({ waiver, matchesPath }) =>
        waiver.rule === finding.ruleId && matchesPath(finding.file) && covers(waiver, finding),
    );
    const general = this.#placed(finding).find(({ waiver }) => covers(waiver, finding));
    if (exact === undefined || general === undefined) return (exact ?? general)?.waiver;
    return exact.order < general.order ? exact.waiver : general.waiver;
  }

  /** The waivers of the finding's rule whose paths match its file. */
  #placed({ ruleId, file }: Finding): readonly Candidate[] {
    const candidates = this.#byRule.get(ruleId);
    if (candidates === undefined) return [];
    const key = `${ruleId}\u0000${file}`;
    let placed = this.#byPlace.get(key);
    if (placed === undefined) {
      placed = candidates.filter(({ matchesPath }) => matchesPath(file));
      this.#byPlace.set(key, placed);
    }
    return placed;
  }
}

function append(map: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [candidate]);
  else list.push(candidate);
}

function covers({ scope }: Waiver, finding: Finding): boolean {
  if (scope.resource !== undefined && !isResource(scope.resource, finding)) return false;
  return scope.imageDigest === undefined || scope.imageDigest === finding.imageDigest;
}

function isResource(wanted: WaiverResource, { resource }: Finding): boolean {
  if (resource === undefined) return false;
  if (wanted.kind !== undefined && wanted.kind !== resource.kind) return false;
  if (wanted.name !== undefined && wanted.name !== resource.name) return false;
  return wanted.namespace === undefined || wanted.namespace === resource.namespace;
}
