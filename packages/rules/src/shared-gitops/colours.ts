import type { ResourceRecord } from "@plimsoll/core";

export type Colour = "blue" | "green";

const LABELS: readonly string[] = ["color", "colour", "slot", "version", "deployment", "role", "track"];
const COLOURS: readonly Colour[] = ["blue", "green"];

/** The colours that a workload's name ends in or that a label of its pods has. */
export function coloursOf({ name, podLabels = {} }: ResourceRecord): ReadonlySet<Colour> {
  return new Set(
    COLOURS.filter(
      (colour) =>
        name === colour || name.endsWith(`-${colour}`) || LABELS.some((key) => podLabels[key] === colour),
    ),
  );
}
