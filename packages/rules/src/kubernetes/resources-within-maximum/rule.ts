import {
  defineRule,
  partsOf,
  podsOf,
  setInPart,
  type Part,
  type Problem,
  type Resource,
  type ResourceRule,
  type RuleContext,
} from "@plimsoll/core";
import { compareQuantities, getNode, parseQuantity, type Quantity } from "@plimsoll/syntax";
import { oneFix } from "../../shared-objects/fixes.ts";
import { at, text } from "../../shared-objects/values.ts";

interface Data {
  readonly container: string;
  readonly what: string;
  readonly bound: string;
  readonly part: Part;
  readonly path: string;
}

const FIELDS = [
  { option: "cpu", path: ["limits", "cpu"] },
  { option: "memory", path: ["limits", "memory"] },
  { option: "ephemeralStorage", path: ["limits", "ephemeral-storage"] },
  { option: "requestedCpu", path: ["requests", "cpu"] },
  { option: "requestedMemory", path: ["requests", "memory"] },
] as const;

const quantity = (description: string) => ({ description, schema: { type: "string" }, default: "" });

export const rule: ResourceRule<Data> = defineRule<Data>({
  id: "kubernetes/resources-within-maximum",
  title: "Limits and requests stay within what the organization allows",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM017"],
  aliases: [
    "gatekeeper:containerlimits",
    "gatekeeper:containerrequests",
    "gatekeeper:containerresourceratios",
  ],
  since: "0.1.0",
  options: {
    cpu: quantity("Highest limits.cpu, such as 2 or 500m; none where empty."),
    memory: quantity("Highest limits.memory, such as 4Gi; none where empty."),
    ephemeralStorage: quantity("Highest limits.ephemeral-storage; none where empty."),
    requestedCpu: quantity("Highest requests.cpu; none where empty."),
    requestedMemory: quantity("Highest requests.memory; none where empty."),
    cpuRatio: {
      description: "How many times its request a cpu limit may be; any where 0.",
      schema: { type: "number", minimum: 0 },
      default: 0,
    },
    memoryRatio: {
      description: "How many times its request a memory limit may be; any where 0.",
      schema: { type: "number", minimum: 0 },
      default: 0,
    },
  },
  check,
  message: ({ problem, data }) =>
    problem === "ratio"
      ? `The ${data.what} of container "${data.container}" is more than ${data.bound} times its request.`
      : `The ${data.what} of container "${data.container}" is above ${data.bound}.`,
  fix: ({ problem, data }) =>
    problem === "aboveMaximum"
      ? oneFix(`Lower it to ${data.bound}`, "review", setInPart(data.part, data.path, data.bound))
      : [],
});

function* check(resource: Resource, context: RuleContext): Iterable<Problem<Data>> {
  if (!boundsAnything(context)) return;
  for (const part of partsOf(resource, "containers", podsOf(resource))) {
    for (const { option, path } of FIELDS)
      yield* aboveMaximum(part, path, text(context.options[option]) ?? "");
    yield* aboveRatio(part, "cpu", context);
    yield* aboveRatio(part, "memory", context);
  }
}

/** Nothing is bound unless an option says so, and then there is nothing to read. */
function boundsAnything({ options }: RuleContext): boolean {
  const isBound = FIELDS.some(({ option }) => (text(options[option]) ?? "") !== "");
  return isBound || Number(options["cpuRatio"] ?? 0) > 0 || Number(options["memoryRatio"] ?? 0) > 0;
}

function* aboveMaximum(part: Part, path: readonly string[], bound: string): Iterable<Problem<Data>> {
  const most = bound === "" ? undefined : parseQuantity(bound);
  if (most === undefined) return;
  const value = quantityAt(part, path);
  if (value === undefined || compareQuantities(value, most) <= 0) return;
  yield* problemAt(part, path, { problem: "aboveMaximum", bound });
}

function* aboveRatio(part: Part, name: "cpu" | "memory", context: RuleContext): Iterable<Problem<Data>> {
  const ratio = Number(context.options[`${name}Ratio`] ?? 0);
  if (!(ratio > 0)) return;
  const limit = quantityAt(part, ["limits", name]);
  const request = quantityAt(part, ["requests", name]);
  if (limit === undefined || request === undefined) return;
  const scaled = {
    numerator: request.numerator * BigInt(Math.round(ratio * 1000)),
    denominator: request.denominator * 1000n,
  };
  if (compareQuantities(limit, scaled) > 0)
    yield* problemAt(part, ["limits", name], { problem: "ratio", bound: String(ratio) });
}

function quantityAt(part: Part, path: readonly string[]): Quantity | undefined {
  return parseQuantity(text(at(part.value, "resources", ...path)) ?? "");
}

function* problemAt(
  part: Part,
  path: readonly string[],
  how: { problem: string; bound: string },
): Iterable<Problem<Data>> {
  const node = getNode(part.node, ["resources", ...path]);
  if (node === undefined) return;
  const container = text(at(part.value, "name")) ?? "";
  const keys = ["resources", ...path].map((key) => `["${key}"]`).join("");
  const data = { container, what: path.join("."), bound: how.bound, part, path: keys };
  yield { problem: how.problem, at: node, subject: `${container}.${path.join(".")}`, data };
}
