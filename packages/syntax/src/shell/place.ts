import type { PipelinePlace, ShellOperator, ShellOrigin } from "./nodes.ts";
import type { TextMap } from "./text-map.ts";

/** Where in the script a node stands. */
export interface Place {
  readonly map: TextMap;
  readonly operatorBefore: ShellOperator | undefined;
  readonly pipeline: PipelinePlace | undefined;
  readonly inSubshell: boolean;
  readonly negated: boolean;
  readonly background: boolean;
  readonly origin: ShellOrigin;
  readonly parent: number | undefined;
  /** How many strings of `sh -c` it stands in. */
  readonly strings: number;
  readonly depth: number;
}

/** The start of a script that no other holds. */
export function topPlace(map: TextMap): Place {
  return stringPlace({ inSubshell: false, parent: undefined, strings: 0, depth: 0 }, "script", map);
}

/** The start of a script that a command of another script holds. */
export function stringPlace(
  outer: Pick<Place, "inSubshell" | "strings" | "depth" | "parent">,
  origin: ShellOrigin,
  map: TextMap,
): Place {
  return {
    map,
    operatorBefore: undefined,
    pipeline: undefined,
    inSubshell: outer.inSubshell,
    negated: false,
    background: false,
    origin,
    parent: outer.parent,
    strings: outer.strings,
    depth: outer.depth,
  };
}
