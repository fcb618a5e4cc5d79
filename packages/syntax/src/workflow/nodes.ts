import type { Span } from "../source/span.ts";
import type { PlacedDocument, YamlEntry, YamlMap, YamlNode, YamlScalar } from "../yaml/nodes.ts";
import type { Expression } from "./expression/nodes.ts";

/**
 * A workflow or action file of GitHub Actions, as located data. Offsets count in the document's text. What is written in a form
 * that the file's schema does not know is left out of these views and stays in the YAML nodes, which each view keeps.
 */
export interface Workflow {
  readonly document: PlacedDocument;
  readonly node: YamlMap;
  readonly name: WorkflowText | undefined;
  readonly triggers: readonly WorkflowTrigger[];
  /** The `on:` entry. */
  readonly on: YamlEntry | undefined;
  readonly permissions: WorkflowPermissions | undefined;
  readonly environment: readonly WorkflowVariable[];
  readonly defaults: WorkflowDefaults;
  readonly concurrency: YamlEntry | undefined;
  readonly jobs: readonly WorkflowJob[];
}

/** A scalar's text with its place. */
export interface WorkflowText extends Span {
  readonly text: string;
  readonly node: YamlScalar;
}

/** A key with its value. */
export interface WorkflowVariable {
  readonly name: string;
  readonly key: Span;
  readonly value: YamlNode;
}

export interface WorkflowTrigger {
  /** The event, such as `push`. */
  readonly event: string;
  /** The event's name in the text. */
  readonly at: Span;
  /** Its settings; undefined for `on: push` and `on: [push]`. */
  readonly node: YamlNode | undefined;
}

export interface WorkflowPermissions extends Span {
  /** `read-all`, `write-all` or `{}` for none; `scopes` where each is named; `unknown` for anything else. */
  readonly all: "read" | "write" | "none" | "scopes" | "unknown";
  readonly scopes: readonly { readonly scope: string; readonly access: string; readonly entry: YamlEntry }[];
  readonly entry: YamlEntry;
}

export interface WorkflowDefaults {
  readonly shell: WorkflowText | undefined;
  readonly workingDirectory: WorkflowText | undefined;
}

/** `if:` of a job or step. */
export interface WorkflowCondition extends Span {
  readonly node: YamlScalar;
  /** One that is not marked where the whole scalar is the expression; else those between `${{` and `}}`. */
  readonly expressions: readonly Expression[];
  /** Whether text stands around a marked expression, so that the condition is a text and always true. */
  readonly isText: boolean;
}

export interface WorkflowJob {
  readonly id: string;
  /** The job's key. */
  readonly at: Span;
  readonly node: YamlMap;
  readonly name: WorkflowText | undefined;
  readonly needs: readonly WorkflowText[];
  readonly condition: WorkflowCondition | undefined;
  readonly runner: WorkflowRunner | undefined;
  readonly deployment: WorkflowDeployment | undefined;
  readonly permissions: WorkflowPermissions | undefined;
  readonly environment: readonly WorkflowVariable[];
  readonly defaults: WorkflowDefaults;
  readonly outputs: readonly WorkflowVariable[];
  readonly strategy: YamlMap | undefined;
  readonly continueOnError: YamlScalar | undefined;
  readonly timeoutMinutes: YamlScalar | undefined;
  readonly container: WorkflowContainer | undefined;
  readonly services: readonly WorkflowContainer[];
  readonly steps: readonly WorkflowStep[];
  /** The reusable workflow that the job calls. */
  readonly uses: UsesReference | undefined;
  readonly with: readonly WorkflowVariable[];
  readonly secrets: WorkflowSecrets | undefined;
}

export interface WorkflowRunner extends Span {
  readonly labels: readonly WorkflowText[];
  readonly group: WorkflowText | undefined;
}

/** `environment:` of a job: where it deploys, and whose protection it waits for. */
export interface WorkflowDeployment extends Span {
  readonly name: WorkflowText | undefined;
}

export interface WorkflowContainer {
  /** The service's name; undefined for the job's own container. */
  readonly name: string | undefined;
  readonly at: Span;
  readonly image: WorkflowText | undefined;
  readonly node: YamlNode;
}

/** Secrets that a job hands to a reusable workflow. */
export interface WorkflowSecrets extends Span {
  readonly inherit: boolean;
  readonly entries: readonly WorkflowVariable[];
}

export interface WorkflowStep {
  /** From 0, within the job or action. */
  readonly index: number;
  readonly node: YamlMap;
  readonly id: WorkflowText | undefined;
  readonly name: WorkflowText | undefined;
  readonly condition: WorkflowCondition | undefined;
  readonly uses: UsesReference | undefined;
  readonly with: readonly WorkflowVariable[];
  readonly run: WorkflowText | undefined;
  readonly shell: WorkflowText | undefined;
  readonly workingDirectory: WorkflowText | undefined;
  readonly environment: readonly WorkflowVariable[];
  readonly continueOnError: YamlScalar | undefined;
  readonly timeoutMinutes: YamlScalar | undefined;
}

/** What `uses:` names. */
export type UsesReference = Span & { readonly text: string; readonly node: YamlScalar } & (
    | { readonly kind: "local"; readonly path: string }
    | { readonly kind: "docker"; readonly image: string }
    | {
        /** `owner/repository/path@ref`; the path is empty for an action at the root. */
        readonly kind: "repository";
        readonly owner: string;
        readonly repository: string;
        readonly path: string;
        readonly ref: string;
        /** Where the ref stands. */
        readonly refSpan: Span;
      }
    | { readonly kind: "unknown" }
  );

/** An `action.yml`. */
export interface ActionFile {
  readonly document: PlacedDocument;
  readonly node: YamlMap;
  readonly name: WorkflowText | undefined;
  readonly inputs: readonly ActionInput[];
  readonly outputs: readonly WorkflowVariable[];
  /** `composite`, `docker`, `node24` …, as written. */
  readonly using: WorkflowText | undefined;
  /** Of a composite action. */
  readonly steps: readonly WorkflowStep[];
  /** Image of a Docker action. */
  readonly image: WorkflowText | undefined;
}

export interface ActionInput {
  readonly name: string;
  readonly key: Span;
  readonly required: boolean;
  readonly hasDefault: boolean;
  readonly node: YamlNode;
}
