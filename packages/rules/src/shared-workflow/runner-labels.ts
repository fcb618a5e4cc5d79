import { asMap, asScalar, asSequence, getEntry, type WorkflowJob, type YamlScalar } from "@plimsoll/syntax";

/** Labels that a job may ask for, the values of its matrix among them, with whether each is asked for alone or with others. */
export interface AskedLabel {
  readonly scalar: YamlScalar;
  /** The labels that must be on one runner together with it. */
  readonly together: readonly YamlScalar[];
}

const MAXIMUM = 200;

/** What `runs-on` asks for, where the text or the matrix tells it. */
export function askedLabels(job: WorkflowJob): readonly AskedLabel[] {
  const runsOn = getEntry(job.node, "runs-on")?.value;
  const map = asMap(runsOn);
  const node = map === undefined ? runsOn : getEntry(map, "labels")?.value;
  const items = (asSequence(node)?.items ?? [node]).slice(0, MAXIMUM);
  const scalars = items.map((item) => asScalar(item)).filter((scalar) => scalar !== undefined);
  const plain = scalars.filter(({ text }) => !text.includes("${{"));
  return [
    ...plain.map((scalar) => ({ scalar, together: plain })),
    ...scalars
      .flatMap((scalar) => matrixLabels(job, scalar))
      .map((scalar) => ({ scalar, together: [scalar] })),
  ];
}

/** `${{ matrix.os }}`: the values of that row, and those that `include` adds. */
function matrixLabels(job: WorkflowJob, { text }: YamlScalar): readonly YamlScalar[] {
  const name = /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(text.trim())?.[1];
  const matrix = job.strategy === undefined ? undefined : asMap(getEntry(job.strategy, "matrix")?.value);
  if (name === undefined || matrix === undefined) return [];
  const row = asSequence(getEntry(matrix, name)?.value)?.items ?? [];
  const included = (asSequence(getEntry(matrix, "include")?.value)?.items ?? []).map((item) => {
    const map = asMap(item);
    return map === undefined ? undefined : getEntry(map, name)?.value;
  });
  return [...row, ...included]
    .slice(0, MAXIMUM)
    .map((node) => asScalar(node))
    .filter((scalar) => scalar !== undefined)
    .filter((scalar) => !scalar.text.includes("${{"));
}
