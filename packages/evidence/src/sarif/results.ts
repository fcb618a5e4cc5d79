import { MAXIMUM_RELATED } from "./limits.ts";
import { locationOf, logicalLocationOf, regionOf, relatedLocationOf } from "./placing.ts";
import { levelOf, messageOf } from "./sarif-text.ts";
import type { Fix, WaivedFinding } from "@plimsoll/core";
import type { SourceCache } from "../report/source-cache.ts";
import type { Judged } from "./limits.ts";
import type { ArtifactList } from "./placing.ts";
import type { RuleList } from "./rule-descriptors.ts";
import type {
  SarifArtifactChange,
  SarifFix,
  SarifLocation,
  SarifReplacement,
  SarifResult,
  SarifSuppression,
} from "./sarif-log.ts";
import type { TaxonomyList } from "./taxonomies.ts";

/** What results are written with, and what had to be left out of them. */
export interface ResultWriter {
  readonly sources: SourceCache;
  readonly artifacts: ArtifactList;
  readonly rules: RuleList;
  readonly taxonomies: TaxonomyList;
  /** Whether any result is suppressed: then the standard wants the property on every result. */
  readonly anySuppressed: boolean;
  /** Fixes left out, since their file cannot be read as it was judged. */
  unplacedFixes: number;
  /** Related places left out, since there are too many. */
  cutRelated: number;
}

export function resultOf({ finding, waived }: Judged, writer: ResultWriter): SarifResult {
  const fixes = finding.fixes.flatMap((fix) => fixOf(fix, writer));
  const related = relatedOf(finding.related.length, writer);
  return {
    ruleId: finding.ruleId,
    ruleIndex: writer.rules.refer(finding.ruleId)?.index ?? -1,
    level: levelOf(finding.severity),
    message: messageOf(finding.message),
    locations: [placeOf({ finding }, writer)],
    ...(related === 0
      ? {}
      : {
          relatedLocations: finding.related
            .slice(0, related)
            .map((entry, index) => relatedLocationOf(entry, index + 1, writer.artifacts)),
        }),
    partialFingerprints: { "plimsoll/v1": finding.fingerprint },
    ...(writer.anySuppressed ? { suppressions: waived === undefined ? [] : [suppressionOf(waived)] } : {}),
    ...(fixes.length === 0 ? {} : { fixes: distinct(fixes) }),
    ...(writer.rules.agreesWith(finding)
      ? {}
      : { taxa: writer.taxonomies.referTo(finding.requirements, finding.controls) }),
    properties: { problem: finding.problem, confidence: finding.confidence },
  };
}

function placeOf({ finding }: Judged, writer: ResultWriter): SarifLocation {
  const location = locationOf(finding.file, finding.range, writer.artifacts);
  return finding.resource === undefined
    ? location
    : { ...location, logicalLocations: [logicalLocationOf(finding.resource)] };
}

function relatedOf(count: number, writer: ResultWriter): number {
  const kept = Math.min(count, MAXIMUM_RELATED);
  writer.cutRelated += count - kept;
  return kept;
}

function suppressionOf(waived: WaivedFinding): SarifSuppression {
  return {
    kind: waived.by === "inline" ? "inSource" : "external",
    status: "accepted",
    justification: messageOf(waived.justification).text,
    properties: {
      by: waived.by,
      reference: waived.reference,
      ...(waived.expires === undefined ? {} : { expires: waived.expires }),
    },
  };
}

/** The fix, or nothing where one of its edits has no place: edits are made together or not at all. */
function fixOf(fix: Fix, writer: ResultWriter): readonly SarifFix[] {
  const changes = new Map<string, SarifReplacement[]>();
  for (const edit of fix.edits) {
    const range = writer.sources.rangeOf(edit);
    if (range === undefined) {
      writer.unplacedFixes += 1;
      return [];
    }
    const replacement = { deletedRegion: regionOf(range), insertedContent: { text: edit.newText } };
    const replacements = changes.get(edit.file);
    if (replacements === undefined) changes.set(edit.file, [replacement]);
    else replacements.push(replacement);
  }
  if (changes.size === 0) return [];
  const artifactChanges: readonly SarifArtifactChange[] = [...changes].map(([file, replacements]) => ({
    artifactLocation: writer.artifacts.locate(file),
    replacements,
  }));
  return [{ description: messageOf(fix.title), artifactChanges, properties: { safety: fix.safety } }];
}

/** The standard allows no two equal fixes in a result. */
function distinct(fixes: readonly SarifFix[]): readonly SarifFix[] {
  return [...new Map(fixes.map((fix) => [JSON.stringify(fix), fix])).values()];
}
