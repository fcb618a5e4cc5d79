import type { Dockerfile, PlacedDocument, Span, TextEdit, YamlNode } from "@plimsoll/syntax";
import type { Confidence, FixSafety, ResourceIdentity, Severity, Surface } from "../finding/finding.ts";
import type { ImagePolicy } from "../config/image-policy.ts";
import type { Inventory } from "../inventory/inventory.ts";
import type { ObjectSchemas } from "../schema/file-schemas.ts";
import type { WorkflowRule } from "./workflow-rule.ts";
import type { WorkspaceRule } from "./workspace-rule.ts";

/** One option of a rule: its JSON schema (draft 2020-12 subset), default and meaning. */
export interface RuleOption {
  readonly description: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly default: OptionValue;
}

export type OptionValue =
  | string
  | number
  | boolean
  | null
  | readonly OptionValue[]
  | { readonly [key: string]: OptionValue };

export type RuleOptions = Readonly<Record<string, OptionValue>>;

/** What every rule says about itself. Everything that can be derived (index, page, schema, matrix) is generated from it. */
export interface RuleMeta {
  /** `<surface>/<what-must-hold>`; equal to the rule's folder. */
  readonly id: string;
  /** What must hold, as a short sentence without a full stop. */
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly surface: Surface;
  /** References into the catalogue (`DF001` …), from which requirements and controls follow. Empty for users' own rules. */
  readonly catalogue: readonly string[];
  /** Requirement ids beyond those of the catalogue. */
  readonly requirements?: readonly string[];
  /** Control references beyond those of the catalogue. */
  readonly controls?: readonly string[];
  /** Equivalent checks of other tools, complete, `<tool>:<id>`. */
  readonly aliases: readonly string[];
  /** True where some problem stands for none of the checks of a tool in `aliases`: it stays when that tool's checks are off. */
  readonly narrows?: boolean;
  /** The version of Plimsoll that brought it. */
  readonly since: string;
  readonly formerly?: readonly string[];
  /** Names of the only profiles in which it is on; anywhere else it is off until a configuration gives it a severity. */
  readonly onlyIn?: readonly string[];
  readonly options?: Readonly<Record<string, RuleOption>>;
}

/** What a rule may know besides the file. */
export interface RuleContext {
  /** Workspace path of the file, with `/`. */
  readonly path: string;
  /** The rule's options with defaults filled in. */
  readonly options: RuleOptions;
  /** Minor version of Kubernetes 1.x to judge by, such as 34. */
  readonly kubernetesMinor: number;
  readonly images: ImagePolicy;
  readonly profile: string;
  /** Build arguments that CI is known to pass to Dockerfiles. */
  readonly buildArguments: Readonly<Record<string, string>>;
  /** Text of another file by its path from this file's folder (such as `.dockerignore`), where the host can read it; undefined where absent. */
  readonly sibling: (name: string) => string | undefined;
  /** What the structure of kinds says of the file's objects, for rules with `needsSchemas`. */
  readonly schemas: ObjectSchemas;
}

/** What a check yields: data, no words. */
export interface Problem<Data = undefined> {
  /** Which of the rule's problems, camelCase, such as `rootUser`. */
  readonly problem: string;
  /** The exact characters. Offsets count from the start of the Dockerfile, or of the YAML document. */
  readonly at: Span;
  /** What makes it the same problem after lines moved: an instruction's text, a path in the tree. Defaults to the text at `at`. */
  readonly subject?: string;
  readonly related?: readonly { readonly at: Span; readonly message: string }[];
  /** Overrides the rule's severity, for problems that weigh less or more. */
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  /** Those of the rule's aliases that stand for this very problem, where it does not stand for all of them. */
  readonly aliases?: readonly string[];
  readonly data: Data;
}

/** A fix as a rule proposes it: edits of its own file, in the offsets of `Problem.at`. */
export interface ProposedFix {
  readonly title: string;
  readonly safety: FixSafety;
  readonly edits: readonly TextEdit[];
}

/** A rule on Dockerfiles, as code. */
export interface DockerfileRule<Data = undefined> extends RuleMeta {
  readonly surface: "dockerfile";
  check(file: Dockerfile, context: RuleContext): Iterable<Problem<Data>>;
  message(problem: Problem<Data>, context: RuleContext): string;
  fix?(problem: Problem<Data>, file: Dockerfile, context: RuleContext): readonly ProposedFix[];
}

/** A Kubernetes object inside a document: a whole document, or an item of a `List`. */
export interface Resource extends ResourceIdentity {
  /** API group; empty for the core group. */
  readonly group: string;
  /** API version without the group, such as `v1`. */
  readonly version: string;
  readonly node: YamlNode;
  /** Plain data of the node: null-prototype objects, arrays, bigint integers. */
  readonly value: unknown;
  readonly document: PlacedDocument;
}

/**
 * What a file without `apiVersion` and `kind` is taken for: `config.yaml` of RKE2 and k3s by its path, a list of network plugins
 * (CNI) by its form.
 */
export type FileObjectKind = "RancherConfiguration" | "NetworkPluginConfiguration";

/** A rule on one Kubernetes object, as code: for conditions that CEL cannot state. */
export interface ResourceRule<Data = undefined> extends RuleMeta {
  readonly surface: Exclude<Surface, "dockerfile">;
  /** Kinds that it looks at, as `Kind` or `group/Kind`; all where absent. */
  readonly kinds?: readonly string[];
  /** Files without kind that it looks at too, as objects of this kind without a group. */
  readonly files?: readonly FileObjectKind[];
  /** True where it asks `context.schemas`: an object whose kind is not known is then reported as not compared. */
  readonly needsSchemas?: boolean;
  check(resource: Resource, context: RuleContext): Iterable<Problem<Data>>;
  message(problem: Problem<Data>, context: RuleContext): string;
  fix?(problem: Problem<Data>, resource: Resource, context: RuleContext): readonly ProposedFix[];
  readonly settle?: Settle;
}

