import { Environment } from "@marcbachmann/cel-js";
import {
  compileCel,
  isCelRule,
  itemsOf,
  partsOf,
  podsOf,
  type CelRule,
  type Part,
  type Resource,
} from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { parseYaml, readResources, toValue } from "@plimsoll/syntax";
import { corporaPresent } from "@plimsoll/testkit/corpus";
import { describe, expect, it } from "vitest";
import { GIVEN_UP } from "../../packages/core/src/cel/quick-values.ts";
import { compileQuick } from "../../packages/core/src/cel/quick.ts";
import type { PlainFile } from "../corpora/check-all.ts";
import { examples } from "../corpora/examples.ts";
import { labelledFiles, realFiles } from "../corpora/files.ts";

const environment = new Environment({ enableOptionalTypes: true, homogeneousAggregateLiterals: false });
for (const name of ["object", "podSpec", "podMetadata", "container", "item", "params"]) {
  environment.registerVariable(name, "dyn");
}
for (const name of ["kind", "containerType", "itemKey"]) environment.registerVariable(name, "string");
environment.registerVariable("kubernetesMinor", "int");

interface Compared {
  readonly text: string;
  readonly each: string;
  readonly quick: NonNullable<ReturnType<typeof compileQuick>>;
  readonly library: ReturnType<Environment["parse"]>;
}

/** The conditions of a rule that both evaluators know. */
function comparedOf(rule: CelRule): readonly Compared[] {
  return [rule, ...(rule.also ?? [])].flatMap(({ each, when, require }) =>
    [when, require].flatMap((text) => {
      if (text === undefined) return [];
      const library = environment.parse(text);
      const quick = library.check().valid ? compileQuick(library.ast) : undefined;
      return quick === undefined ? [] : [{ text, each, quick, library }];
    }),
  );
}

const compared = [...ruleSet.rules.values()].filter(isCelRule).flatMap(comparedOf);

function files(): readonly PlainFile[] {
  return corporaPresent ? [...labelledFiles(), ...realFiles()] : examples();
}

function resourcesOf({ text }: PlainFile): readonly Resource[] {
  return parseYaml(text).documents.flatMap((placed) =>
    readResources(placed).map(({ namespace, ...node }) => ({
      ...node,
      ...(namespace === undefined ? {} : { namespace }),
      value: toValue(node.node, "kubernetes"),
    })),
  );
}

/** The parts of a resource that a walk visits, with their variables as the engine sets them. */
function placesOf(resource: Resource, each: string): readonly object[] {
  const [root = "", ...list] = each.split(".");
  if (root !== "resources" && root !== "pods" && root !== "containers") return [];
  return partsOf(resource, root, podsOf(resource)).flatMap((part) => {
    const shared = variablesOf(part);
    return list.length === 0
      ? [shared]
      : itemsOf(part, list).map(({ value, itemKey = "" }) => ({ ...shared, item: value, itemKey }));
  });
}

function variablesOf(part: Part): object {
  let podSpec: unknown = part.resource.value;
  for (const step of part.podSpecPath) {
    podSpec =
      typeof podSpec === "object" && podSpec !== null
        ? Object.getOwnPropertyDescriptor(podSpec, step)?.value
        : undefined;
  }
  const container = part.container === undefined ? undefined : part.value;
  const names = { kind: part.resource.kind, containerType: part.containerType ?? "", itemKey: "" };
  return { object: part.resource.value, podSpec, container, params: {}, kubernetesMinor: 34n, ...names };
}

describe("the conditions of all rules", () => {
  const conditions = [...ruleSet.rules.values()]
    .filter(isCelRule)
    .flatMap((rule) =>
      [rule, ...(rule.also ?? [])].flatMap(({ when, require }) =>
        [when, require].flatMap((text) => (text === undefined ? [] : [{ id: rule.id, text }])),
      ),
    );
  it.each(conditions)("have sound types: $id $text", ({ text }) => {
    expect(compileCel(text)).toMatchObject({ ok: true });
  });
});

describe("the quick evaluator on the conditions of all rules and all files", () => {
  it("answers as the library does, or not at all", () => {
    let answers = 0;
    const different: unknown[] = [];
    for (const resource of files().flatMap(resourcesOf)) {
      for (const { text, each, quick, library } of compared) {
        for (const variables of placesOf(resource, each)) {
          const answer = quick(variables);
          if (answer === GIVEN_UP) continue;
          answers += 1;
          if (answer !== library(variables)) different.push([text, resource.kind, resource.name]);
        }
      }
    }
    expect(different).toEqual([]);
    expect(answers).toBeGreaterThan(1000);
  });
});
