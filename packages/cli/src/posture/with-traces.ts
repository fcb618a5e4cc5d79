import type { Engine, FileResult } from "@plimsoll/core";

/**
 * Charts and overlays are judged as they are rendered, so their own files were not read one by one, rendered or not. What these tell of tools, such
 * as the values that switch one off, is read here.
 */
export function withTraces(
  results: readonly FileResult[],
  engine: Engine,
  textOf: (path: string) => string | undefined,
): readonly FileResult[] {
  return results.map((result) => {
    if (!wasConsumed(result)) return result;
    const text = textOf(result.path);
    const facts = text === undefined ? undefined : engine.checkFile({ path: result.path, text }).facts;
    return facts === undefined ? result : { ...result, facts };
  });
}

function wasConsumed({ checked, resources, facts, kind, notChecked }: FileResult): boolean {
  const isOfObjects = kind === "yaml" || kind === "helm-template" || kind === "kustomization";
  const isUnread = checked || notChecked.some(({ code }) => code.endsWith("/not-rendered"));
  return isUnread && isOfObjects && resources === 0 && facts === undefined;
}
