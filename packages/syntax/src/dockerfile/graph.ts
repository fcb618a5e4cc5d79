import { attached } from "../source/attached.ts";
import type { Span } from "../source/span.ts";
import { resolveWord } from "./environment.ts";
import { flagValue } from "./flags.ts";
import { mountOption, mountsOf } from "./mounts.ts";
import type { Directive, Dockerfile, Instruction, Resolved, Stage } from "./nodes.ts";

/** How an image from outside comes into the build. */
export type ExternalImageKind = "from" | "copy" | "mount" | "syntax";

/** An image from outside that a Dockerfile uses. The span covers the reference and nothing else. */
export interface ExternalImage extends Span {
  readonly kind: ExternalImageKind;
  /** As written, without quotes. */
  readonly text: string;
  /** With the variables put in. */
  readonly reference: Resolved;
  /** Undefined for `# syntax=`. */
  readonly instruction: Instruction | undefined;
  readonly directive: Directive | undefined;
  /** The stage that uses it; undefined for `# syntax=`. */
  readonly stage: Stage | undefined;
  /**
   * `final`: the image that the result is built on. `builder`: used on the way to the result.
   * `unused`: only stages that the result does not need use it, so BuildKit does not build them. `frontend`: `# syntax=`.
   */
  readonly role: "final" | "builder" | "unused" | "frontend";
}

/** What a `--from` names: a stage of the file, or an image or build context from outside. */
export type FromSource =
  | { readonly kind: "stage"; readonly stage: Stage }
  /** A number to which no stage belongs. */
  | { readonly kind: "no-such-stage"; readonly number: number }
  | { readonly kind: "external"; readonly reference: Resolved };

/** The stage that the build ends with: the last one. */
export function finalStage(dockerfile: Dockerfile): Stage | undefined {
  return dockerfile.stages.at(-1);
}

/** The stage, the stage that it builds on, and so on down to the one that starts from an image or from scratch. */
export function stageChain(stage: Stage): readonly Stage[] {
  const chain: Stage[] = [];
  let at = stage;
  // A stage can only build on one that stands before it, so this ends.
  while (at.base.kind === "stage") {
    chain.push(at);
    at = at.base.stage;
  }
  chain.push(at);
  return chain;
}

/** What a `--from` of COPY or of a mount names. COPY takes numbers too, a mount names only. */
export function fromSource(dockerfile: Dockerfile, text: string, numbers = true): FromSource {
  if (numbers && isNumber(text)) {
    const number = Number(text);
    const stage = dockerfile.stages[number];
    return stage === undefined ? { kind: "no-such-stage", number } : { kind: "stage", stage };
  }
  const stage = stagesByName(dockerfile).get(text.toLowerCase());
  if (stage !== undefined) return { kind: "stage", stage };
  return { kind: "external", reference: unexpanded(text) };
}

/** The stages that the result needs, the last one included. */
export function neededStages(dockerfile: Dockerfile): ReadonlySet<Stage> {
  const needed = new Set<Stage>();
  const last = finalStage(dockerfile);
  const queue = last === undefined ? [] : [last];
  for (let stage = queue.pop(); stage !== undefined; stage = queue.pop()) {
    if (needed.has(stage)) continue;
    needed.add(stage);
    if (stage.base.kind === "stage") queue.push(stage.base.stage);
    for (const use of usesOf(dockerfile, stage)) {
      if (use.source.kind === "stage") queue.push(use.source.stage);
    }
  }
  return needed;
}

/** Every image from outside that the file uses, in the order of the text. `scratch` is none. */
export function externalImages(dockerfile: Dockerfile): readonly ExternalImage[] {
  const images: ExternalImage[] = [];
  for (const directive of dockerfile.directives) {
    if (directive.name === "syntax") images.push(frontendOf(directive));
  }
  const needed = neededStages(dockerfile);
  const last = finalStage(dockerfile);
  const result = new Set(last === undefined ? [] : stageChain(last));
  for (const stage of dockerfile.stages) {
    const use = needed.has(stage) ? "builder" : "unused";
    if (stage.base.kind === "image" || stage.base.kind === "unresolved") {
      images.push(baseImage(dockerfile, stage, result.has(stage) ? "final" : use));
    }
    for (const { source, span, instruction, kind } of usesOf(dockerfile, stage)) {
      if (source.kind !== "external" || source.reference.text === "scratch") continue;
      const { text } = source.reference;
      images.push({
        start: span.start,
        end: span.end,
        kind,
        text,
        reference: source.reference,
        instruction,
        directive: undefined,
        stage,
        role: use,
      });
    }
  }
  return images;
}

interface Use {
  readonly kind: "copy" | "mount";
  readonly source: FromSource;
  readonly span: Span;
  readonly instruction: Instruction;
}

function usesOf(dockerfile: Dockerfile, stage: Stage): readonly Use[] {
  const uses: Use[] = [];
  for (const written of stage.instructions) {
    const instruction = written.trigger ?? written;
    if (instruction.keyword === "RUN") addMounts(dockerfile, instruction, uses);
    if (instruction.keyword !== "COPY" && instruction.keyword !== "ADD") continue;
    const flag = instruction.flags.find((other) => other.name === "from");
    const text = flag === undefined ? undefined : flagValue(flag, dockerfile.escape);
    if (flag?.value === undefined || text === undefined || text === "") continue;
    uses.push({ kind: "copy", source: fromSource(dockerfile, text), span: flag.value, instruction });
  }
  return uses;
}

function addMounts(dockerfile: Dockerfile, instruction: Instruction, uses: Use[]): void {
  for (const mount of mountsOf(instruction)) {
    const from = mountOption(mount, "from");
    if (from?.value === undefined || from.value === "" || from.valueSpan === undefined) continue;
    const source = fromSource(dockerfile, from.value, false);
    uses.push({ kind: "mount", source, span: from.valueSpan, instruction });
  }
}

function baseImage(dockerfile: Dockerfile, stage: Stage, role: ExternalImage["role"]): ExternalImage {
  const { image, from } = stage;
  return {
    start: image.start,
    end: image.end,
    kind: "from",
    text: image.text,
    reference: resolveWord(dockerfile, from, image),
    instruction: from,
    directive: undefined,
    stage,
    role,
  };
}

/** The reference ends at the first blank; what follows is passed to the frontend. */
function frontendOf(directive: Directive): ExternalImage {
  const text = directive.value.split(" ", 1)[0] ?? "";
  const { start } = directive.valueSpan;
  return {
    start,
    end: start + text.length,
    kind: "syntax",
    text,
    reference: { text, unresolved: [], error: undefined },
    instruction: undefined,
    directive,
    stage: undefined,
    role: "frontend",
  };
}

/** The builder puts no variables into `--from`; one that stands there makes the reference unresolved. */
function unexpanded(text: string): Resolved {
  const names = [...text.matchAll(/\$\{?([A-Za-z_][A-Za-z0-9_]*)/g)].map((match) => match[1] ?? "");
  return { text, unresolved: [...new Set(names)], error: undefined };
}

function isNumber(text: string): boolean {
  return /^[0-9]{1,9}$/.test(text);
}

const NAMES = attached<Dockerfile, ReadonlyMap<string, Stage>>();

function stagesByName(dockerfile: Dockerfile): ReadonlyMap<string, Stage> {
  const known = NAMES.get(dockerfile);
  if (known !== undefined) return known;
  const names = new Map<string, Stage>();
  for (const stage of dockerfile.stages) if (stage.name !== undefined) names.set(stage.name, stage);
  NAMES.set(dockerfile, names);
  return names;
}