/** A rule on a YAML file that is not a Kubernetes object, such as `hardening_manifest.yaml`. */
export interface DocumentRule<Data = undefined> extends RuleMeta {
  readonly surface: Exclude<Surface, "dockerfile" | "kubernetes">;
  /** Names of files (last path segment) that it looks at. */
  readonly fileNames: readonly string[];
  checkDocument(document: PlacedDocument, context: RuleContext): Iterable<Problem<Data>>;
  message(problem: Problem<Data>, context: RuleContext): string;
  fix?(problem: Problem<Data>, document: PlacedDocument, context: RuleContext): readonly ProposedFix[];
}

/** What a finding of one file looks like to {@link Settle}. */
export interface Candidate {
  readonly problem: string;
  readonly resource?: ResourceIdentity;
}

/** Decides, once all files are known, whether a finding stands: false where another file satisfies the rule (a LimitRange in the namespace). */
export type Settle = (candidate: Candidate, inventory: Inventory) => boolean;

/** A place and value for a declarative fix; `path` as in {@link CelRule.at}. */
export interface CelFix {
  readonly title: string;
  readonly safety: FixSafety;
  readonly set?: readonly { readonly path: string; readonly value: OptionValue }[];
  readonly remove?: readonly string[];
}

/**
 * A condition in CEL, the language that the API server uses for admission, and what is said where it does not hold.
 *
 * Variables: `object` (the whole object), `podSpec` and `podMetadata` (where `each` starts at `pods` or `containers`),
 * `container`, `item` (an element of the list that `each` names, or a value of the map), `itemKey` (the key of a map's value,
 * otherwise empty), `params` (the rule's options), `kubernetesMinor` (int), `kind` (string) and `containerType` (`containers`,
 * `initContainers` or `ephemeralContainers`). A field whose value is null is absent, as the API server reads it.
 */
export interface CelCheck {
  /**
   * What is walked over: `resources`, `pods` or `containers`, each with an optional path to a list or map below it whose
   * elements are bound to `item`: `pods.volumes`, `containers.env`, `containers.securityContext.capabilities.add`,
   * `resources.rules`. `pods.podMetadata.annotations` walks over the annotations of the pods.
   */
  readonly each: string;
  /** CEL; where false the check does not apply to this part. */
  readonly when?: string;
  /** CEL; must be true. */
  readonly require: string;
  /** The problem's name in findings, camelCase. */
  readonly problem: string;
  /** As {@link Problem.severity}; the rule's own check has the rule's. */
  readonly severity?: Severity;
  /** Those of the rule's aliases that stand for this very problem; all where absent. */
  readonly standsFor?: readonly string[];
  /**
   * Where the finding stands: paths from the walked part, tried in order; the first that exists gives its value's range, or
   * its key's where the path ends in `:`. A path may start with `podSpec.` or `object.` to start there. Where none exists,
   * the range is the key of the nearest existing parent of the first path. An empty string is the part itself.
   */
  readonly at: readonly string[];
  /**
   * Words for a person. `{name}` stands for the container's or object's name, `{kind}` for the object's kind, `{item}` for the
   * name of the list's element, `{value}` for the value at the found place.
   */
  readonly message: string;
  readonly fix?: CelFix | ((part: Part, context: RuleContext) => readonly ProposedFix[]);
}

/** A rule on one Kubernetes object whose conditions are CEL. */
export interface CelRule extends RuleMeta, CelCheck {
  readonly severity: Severity;
  readonly surface: Exclude<Surface, "dockerfile">;
  readonly kinds?: readonly string[];
  readonly settle?: Settle;
  /** Further conditions of the same rule, each with its own walk and words. */
  readonly also?: readonly CelCheck[];
}

/** What `each` walks over: a node with its data and place. */
export interface Part {
  readonly resource: Resource;
  readonly node: YamlNode;
  readonly value: unknown;
  /** Path in the object, such as `spec.template.spec.containers[0]`; for fingerprints names stand for indexes. */
  readonly path: readonly (string | number)[];
  readonly podSpec: YamlNode | undefined;
  readonly podSpecPath: readonly (string | number)[];
  readonly container: YamlNode | undefined;
  readonly containerType: ContainerType | undefined;
  /** The key, where the part is a value of a map that `each` walks over. */
  readonly itemKey?: string;
}

export type ContainerType = "containers" | "initContainers" | "ephemeralContainers";

/** What the body of a rule looks at, and how it says its condition. */
export type RuleForm = "dockerfile" | "resource" | "document" | "workflow" | "cel" | "workspace";

/**
 * A rule whose body was not loaded, because no file of the run needs it: what it says about itself. An engine that would have to run
 * it says so in its result.
 */
export interface UnloadedRule extends RuleMeta {
  readonly unloaded: RuleForm;
  /** As of the body. */
  readonly needsSchemas?: boolean;
}

/** A rule of any form. The engine hands each rule only its own problems back, so the type of their data does not matter to it. */
export type Rule =
  | DockerfileRule<unknown>
  | ResourceRule<unknown>
  | DocumentRule<unknown>
  | WorkflowRule<unknown>
  | CelRule
  | WorkspaceRule
  | UnloadedRule;
