import { asMap, getNode } from "@plimsoll/syntax";
import type { RawNotChecked } from "../engine/raw-finding.ts";
import type { Resource } from "../rule/rule.ts";
import { judgeObject, type ObjectJudgement } from "./judge-object.ts";
import { isListedPatch } from "./patch-file.ts";
import type { SchemaProblem } from "./schema-problem.ts";
import type { KindLookup, SchemaStore } from "./schema-store.ts";

/** What the schemas say of one object. */
export interface SchemaReport {
  readonly problems: readonly SchemaProblem[];
  /** Why it was not judged, or not to its end. */
  readonly notChecked?: RawNotChecked;
}

/** What rules may ask the schemas. */
export interface ObjectSchemas {
  /** What the structure of its kind says of an object: nothing where the kind is not known. Judged once an object. */
  problemsOf(resource: Resource): readonly SchemaProblem[];
}

/** The file whose objects are judged. */
interface SchemaFile {
  readonly path: string;
  readonly kubernetesMinor: number;
  readonly sibling: (name: string) => string | undefined;
}

const NOTHING: readonly SchemaProblem[] = [];

/** Judges the objects of one file by the structure of their kinds. */
export class FileSchemas implements ObjectSchemas {
  readonly #store: SchemaStore | undefined;
  readonly #file: SchemaFile;
  readonly #unknown = new Map<Unknown, Omit<RawNotChecked, "at">>();
  /** The report of the object that was asked for last: all rules ask for one object before they come to the next. */
  #last: { readonly node: object; readonly report: SchemaReport } | undefined;
  #isPatch: boolean | undefined;

  /** @param store undefined where the host has loaded no schemas: then every object is reported as not compared. */
  constructor(store: SchemaStore | undefined, file: SchemaFile) {
    this.#store = store;
    this.#file = file;
  }

  problemsOf(resource: Resource): readonly SchemaProblem[] {
    return this.reportOf(resource).problems;
  }

  reportOf(resource: Resource): SchemaReport {
    if (this.#last?.node !== resource.node)
      this.#last = { node: resource.node, report: this.#judge(resource) };
    return this.#last.report;
  }

  #judge(resource: Resource): SchemaReport {
    const map = asMap(resource.node);
    if (map === undefined || isList(resource) || resource.group === KUSTOMIZE) return { problems: NOTHING };
    if (this.#store === undefined) return { problems: NOTHING, notChecked: NOT_LOADED };
    const lookup = this.#store.lookUp(resource);
    if (!("schema" in lookup)) return { problems: NOTHING, notChecked: this.#uncompared(resource, lookup) };
    const judgement = judgeObject(map, lookup.schema);
    const problems = this.#withoutPatched(judgement);
    if (judgement.stopped === undefined) return { problems };
    const subject = `${resource.kind} ${resource.name}`;
    return { problems, notChecked: stopped(resource, subject, judgement.stopped) };
  }

  /** A patch holds parts of an object: what it lacks is no problem. */
  #withoutPatched({ problems, isPatch }: ObjectJudgement): readonly SchemaProblem[] {
    const isWhole = problems.every(({ problem }) => problem !== "missingField");
    if (isWhole || !(isPatch || this.#isPatchFile())) return problems;
    return problems.filter(({ problem }) => problem !== "missingField");
  }

  #isPatchFile(): boolean {
    this.#isPatch ??= isListedPatch(this.#file.path, this.#file.sibling);
    return this.#isPatch;
  }

  #uncompared(resource: Resource, lookup: Unknown): RawNotChecked {
    let entry = this.#unknown.get(lookup);
    if (entry === undefined) {
      const { apiVersion, kind } = resource;
      const reason = explain(lookup, kind, this.#file.kubernetesMinor);
      entry = lookup.missing === "version" ? reason : { ...reason, subject: `${apiVersion} ${kind}` };
      this.#unknown.set(lookup, entry);
    }
    const at = lookup.missing === "version" ? undefined : getNode(resource.node, ["kind"]);
    return at === undefined ? entry : { ...entry, at };
  }
}

/** The empty `List` that wraps other objects. */
function isList({ apiVersion, kind }: Resource): boolean {
  return apiVersion === "v1" && kind === "List";
}

const NOT_LOADED: RawNotChecked = {
  code: "schema/not-loaded",
  reason: "No schemas were loaded, so objects were not compared with the structure of their kinds.",
};

/** Files of Kustomize are never sent to an API server: what they render to is compared, and so they are not missed. */
const KUSTOMIZE = "kustomize.config.k8s.io";

type Unknown = Exclude<KindLookup, { readonly schema: unknown }>;
type Reason = Pick<RawNotChecked, "code" | "reason">;

function explain(lookup: Unknown, kind: string, minor: number): Reason {
  if (lookup.missing === "version") {
    const { minors } = lookup;
    return {
      code: "schema/version-not-known",
      reason: `The structure of kinds is known for Kubernetes 1.${minors.at(0)} to 1.${minors.at(-1)}, not for 1.${minor}.`,
    };
  }
  if (lookup.missing === "served") {
    return {
      code: "schema/kind-not-served",
      reason: `Kubernetes 1.${minor} does not serve this kind${elsewhere(lookup, kind)}, so its fields were not compared.`,
    };
  }
  if (lookup.missing === "ambiguous") {
    const files = lookup.files.slice(0, 3).join(" and ");
    return {
      code: "schema/ambiguous-kind",
      reason: `The CustomResourceDefinitions in ${files} describe this kind differently, so its fields were not compared.`,
    };
  }
  return {
    code: "schema/unknown-kind",
    reason:
      "The kind is none of Kubernetes itself, and no CustomResourceDefinition in the workspace describes it: its fields were not compared.",
  };
}

/** Where else the kind is served: under another version of its API, or by another version of Kubernetes. */
function elsewhere(
  { served, groups }: Extract<KindLookup, { readonly missing: "served" }>,
  kind: string,
): string {
  if (groups.length > 0) return ` (it serves ${kind} as ${groups.join(", ")})`;
  return served === undefined ? "" : ` (versions 1.${served.replaceAll("-", " to 1.")} do)`;
}

function stopped(resource: Resource, subject: string, why: string): RawNotChecked {
  const at = getNode(resource.node, ["kind"]);
  return {
    code: "schema/not-to-the-end",
    subject,
    reason: `${subject} was not compared with its kind to the end: ${why}.`,
    ...(at === undefined ? {} : { at }),
  };
}
