import type { Resource } from "@plimsoll/core";
import type { YamlPath } from "@plimsoll/syntax";
import { at, isObject, list } from "../shared-objects/values.ts";

/** Where the settings of an Application stand: in an ApplicationSet they are those of its template. */
export function applicationPath({ kind }: Resource): readonly string[] {
  return kind === "ApplicationSet" ? ["spec", "template", "spec"] : ["spec"];
}

/** A source of an Application with its path. */
export interface ApplicationSource {
  readonly path: YamlPath;
  readonly value: unknown;
}

/** The sources of an Application, whether it states one or several. */
export function applicationSources(resource: Resource): readonly ApplicationSource[] {
  const base = applicationPath(resource);
  const spec = at(resource.value, ...base);
  const one = at(spec, "source");
  return [
    ...(isObject(one) ? [{ path: [...base, "source"], value: one }] : []),
    ...list(at(spec, "sources")).map((value, index) => ({ path: [...base, "sources", index], value })),
  ];
}
