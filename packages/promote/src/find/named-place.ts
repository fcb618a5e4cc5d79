import { CodedError } from "@plimsoll/core";
import { asScalar, digestFault, parseImageReference, type YamlNode } from "@plimsoll/syntax";
import { addFields } from "./fields.ts";
import type { Search, Spot } from "./find.ts";
import { addReference } from "./reference.ts";
import type { Sheet } from "./sheet.ts";
import { itemsOf, valueOf } from "./value-of.ts";

/** A place that the user names. */
export interface NamedPlace {
  readonly file: string;
  readonly path: string;
  readonly steps: readonly (string | number)[];
}

/**
 * Reads `file#path`, the path as in `spec.images[0].digest` or `metadata.annotations["a.b/c"]`.
 * @throws CodedError `promote/bad-place`
 */
export function readNamedPlace(text: string): NamedPlace {
  const hash = text.indexOf("#");
  const path = text.slice(hash + 1);
  const steps = hash > 0 ? stepsOf(path) : undefined;
  if (steps !== undefined && steps.length > 0) return { file: text.slice(0, hash), path, steps };
  throw new CodedError({
    code: "promote/bad-place",
    message: `${JSON.stringify(text.slice(0, 300))} names no place in a file.`,
    nextStep: "Write file#path, such as apps/web/values.yaml#image.digest.",
  });
}

function stepsOf(path: string): readonly (string | number)[] | undefined {
  const steps: (string | number)[] = [];
  let index = 0;
  while (index < path.length) {
    const step = path[index] === "[" ? bracketStep(path, index) : plainStep(path, index, steps.length === 0);
    if (step === undefined) return undefined;
    steps.push(step.value);
    index = step.end;
  }
  return steps;
}

interface Step {
  readonly value: string | number;
  readonly end: number;
}

function plainStep(path: string, index: number, isFirst: boolean): Step | undefined {
  const start = path[index] === "." ? index + 1 : index;
  if (start === index && !isFirst) return undefined;
  let end = start;
  while (end < path.length && path[end] !== "." && path[end] !== "[") end += 1;
  return end === start ? undefined : { value: path.slice(start, end), end };
}

function bracketStep(path: string, index: number): Step | undefined {
  const isQuoted = path[index + 1] === '"';
  const close = path.indexOf(isQuoted ? '"]' : "]", index + 2);
  if (close < 0) return undefined;
  if (isQuoted) return { value: path.slice(index + 2, close), end: close + 2 };
  const number = path.slice(index + 1, close);
  return /^\d{1,7}$/u.test(number) ? { value: Number(number), end: close + 1 } : undefined;
}

/** Adds the place that the user names, of whatever form it is, or refuses it. */
export function findNamed(search: Search, sheets: readonly Sheet[], { path, steps }: NamedPlace): void {
  const found = sheets.flatMap((sheet) => {
    const node = nodeAt(sheet.document.root, steps);
    return node === undefined ? [] : [{ sheet, kind: "named", path, node } as const];
  });
  const [spot, another] = found;
  const [sheet] = sheets;
  if (spot !== undefined && another === undefined) addNamed(search, spot);
  else if (sheet !== undefined) {
    const node: YamlNode = { kind: "scalar", style: "empty", value: null, text: "", start: 0, end: 0 };
    search.refuse(
      { sheet: spot?.sheet ?? sheet, path, node: spot?.node ?? node },
      spot === undefined ? MISSING : SEVERAL,
    );
  }
}

const MISSING = {
  code: "promote/no-such-place",
  message: "There is no value at this path.",
  nextStep: "Correct the path, or write the key with an empty value first.",
};

const SEVERAL = {
  code: "promote/ambiguous",
  message: "Several documents of the file have a value at this path.",
  nextStep: "Split the file, so that the path names one value.",
};

/** The value as it stands, so that an alias is known to be one. */
function nodeAt(root: YamlNode | undefined, steps: readonly (string | number)[]): YamlNode | undefined {
  let node = root;
  for (const step of steps) {
    node = typeof step === "number" ? itemsOf(node)[step] : valueOf(node, step);
    if (node === undefined) return undefined;
  }
  return node;
}

function addNamed(search: Search, spot: Spot): void {
  const scalar = asScalar(spot.node);
  const text = scalar?.text ?? "";
  if (scalar === undefined || text === "" || /^(?:sha256:)?[0-9a-f]{64}$/u.test(text)) {
    addFields(search, spot, { name: spot.node, digest: spot.node });
    return;
  }
  if (addReference(search, spot, { mayAdd: true, from: text.indexOf("=") + 1 })) return;
  if (isTagWithDigest(text)) addFields(search, spot, { name: spot.node, tag: spot.node });
  else if (!search.isCovered(spot.node)) search.refuse(spot, OTHER);
}

/** `TAG@sha256:…`, which some charts take as a tag. */
function isTagWithDigest(text: string): boolean {
  const at = text.indexOf("@");
  if (at <= 0 || digestFault(text.slice(at + 1)) !== undefined) return false;
  return parseImageReference(`image:${text.slice(0, at)}`).ok;
}

const OTHER = {
  code: "promote/other-image",
  message: "The value is neither a digest nor a reference to this image.",
  nextStep: "Name the place that pins the image, or give the name that stands there as another name of it.",
};
