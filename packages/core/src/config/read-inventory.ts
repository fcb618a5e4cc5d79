import { scalarText } from "@plimsoll/syntax";
import { dayNumber } from "./calendar.ts";
import {
  hostingKinds,
  impactLevels,
  monitoringKinds,
  type Attestation,
  type DeclaredEnvironment,
  type DeclaredInventory,
  type DeclaredLogFlow,
  type DeclaredRepository,
  type DeclaredTool,
} from "./declared-inventory.ts";
import type { DocumentPath, LocatedDocument } from "./located-document.ts";
import { dropUndefined, entryOf, isRecord, listOf, textOf } from "./plain-value.ts";
import type { Reading } from "./read-settings.ts";

/** What a layer says of the factory; undefined where it says nothing. */
export function readInventory(reading: Reading, value: unknown): DeclaredInventory | undefined {
  if (!isRecord(value)) return undefined;
  const { document } = reading.layer;
  return {
    tools: listOf(value["tools"]).flatMap((item, index) => readTool(document, index, item) ?? []),
    attestations: listOf(value["attestations"]).flatMap(
      (item, index) => readAttestation(reading, index, item) ?? [],
    ),
    ...dropUndefined({
      environments: readEnvironments(reading, value["environments"]),
      artifactRepository: readRepository(value["artifactRepository"]),
      logFlow: readLogFlow(value["logFlow"]),
    }),
  };
}

function readTool(document: LocatedDocument, index: number, item: unknown): DeclaredTool | undefined {
  const category = textOf(entryOf(item, "category"));
  const product = textOf(entryOf(item, "product"));
  if (category === undefined || product === undefined) return undefined;
  return {
    category,
    product,
    ...dropUndefined({
      version: scalarText(document.nodeAt(["inventory", "tools", index, "version"])),
      image: textOf(entryOf(item, "image")),
      environment: textOf(entryOf(item, "environment")),
      iac: textOf(entryOf(item, "iac")),
    }),
  };
}

function readAttestation(reading: Reading, index: number, item: unknown): Attestation | undefined {
  const { layer, ruleSet, complaints } = reading;
  const at = ["inventory", "attestations", index];
  const field = (key: string): string | undefined => textOf(entryOf(item, key));
  const [requirement, statement, role] = [field("requirement"), field("statement"), field("role")];
  const [who, date] = [field("who"), field("date")];
  if (requirement !== undefined && !Object.hasOwn(ruleSet.requirements, requirement)) {
    complaints.atValue(layer.document, [...at, "requirement"], {
      code: "unknown-requirement",
      message: `There is no requirement "${requirement.slice(0, 100)}"${reading.requirements.ending(requirement, '"')}`,
      nextStep: "`plimsoll requirements` lists every requirement.",
    });
  }
  const isComplete = checkDates(reading, at, item);
  if (!isComplete || requirement === undefined || statement === undefined || role === undefined)
    return undefined;
  if (who === undefined || date === undefined) return undefined;
  return {
    requirement,
    statement,
    role,
    who,
    date,
    ...dropUndefined({ document: field("document"), expires: field("expires") }),
  };
}

const DATES = ["date", "expires", "supportEnds"];

function checkDates({ layer: { document }, complaints }: Reading, at: DocumentPath, item: unknown): boolean {
  const wrong = DATES.filter((key) => {
    const text = textOf(entryOf(item, key));
    return text !== undefined && text !== "" && dayNumber(text) === undefined;
  });
  for (const key of wrong) {
    complaints.atValue(document, [...at, key], {
      code: "bad-date",
      message: `\`${key}\` is not a day of the calendar.`,
      nextStep: "Write it as YYYY-MM-DD.",
    });
  }
  return wrong.length === 0;
}

function readEnvironments(reading: Reading, value: unknown): readonly DeclaredEnvironment[] | undefined {
  if (value === undefined) return undefined;
  const { document } = reading.layer;
  return listOf(value).flatMap((item, index) => {
    const at = ["inventory", "environments", index];
    const field = (key: string): string | undefined => textOf(entryOf(item, key));
    const name = field("name");
    if (!checkDates(reading, at, item) || name === undefined) return [];
    return [
      {
        name,
        ...dropUndefined({
          distribution: field("distribution"),
          kubernetesVersion: scalarText(document.nodeAt([...at, "kubernetesVersion"])),
          hosting: hostingKinds.find((kind) => kind === field("hosting")),
          impactLevel: impactLevels.find((level) => level === field("impactLevel")),
          authorization: field("authorization"),
          owner: field("owner"),
          supportEnds: field("supportEnds"),
        }),
      },
    ];
  });
}

function readRepository(value: unknown): DeclaredRepository | undefined {
  const host = textOf(entryOf(value, "host"));
  if (host === undefined) return undefined;
  const mode = textOf(entryOf(value, "mode"));
  const types = entryOf(value, "artifactTypes");
  const days = Number(entryOf(value, "retentionDays"));
  return {
    host,
    ...(mode === "single" || mode === "split" ? { mode } : {}),
    ...(types === undefined ? {} : { artifactTypes: listOf(types).flatMap((type) => textOf(type) ?? []) }),
    ...(Number.isInteger(days) && days > 0 ? { retentionDays: days } : {}),
  };
}

function readLogFlow(value: unknown): DeclaredLogFlow | undefined {
  if (!isRecord(value)) return undefined;
  const field = (key: string): string | undefined => textOf(entryOf(value, key));
  const monitors = entryOf(value, "monitoring");
  const kinds = monitoringKinds.flatMap((kind) => {
    const text = textOf(entryOf(monitors, kind));
    return text === undefined ? [] : [[kind, text] as const];
  });
  return dropUndefined({
    store: field("store"),
    analysis: field("analysis"),
    alerts: field("alerts"),
    incidents: field("incidents"),
    monitoring: kinds.length === 0 ? undefined : Object.fromEntries(kinds),
  });
}
