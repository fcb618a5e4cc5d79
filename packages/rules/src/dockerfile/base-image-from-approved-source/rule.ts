import { defineRule, type DockerfileRule, type ImagePolicy, type Problem } from "@plimsoll/core";
import { finalStage, fromSource, stageChain, unquote } from "@plimsoll/syntax";
import type { Dockerfile, Instruction, Span, Stage } from "@plimsoll/syntax";
import { knownBases, type KnownImage } from "../../shared-images/base-images.ts";
import { hardenedFix } from "../../shared-images/hardened-fix.ts";
import { imageName, readImage, trustProblem } from "../../shared-images/image-trust.ts";
import { finalImage } from "../../shared-stages/final-image.ts";

interface Data {
  /** The image that is not trusted. */
  readonly name: string;
  /** Undefined where it comes into an image from scratch by COPY. */
  readonly base: KnownImage | undefined;
}

/** An image whose files a stage from scratch takes, and where its name stands. */
interface Source {
  readonly name: string;
  readonly trust: NonNullable<ReturnType<typeof trustProblem>>;
  readonly at: Span;
}

function* check(file: Dockerfile, { images }: { readonly images: ImagePolicy }): Iterable<Problem<Data>> {
  const image = finalImage(file);
  if (image === undefined) return;
  if (image.bottom.base.kind === "scratch") {
    yield* checkScratch(file, image.bottom, images);
    return;
  }
  const base = knownBases(file).find(({ use }) => use.stage === image.bottom);
  const trust = base === undefined ? undefined : trustProblem(base.reference, images);
  if (base === undefined || trust === undefined) return;
  yield { ...trust, at: base.use, data: { name: imageName(base.reference), base } };
}

/** Everything in an image from scratch comes by COPY, so the images that it copies from are its base. */
function* checkScratch(file: Dockerfile, bottom: Stage, images: ImagePolicy): Iterable<Problem<Data>> {
  const sources = scratchSources(file, finalStage(file) ?? bottom, images);
  const worst = sources.find(({ trust }) => trust.problem === "notApproved") ?? sources[0];
  if (worst === undefined) return;
  const related = sources.map(({ at, name }) => ({ at, message: `Files of ${name} are copied from here.` }));
  yield { ...worst.trust, at: bottom.image, related, data: { name: worst.name, base: undefined } };
}

function scratchSources(file: Dockerfile, last: Stage, images: ImagePolicy): readonly Source[] {
  const sources: Source[] = [];
  const seen = new Set<Stage>();
  const queue: Stage[] = [last];
  for (let stage = queue.pop(); stage !== undefined; stage = queue.pop()) {
    if (seen.has(stage)) continue;
    seen.add(stage);
    const chain = stageChain(stage);
    const bottom = chain.at(-1) ?? stage;
    const base = knownBases(file).find(({ use }) => use.stage === bottom);
    if (base !== undefined) add(sources, base.reference.text, base.use, images);
    // What an image from outside brings along is judged; what is copied into it on top is for the rule on builder images.
    if (bottom.base.kind !== "scratch") continue;
    for (const copy of chain.flatMap((one) => one.instructions))
      addCopy(file, copy, { sources, queue, images });
  }
  return sources;
}

interface Walk {
  readonly sources: Source[];
  readonly queue: Stage[];
  readonly images: ImagePolicy;
}

function addCopy(file: Dockerfile, copy: Instruction, { sources, queue, images }: Walk): void {
  const value = copy.keyword === "COPY" ? copy.flags.find(({ name }) => name === "from")?.value : undefined;
  if (value === undefined) return;
  const source = fromSource(file, unquote(value, file.escape));
  if (source.kind === "stage") queue.push(source.stage);
  else if (source.kind === "external" && source.reference.unresolved.length === 0) {
    add(sources, source.reference.text, value, images);
  }
}

function add(sources: Source[], text: string, at: Span, images: ImagePolicy): void {
  const reference = readImage(text);
  const trust = reference === undefined ? undefined : trustProblem(reference, images);
  if (reference !== undefined && trust !== undefined) sources.push({ name: imageName(reference), trust, at });
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/base-image-from-approved-source",
  title: "The base image comes from an approved source",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF001"],
  aliases: ["hadolint:DL3026"],
  since: "0.1.0",
  check,
  message({ problem, data: { name, base } }) {
    const what =
      base === undefined
        ? `Files of "${name}" make up this image from scratch`
        : `Base image "${name}" is used`;
    return problem === "untrusted"
      ? `${what}, but its source is approved without being trusted, so it needs an exception on record.`
      : `${what}, but it does not come from an approved source.`;
  },
  fix: ({ data: { base } }, _file, { images }) => (base === undefined ? [] : hardenedFix(base, images)),
});
