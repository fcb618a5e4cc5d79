import { externalImages, finalStage, type Dockerfile, type Range, type Span } from "@plimsoll/syntax";
import type { DockerfileFacts } from "./file-facts.ts";

/** Stages and ports of one Dockerfile that are kept. */
const MAXIMUM_KEPT = 200;

/** What a Dockerfile tells the graph; undefined for one without a FROM. */
export function dockerfileFacts(
  file: Dockerfile,
  rangeOf: (span: Span) => Range,
): DockerfileFacts | undefined {
  const [first] = file.stages;
  if (first === undefined) return undefined;
  const bases = externalImages(file)
    .filter(({ kind, reference }) => kind === "from" && reference.unresolved.length === 0)
    .slice(0, MAXIMUM_KEPT)
    .map(({ reference, role, start, end }) => ({
      text: reference.text,
      range: rangeOf({ start, end }),
      final: role === "final",
    }));
  const instructions = finalStage(file)?.instructions ?? [];
  const ports = instructions
    .filter(({ keyword }) => keyword === "EXPOSE")
    .flatMap(({ words }) => words)
    .slice(0, MAXIMUM_KEPT)
    .flatMap(({ text, start, end }) => {
      const port = Number(text.split("/", 1)[0]);
      return Number.isInteger(port) ? [{ text, port, range: rangeOf({ start, end }) }] : [];
    });
  const user = instructions.findLast(({ keyword }) => keyword === "USER")?.words[0];
  const healthcheck = instructions.findLast(({ keyword }) => keyword === "HEALTHCHECK");
  const hasCheck = healthcheck !== undefined && healthcheck.words[0]?.text.toUpperCase() !== "NONE";
  return {
    range: rangeOf(first.image),
    bases,
    ports,
    ...(user === undefined ? {} : { user: { text: user.text, range: rangeOf(user) } }),
    ...(hasCheck ? { healthcheck: rangeOf(healthcheck.keywordSpan) } : {}),
  };
}
