import { documentById } from "@plimsoll/model/controls";

/** Title and version of a document of controls. */
export function controlDocument(
  id: string,
): { readonly title: string; readonly version: string } | undefined {
  const found = documentById(id);
  return found === undefined ? undefined : { title: found.title, version: found.version };
}
