import type { NotChecked, RelatedLocation } from "@plimsoll/core";
import type { Range } from "@plimsoll/syntax";
import type { Execute } from "../process/execute.ts";

/** A place that a person can edit. */
export interface SourcePlace {
  /** Path from the workspace's root. */
  readonly file: string;
  readonly range: Range;
  readonly related: readonly RelatedLocation[];
}

/** Rendered resources that came from one file of the workspace. */
export interface RenderedFile {
  /** The file that they are judged as. */
  readonly path: string;
  readonly text: string;
  /** The place of the source from which a range of `text` came. */
  readonly locate: (range: Range) => SourcePlace;
}

/** What rendering one chart or overlay gave. */
export interface Rendering {
  readonly files: readonly RenderedFile[];
  readonly notChecked: readonly NotChecked[];
  /** Files of the workspace that are judged through this rendering and not by themselves. */
  readonly consumed: readonly string[];
  /** Files that would be judged through it and now are not: parts of objects, which mean nothing by themselves. */
  readonly unchecked: readonly NotChecked[];
}

/** What renderers need of the machine. */
export interface RenderHost {
  /** Absolute real path of the workspace's root. */
  readonly root: string;
  /** The user wants nothing rendered. */
  readonly isOff: boolean;
  readonly execute: Execute;
  /** Absolute path of a program, or undefined where it is not installed. */
  readonly locate: (name: string) => string | undefined;
  readonly environment: NodeJS.ProcessEnv;
  /** Minor version of Kubernetes 1.x to render for. */
  readonly kubernetesMinor: number;
  /** An empty folder of this run for copies; removed by the caller. */
  readonly scratch: string;
  /** Text of a file of the workspace by its path; undefined where it cannot be read. */
  readonly read: (path: string) => string | undefined;
}

/** Longest time for one run of a renderer. */
export const RENDER_TIMEOUT_MILLISECONDS = 60_000;
/** Largest output of one run of a renderer. */
export const RENDER_MAXIMUM_BYTES: number = 64 * 1024 * 1024;
