import { createEngine, readCustomSchemas, type FileInput, type Finding } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { corporaPresent, corpusNames } from "@plimsoll/testkit/corpus";
import { describe, expect, it } from "vitest";
import { everyRuleOn } from "../corpora/configuration.ts";
import { filesOf } from "../corpora/files.ts";
import { mutationsOf } from "./schema-mutations.ts";

const SCHEMA_RULES: ReadonlySet<string> = new Set([
  "kubernetes/fields-known",
  "kubernetes/field-types-right",
  "kubernetes/required-fields-present",
  "kubernetes/field-values-allowed",
]);

function engineFor(files: readonly FileInput[], minor: number) {
  const { configuration, ...rest } = everyRuleOn({
    ...ruleSet,
    rules: new Map([...ruleSet.rules].filter(([id]) => SCHEMA_RULES.has(id))),
  });
  return createEngine({
    ...rest,
    configuration: { ...configuration, kubernetesMinor: minor },
    customSchemas: files.flatMap(({ path, text }) => readCustomSchemas(path, text).schemas),
  });
}

function schemaFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ ruleId }) => SCHEMA_RULES.has(ruleId));
}

/**
 * Every finding on the real files, looked at by hand: each is right. The API of Kubernetes refuses or drops what the others say;
 * the first one contradicts the CustomResourceDefinition that another sample of the same workspace brings.
 */
const TRUE_FINDINGS: readonly string[] = [
  "istio-samples/samples/security/spire-trust-domain-federation/cluster-federated-trust-domain.yaml:6:3 fields-known",
  "kubernetes-examples/_archived/volumes/aws_ebs/aws-ebs-web.yaml:12:21 field-values-allowed",
  "kubernetes-examples/_archived/volumes/cinder/cinder-web.yaml:12:21 field-values-allowed",
  "kubernetes-examples/_archived/volumes/rbd/rbd.yaml:25:9 fields-known",
  "kubernetes-examples/_archived/volumes/rbd/rbd.yaml:26:9 fields-known",
  "kubernetes-examples/_archived/volumes/scaleio/pod.yaml:17:7 fields-known",
  "kubernetes-examples/_archived/volumes/storageos/storageos-pod.yaml:35:9 fields-known",
  "kubernetes-examples/_archived/volumes/storageos/storageos-pv.yaml:22:5 fields-known",
];

/** How often each object is made wrong, each time elsewhere. */
const ROUNDS = 3;

describe.skipIf(!corporaPresent)(
  "the structure of objects in the corpora (skipped where they are absent)",
  () => {
    it.each([29, 33, 37])("finds in real files only what is wrong with them, by Kubernetes 1.%s", (minor) => {
      const found = corpusNames.real.flatMap((corpus) => {
        const files = filesOf(corpus);
        const engine = engineFor(files, minor);
        return files.flatMap((file) =>
          schemaFindings(engine.checkFile(file).findings).map(
            ({ ruleId, range: { start } }) =>
              `${file.path.slice("real/".length)}:${start.line}:${start.column} ${ruleId.slice("kubernetes/".length)}`,
          ),
        );
      });
      expect(found.sort()).toEqual(TRUE_FINDINGS);
    });

    it("finds every mutation of a right object at its exact place", { timeout: 120_000 }, () => {
      const files = [...corpusNames.real, "psa" as const].flatMap(filesOf);
      const engine = engineFor([], 37);
      const right = files.filter((file) => {
        const { findings, notChecked, resources } = engine.checkFile(file);
        // Files of Kustomize are no objects of an API, so no structure is known of them.
        const isObject = resources > 0 && !file.text.includes("kustomize.config.k8s.io");
        return isObject && findings.length === 0 && notChecked.length === 0;
      });
      expect(right.length).toBeGreaterThan(300);
      const missed: string[] = [];
      let mutations = 0;
      const rounds = Array.from({ length: ROUNDS }, (_, round) => round);
      for (const [index, file] of right.entries()) {
        for (const mutation of rounds.flatMap((round) => mutationsOf(file.text, index * ROUNDS + round))) {
          mutations += 1;
          const found = schemaFindings(engine.checkFile({ ...file, text: mutation.text }).findings);
          const expected = `${mutation.rule} ${mutation.start}-${mutation.end}`;
          if (!found.some((finding) => show(finding) === expected))
            missed.push(`${file.path}: ${mutation.what}: ${expected}, found ${found.map(show).join(", ")}`);
        }
      }
      expect(mutations).toBeGreaterThan(4000);
      expect(missed).toEqual([]);
    });
  },
);

function show({ ruleId, range }: Finding): string {
  return `${ruleId} ${range.start.offset}-${range.end.offset}`;
}
