import { dayNumber } from "../config/calendar.ts";
import { Complaints, type Complaint } from "../config/complaints.ts";
import { globProblem } from "../config/glob.ts";
import { readLocatedDocument, type DocumentPath, type LocatedDocument } from "../config/located-document.ts";
import { entryOf, isRecord, listOf, textOf, textsOf } from "../config/plain-value.ts";
import type { ConfigurationProblem } from "../config/problem.ts";
import { checkDocumentSchema } from "../config/schema-check.ts";
import {
  JUSTIFICATION_CATEGORIES,
  type JustificationCategory,
  type Waiver,
  type WaiverScope,
} from "./waiver.ts";
import { waiverSchema } from "./waiver-schema.ts";

export interface ParsedWaivers {
  /** The records that are in order, as they stand in the file. */
  readonly waivers: readonly Waiver[];
  /** A record with a problem is left out, so it excuses nothing. */
  readonly problems: readonly ConfigurationProblem[];
}

const AREA = "waivers";
const MAXIMUM_LENGTH = 4 * 1024 * 1024;

/**
 * Reads a file of waivers. An empty file holds none. Codes of problems: `waivers/unreadable`, `too-large`,
 * `several-documents`, `unknown-key`, `missing-key`, `wrong-type`, `bad-value`, `bad-date`, `bad-glob`, `bad-fingerprint`,
 * `bad-digest`, `duplicate-id`. Whether a waiver still counts is judged by `applyWaivers`, which knows the day.
 */
export function parseWaivers(path: string, text: string): ParsedWaivers {
  const { document, problems } = readLocatedDocument({
    file: path,
    text,
    area: AREA,
    maximumLength: MAXIMUM_LENGTH,
  });
  if (document === undefined) return { waivers: [], problems };
  if (document.root === undefined || document.value === null) return { waivers: [], problems: [] };
  const shape = checkDocumentSchema(document, waiverSchema, AREA);
  const complaints = new Complaints(AREA);
  const ids = new Set<string>();
  const misshapen = misshapenRecords(document, shape);
  const waivers = listOf(entryOf(document.value, "waivers")).flatMap((item, index) => {
    const before = complaints.problems.length;
    const reading = { document, complaints, at: ["waivers", index], item };
    checkRecord(reading, ids);
    const waiver = readRecord(reading);
    const isInOrder = complaints.problems.length === before && !misshapen.has(index);
    return waiver === undefined || !isInOrder ? [] : [waiver];
  });
  return { waivers, problems: [...shape, ...complaints.problems] };
}

/** Numbers of the records that the schema has told of. */
function misshapenRecords(
  document: LocatedDocument,
  shape: readonly ConfigurationProblem[],
): ReadonlySet<number> {
  const node = document.nodeAt(["waivers"]);
  const starts =
    node?.kind === "sequence" ? node.items.map((item) => document.rangeOf(item).start.offset) : [];
  const numbers = new Set<number>();
  for (const { range } of shape) {
    const offset = range?.start.offset ?? -1;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    numbers.add(low - 1);
  }
  return numbers;
}

interface RecordReading {
  readonly document: LocatedDocument;
  readonly complaints: Complaints;
  readonly at: DocumentPath;
  readonly item: unknown;
}

/** Checks what the schema cannot: ids, dates, globs, digests. */
function checkRecord(reading: RecordReading, ids: Set<string>): void {
  const { item } = reading;
  const id = textOf(entryOf(item, "id"));
  if (id !== undefined && ids.has(id)) {
    const message = `Another waiver has the id "${id.slice(0, 100)}".`;
    complain(reading, ["id"], {
      code: "duplicate-id",
      message,
      nextStep: "Give each waiver an id of its own.",
    });
  } else if (id !== undefined) ids.add(id);
  for (const key of ["created", "expires"]) {
    const date = textOf(entryOf(item, key));
    if (date === undefined || date === "" || dayNumber(date) !== undefined) continue;
    const message = `\`${key}\` is not a day of the calendar.`;
    complain(reading, [key], { code: "bad-date", message, nextStep: "Write it as YYYY-MM-DD." });
  }
  checkScope(reading, entryOf(item, "scope"));
}

