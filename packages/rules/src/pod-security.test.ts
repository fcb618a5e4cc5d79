import { createEngine } from "@plimsoll/core";
import { corporaPresent, readCorpus } from "@plimsoll/testkit/corpus";
import { describe, expect, it } from "vitest";
import { ruleSet } from "./rule-set.ts";

const cases = corporaPresent ? readCorpus("psa") : [];
const labelled = cases.flatMap(({ path, text, labels }) => labels.map((label) => ({ path, text, ...label })));

describe.skipIf(!corporaPresent)("corpus absent: pod-security-admission", () => {
  it("has cases of both levels", () => {
    expect(new Set(labelled.map(({ level }) => level))).toEqual(new Set(["baseline", "restricted"]));
    expect(labelled.length).toBeGreaterThanOrEqual(68);
  });

  it.each(labelled)(
    "$path must $expected at level $level of $version",
    ({ text, level, version, expected }) => {
      const kubernetesMinor = Number(version?.replace("v1.", ""));
      const engine = createEngine({
        ruleSet,
        configuration: {
          profile: `pss-${level}`,
          kubernetesMinor,
          images: {
            trusted: [],
            approvedUntrusted: [],
            mirrors: [],
            registry: undefined,
            releaseTag: undefined,
          },
          rules: {},
          overrides: [],
          customRules: [],
          include: [],
          exclude: [],
          waiverFiles: [],
          inlineIgnores: false,
          buildArguments: {},
        },
      });
      const { findings, notChecked } = engine.checkFile({ path: "pod.yaml", text });
      expect(notChecked).toEqual([]);
      expect(findings.length > 0 ? "fail" : "pass").toBe(expected);
    },
  );
});
