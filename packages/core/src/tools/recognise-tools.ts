import type { ToolCategoryId, ToolProduct } from "@plimsoll/model/tools";
import type { Range } from "@plimsoll/syntax";
import type { ImagePolicy } from "../config/image-policy.ts";
import type { FileFacts } from "../graph/file-facts.ts";
import type { ResourceRecord } from "../inventory/inventory.ts";
import { TraceMatcher } from "./match-trace.ts";
import type { ToolTrace, TraceKind } from "./tool-trace.ts";

/** A trace that shows a product, with its file. */
export interface ToolSignal {
  readonly by: TraceKind;
  readonly text: string;
  readonly file: string;
  readonly range: Range;
  readonly off: boolean;
  readonly template: boolean;
}

/** A product that was recognised in one of its categories. */
export interface ToolDetection {
  readonly category: ToolCategoryId;
  /** Id of the product. */
  readonly product: string;
  readonly name: string;
  /** `strong` where two traces of different kinds agree. */
  readonly strength: "strong" | "weak";
  /** `present` where a trace stands that nothing switches off; `offered` where files hold it switched off, or in templates only. */
  readonly state: "present" | "offered";
  /** The first ones, the most telling of each kind first. */
  readonly signals: readonly ToolSignal[];
  /** How many there are. */
  readonly signalCount: number;
}

/** What is looked at. */
export interface RecognitionInput {
  readonly resources: readonly ResourceRecord[];
  readonly files: readonly FileFacts[];
  readonly images: Pick<ImagePolicy, "mirrors">;
}

/** Signals of one product that are kept. */
const KEPT_SIGNALS = 12;

interface Found {
  readonly product: ToolProduct;
  /** One a kind and text, the first file first; a signal that is on replaces one that is off. */
  readonly signals: Map<string, ToolSignal>;
  count: number;
}

/** The tools that objects, charts, values and pipelines show, in the order of the model. */
export function recogniseTools({ resources, files, images }: RecognitionInput): readonly ToolDetection[] {
  const matcher = matcherFor(images.mirrors);
  const found = new Map<ToolProduct, Found>();
  const see = (trace: Omit<ToolTrace, "range"> & { readonly range: Range }, file: string): void => {
    for (const product of matcher.productsOf(trace)) addSignal(found, product, signalOf(trace, file));
  };
  for (const record of resources) seeRecord(record, see);
  for (const { file, tools } of files) for (const trace of tools ?? []) see(trace, file);
  return [...found.values()].map(detectionOf).sort(byCategory);
}

/** Kept with the mirrors of a configuration: an editor asks for the same texts after every edit. */
const MATCHERS = new WeakMap<ImagePolicy["mirrors"], TraceMatcher>();

function matcherFor(mirrors: ImagePolicy["mirrors"]): TraceMatcher {
  const known = MATCHERS.get(mirrors);
  if (known !== undefined && !known.isFull) return known;
  const matcher = new TraceMatcher(mirrors);
  MATCHERS.set(mirrors, matcher);
  return matcher;
}

type See = (trace: ToolTrace, file: string) => void;

function seeRecord(record: ResourceRecord, see: See): void {
  const { file, range, group, kind, labels, podLabels, images, namespace, name } = record;
  if (group !== "") see({ by: "api", text: `${group}/${kind}`, range }, file);
  for (const [key, value] of Object.entries(labels))
    see({ by: "label", text: `${key}=${value}`, range }, file);
  for (const [key, value] of Object.entries(podLabels ?? {}))
    see({ by: "label", text: `${key}=${value}`, range }, file);
  for (const image of images ?? []) see({ by: "image", text: image.text, range: image.range }, file);
  const space = kind === "Namespace" ? name : namespace;
  if (space !== undefined) see({ by: "namespace", text: space, range }, file);
}

function signalOf({ by, text, range, off, template }: ToolTrace, file: string): ToolSignal {
  return { by, text, file, range, off: off ?? false, template: template ?? false };
}

function addSignal(found: Map<ToolProduct, Found>, product: ToolProduct, signal: ToolSignal): void {
  const known = found.get(product) ?? { product, signals: new Map<string, ToolSignal>(), count: 0 };
  found.set(product, known);
  known.count += 1;
  const key = `${signal.by} ${signal.text}`;
  const before = known.signals.get(key);
  if (before === undefined || weightOf(signal) < weightOf(before)) known.signals.set(key, signal);
}

/** What stands and is on tells most; what files of tests and examples say tells least of what is on. */
function weightOf({ off, template, file }: ToolSignal): number {
  return (off ? 4 : 0) + (template ? 2 : 0) + (isAside(file) ? 1 : 0);
}

const ASIDE = ["test", "unittest", "example", "sample", "doc"];

function isAside(file: string): boolean {
  return file.split("/").some((part) => ASIDE.some((word) => part === word || part === `${word}s`));
}

const TELLING: readonly TraceKind[] = ["image", "chart", "api", "pipeline", "label", "namespace"];

function detectionOf({ product, signals, count }: Found): ToolDetection {
  const all = [...signals.values()].sort(
    (a, b) => weightOf(a) - weightOf(b) || TELLING.indexOf(a.by) - TELLING.indexOf(b.by),
  );
  const standing = all.filter((signal) => !signal.off && !signal.template);
  const isTelling = standing.some(({ by }) => isBuiltIn(product) || (by !== "namespace" && by !== "label"));
  const isPresent = isTelling || kindsOf(standing) > 1;
  const counted = isPresent ? all.filter(({ off }) => !off) : all;
  return {
    category: product.category,
    product: product.id,
    name: product.name,
    strength: kindsOf(counted) > 1 ? "strong" : "weak",
    state: isPresent ? "present" : "offered",
    signals: firstOfEachKind(all),
    signalCount: count,
  };
}

/** What is part of Kubernetes brings no image, chart or API: a label is all that can be seen of it. */
function isBuiltIn({
  signals: { imagePatterns, helmCharts, apiGroups, kinds, labels },
}: ToolProduct): boolean {
  return (
    labels !== undefined && [imagePatterns, helmCharts, apiGroups, kinds].every((list) => list === undefined)
  );
}

function kindsOf(signals: readonly ToolSignal[]): number {
  return new Set(signals.map(({ by }) => by)).size;
}

/** So that a product of a hundred images shows its chart too. */
function firstOfEachKind(signals: readonly ToolSignal[]): readonly ToolSignal[] {
  const first = new Map<TraceKind, ToolSignal>();
  for (const signal of signals) if (!first.has(signal.by)) first.set(signal.by, signal);
  const leading = [...first.values()];
  return [...leading, ...signals.filter((signal) => !leading.includes(signal))].slice(0, KEPT_SIGNALS);
}

function byCategory(a: ToolDetection, b: ToolDetection): number {
  if (a.category !== b.category) return a.category < b.category ? -1 : 1;
  if (a.product === b.product) return 0;
  return a.product < b.product ? -1 : 1;
}