function checkScope(reading: RecordReading, scope: unknown): void {
  for (const [index, glob] of (textsOf(entryOf(scope, "paths")) ?? []).entries()) {
    const reason = glob === "" ? undefined : globProblem(glob);
    if (reason === undefined) continue;
    const message = `The glob "${glob.slice(0, 100)}" ${reason}.`;
    const nextStep = "Write a path from the workspace's root with *, **, ? and {a,b}.";
    complain(reading, ["scope", "paths", index], { code: "bad-glob", message, nextStep });
  }
  const fingerprint = textOf(entryOf(scope, "fingerprint")) ?? "";
  if (fingerprint !== "" && !/^[0-9a-f]{32}$/.test(fingerprint)) {
    const message = "`fingerprint` is not 32 hexadecimal digits in lower case.";
    complain(reading, ["scope", "fingerprint"], {
      code: "bad-fingerprint",
      message,
      nextStep: "Copy it from a report.",
    });
  }
  const digest = textOf(entryOf(scope, "imageDigest")) ?? "";
  if (digest !== "" && !/^sha256:[0-9a-f]{64}$|^sha512:[0-9a-f]{128}$/.test(digest)) {
    const nextStep = "Write `sha256:` and 64 hexadecimal digits in lower case.";
    complain(reading, ["scope", "imageDigest"], {
      code: "bad-digest",
      message: "`imageDigest` is not a digest.",
      nextStep,
    });
  }
}

function complain(
  { document, complaints, at }: RecordReading,
  path: DocumentPath,
  complaint: Complaint,
): void {
  complaints.atValue(document, [...at, ...path], complaint);
}

/** The record; undefined where the schema has told that a part is missing. */
function readRecord({ document, at, item }: RecordReading): Waiver | undefined {
  const field = (key: string): string | undefined => textOf(entryOf(item, key));
  const [id, rule, statement, approver] = [field("id"), field("rule"), field("statement"), field("approver")];
  const [created, expires] = [field("created"), field("expires")];
  const category = categoryOf(field("category"));
  if (id === undefined || rule === undefined || statement === undefined || approver === undefined)
    return undefined;
  if (created === undefined || expires === undefined || category === undefined) return undefined;
  const [ticket, planOfAction] = [field("ticket"), field("planOfAction")];
  const range = document.valueRange([...at, "id"]);
  return {
    id,
    rule,
    category,
    statement,
    approver,
    created,
    expires,
    scope: readScope(entryOf(item, "scope")),
    ...(ticket === undefined ? {} : { ticket }),
    ...(planOfAction === undefined ? {} : { planOfAction }),
    source: { file: document.file, line: range.start.line, range },
  };
}

function readScope(value: unknown): WaiverScope {
  const paths = textsOf(entryOf(value, "paths"));
  const resource = entryOf(value, "resource");
  const [fingerprint, imageDigest] = [
    textOf(entryOf(value, "fingerprint")),
    textOf(entryOf(value, "imageDigest")),
  ];
  const [kind, name] = [textOf(entryOf(resource, "kind")), textOf(entryOf(resource, "name"))];
  const namespace = textOf(entryOf(resource, "namespace"));
  const identity = {
    ...(kind === undefined ? {} : { kind }),
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
  };
  return {
    ...(paths === undefined ? {} : { paths }),
    ...(isRecord(resource) ? { resource: identity } : {}),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(imageDigest === undefined ? {} : { imageDigest }),
  };
}

export function categoryOf(text: string | undefined): JustificationCategory | undefined {
  return JUSTIFICATION_CATEGORIES.find((category) => category === text);
}
