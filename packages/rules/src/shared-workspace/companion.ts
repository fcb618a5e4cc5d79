import type { FileEdit, Fix, ResourceRecord } from "@plimsoll/core";
import { renderCompanion, type YamlPlain } from "@plimsoll/syntax";

/** A fix that puts another object into the file, behind the one that needs it; none where the file's form does not allow it. */
export function companionFix(record: ResourceRecord, title: string, object: YamlPlain): readonly Fix[] {
  const { documentEnd, file } = record;
  if (documentEnd === undefined) return [];
  let written: string | undefined;
  const edit: FileEdit = {
    file,
    start: documentEnd,
    end: documentEnd,
    // Few fixes are made, and writing the object costs more than finding the problem.
    get newText() {
      return (written ??= renderCompanion(object));
    },
  };
  return [{ title, safety: "review", edits: [edit] }];
}

/** `metadata` of a companion object in a namespace. */
export function companionMetadata(
  name: string,
  namespace: string | undefined,
): { readonly [key: string]: string } {
  return namespace === undefined ? { name } : { name, namespace };
}
