import type { Range } from "@plimsoll/syntax";

/** How something shows that a tool is there. Traces of two different kinds are independent of each other. */
export type TraceKind =
  /** A chart that is installed, or the package of an umbrella chart. */
  | "chart"
  /** An image that runs. */
  | "image"
  /** An object of an API that the tool brings. */
  | "api"
  /** A label on an object or on its pods. */
  | "label"
  /** The tool's own namespace. */
  | "namespace"
  /** An action or command line of a pipeline. */
  | "pipeline";

/**
 * Something in a file that may be a trace of a tool, beside what records of objects tell: plain data, found when the file is
 * read. Which tool it is of is found out when somebody asks.
 */
export interface ToolTrace {
  readonly by: TraceKind;
  /** A chart's name, an image, an API group with its kind (`group/Kind`), `key=value` of a label, a namespace, an action or command. */
  readonly text: string;
  readonly range: Range;
  /** True where the file says so and switches it off: values with `enabled: false`. */
  readonly off?: boolean;
  /** True where it stands in a template that was not rendered: it may never come to be. */
  readonly template?: boolean;
  /** True where the name was not meant as a chart's, such as that of a folder or repository. */
  readonly loose?: boolean;
}
