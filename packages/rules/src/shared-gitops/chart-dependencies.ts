import type { Problem } from "@plimsoll/core";
import type { YamlNode } from "@plimsoll/syntax";
import { at, list, text } from "../shared-objects/values.ts";
import { documentFlaw, type DocumentFlaw } from "./document-flaw.ts";
import { isExactVersion } from "./versions.ts";

/** Dependencies of a chart by ranges of versions. Those in folders of the same repository have its revision. */
export function* unlockedDependencies(root: YamlNode, value: unknown): Iterable<Problem<DocumentFlaw>> {
  for (const [index, dependency] of list(at(value, "dependencies")).entries()) {
    const repository = text(at(dependency, "repository")) ?? "";
    const version = text(at(dependency, "version"));
    const name = text(at(dependency, "name")) ?? "";
    if (repository === "" || repository.startsWith("file://")) continue;
    if (version === undefined)
      yield documentFlaw(root, "noVersion", ["dependencies", index, "name"], { value: name });
    else if (!isExactVersion(version))
      yield documentFlaw(root, "range", ["dependencies", index, "version"], { value: name, detail: version });
  }
}
