import { type Engine, loadKubernetesSchemas } from "@plimsoll/core";
import { beforeAll, describe, expect, it } from "vitest";
import { snippetText } from "../completion/item.ts";
import { engineOf, findingsOf } from "../testing/judged.ts";
import { starters } from "./starters.data.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await engineOf(undefined, await loadKubernetesSchemas());
});

describe("starters", () => {
  it.each(starters)(
    "$kind breaks no rule but those that only the author can satisfy",
    ({ snippet, kind }) => {
      const text = snippetText(snippet);
      expect(text).toContain(`\nkind: ${kind}\n`);
      const found = findingsOf(engine, "a.yaml", text).filter(({ severity }) => severity !== "info");
      const allowed = new Set(["kubernetes/image-pinned-by-digest"]);
      expect(
        found.filter(({ ruleId }) => !allowed.has(ruleId)).map(({ ruleId, message }) => [ruleId, message]),
      ).toEqual([]);
    },
  );
});
