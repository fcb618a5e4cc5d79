import { classifyFile, type Engine, loadKubernetesSchemas } from "@plimsoll/core";
import { applyEdits } from "@plimsoll/syntax";
import { corporaPresent, readCorpus } from "@plimsoll/testkit/corpus";
import { beforeAll, describe, expect, it } from "vitest";
import { engineOf, findingsOf } from "../testing/judged.ts";
import { fixInRounds } from "./fix-rounds.ts";

const CORPORA = ["buildkit-lint", "kube-linter", "kics", "polaris", "real/kubernetes-examples"];
const FILES_OF_CORPUS = 80;

let engine: Engine;
beforeAll(async () => {
  engine = await engineOf(undefined, await loadKubernetesSchemas());
});

describe.skipIf(!corporaPresent)("corpus absent: fixing everything that is safe", () => {
  it.each(CORPORA)(
    "comes to an end in %s, says the same as its edits, and has nothing to do again",
    (name) => {
      const files = readCorpus(name)
        .filter(({ path }) => classifyFile(path) !== undefined)
        .slice(0, FILES_OF_CORPUS);
      let fixed = 0;
      const faults: string[] = [];
      for (const { path, text } of files) {
        const check = (changed: string) => findingsOf(engine, path, changed);
        const first = fixInRounds({ path, text, findings: check(text), check, safety: "safe" });
        if (first.outcome === "unstable") faults.push(`${path} has fixes that undo each other`);
        if (first.outcome !== "fixed") continue;
        fixed += 1;
        if (applyEdits(text, first.edits) !== first.text)
          faults.push(`${path} has edits that come to another text`);
        const again = fixInRounds({
          path,
          text: first.text,
          findings: check(first.text),
          check,
          safety: "safe",
        });
        if (again.outcome !== "nothing") faults.push(`${path} is fixed again: ${again.outcome}`);
      }
      expect(faults).toEqual([]);
      expect(fixed).toBeGreaterThan(0);
    },
  );
});
