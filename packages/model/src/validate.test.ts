import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readData } from "../scripts/model-data.ts";
import { listOf, optional, record, text } from "../scripts/shape.ts";
import type { Shape } from "../scripts/shape.ts";
import { dataFolder, validateFiles, validateModel } from "../scripts/validate.ts";

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const names = readdirSync(dataFolder).sort();

/** The data with one change, and the faults that the change causes. */
function faultsAfter(file: string, change: (content: Json) => Json): readonly string[] {
  const data: Record<string, Json> = JSON.parse(JSON.stringify(readData(dataFolder, names)));
  data[file] = change(data[file] ?? null);
  return validateModel(data).map((fault) => `${fault.file}: ${fault.record}: ${fault.message}`);
}

/** Replaces text of the row that holds `mark` throughout. */
function edit(mark: string, from: string, to: string): (content: Json) => Json {
  return (content) => {
    if (!Array.isArray(content)) throw new Error("not a table");
    const hits = content.filter((row) => JSON.stringify(row).includes(mark));
    if (hits.length !== 1) throw new Error(`${hits.length} rows hold ${mark}`);
    return content.map((row) => {
      const source = JSON.stringify(row);
      if (!source.includes(mark)) return row;
      if (!source.includes(from)) throw new Error(`the row of ${mark} does not hold ${from}`);
      return JSON.parse(source.replaceAll(from, to));
    });
  };
}

const rows = (content: Json): Json[] => (Array.isArray(content) ? content : []);

describe("the data of the model", () => {
  it("has no fault", () => {
    expect(validateFiles()).toEqual([]);
  });

  it("names no path of a machine and no unfinished work", () => {
    const all = JSON.stringify(readData(dataFolder, names));
    expect(all).not.toMatch(/TODO|FIXME|\/(?:home|root|tmp|work|Users)\//);
  });
});

describe("a planted fault is found and its record named", () => {
  const cases: readonly (readonly [string, string, (content: Json) => Json, string])[] = [
    [
      "a word outside the vocabulary",
      "requirements.json",
      edit('"id":"T7-POLICY"', '"baseline":"REQUIRED"', '"baseline":"NEEDED"'),
      'requirements.json: T7-POLICY: baseline has "NEEDED", which is not in the vocabulary',
    ],
    [
      "a field that the type does not have",
      "documents.json",
      edit('"id":"cci"', '"kind":', '"note":"x","kind":'),
      "documents.json: cci: note is not a field of the type",
    ],
    [
      "a field that is missing",
      "nist-800-190.json",
      edit('"section":"4.1.3"', '"topic":', '"title":'),
      "nist-800-190.json: 4.1.3: topic is missing",
    ],
    [
      "a record twice",
      "kubernetes-stig.json",
      (content) => rows(content).concat(rows(content).slice(0, 1)),
      "kubernetes-stig.json: V-242376: occurs twice",
    ],
    [
      "a status outside the vocabulary",
      "requirement-controls.json",
      edit("numbered functional requirements", "unverified", "guessed"),
      'requirement-controls.json: K8S-RD-4.3-SRG-SCCA scca numbered functional requirements: status has "guessed", which is not in the vocabulary',
    ],
    ["a file that no check covers", "extra.json", () => [], "extra.json: file: no check covers this file"],
    [
      "a file that is missing",
      "api-groups.json",
      () => null,
      "api-groups.json: file: is missing or not a list of records",
    ],
    [
      "a field of a file that is one record",
      "iron-bank.json",
      (content) => JSON.parse(JSON.stringify(content).replace('"critical":15', '"critical":-1')),
      "iron-bank.json: file: remediationDays.critical is not a whole number from 0",
    ],
    [
      "a requirement that does not exist",
      "catalogue-rules.json",
      edit('"id":"DF001"', "T5-BUILDER", "T5-BUILDERS"),
      '"T5-BUILDERS", which is not in the vocabulary',
    ],
    [
      "a rule that a requirement does not name back",
      "requirements.json",
      edit('"id":"T5-BUILDER"', '"DF001",', ""),
      "requirements.json: T5-BUILDER DF001: the rule names the requirement, the requirement does not name the rule",
    ],
    [
      "a requirement in the wrong section",
      "requirements.json",
      edit('"id":"T7-POLICY"', '"section":"Table 7"', '"section":"Table 8"'),
      "requirements.json: T7-POLICY: its id does not start with T8-, as its section Table 8 asks",
    ],
    [
      "a rule with the wrong target",
      "catalogue-rules.json",
      edit('"id":"DF001"', '"target":"dockerfile"', '"target":"attestation"'),
      "catalogue-rules.json: DF001: target is attestation, but its id is one of dockerfile",
    ],
    [
      "a control that no table holds",
      "rule-controls.json",
      edit(
        '"catalogueRule":"DF001","document":"nist-800-53r5","ref":"sr-3"',
        '"ref":"sr-3"',
        '"ref":"sr-99"',
      ),
      "rule-controls.json: DF001 nist-800-53r5:sr-99: nist-800-53r5 has no sr-99",
    ],
    [
      "a STIG rule that no table holds",
      "rule-controls.json",
      edit('"ref":"V-242415"', "V-242415", "V-999999"),
      "k8s-stig has no V-999999",
    ],
    [
      "a CCI that the guide does not print",
      "disa-image-guide.json",
      edit('"section":"2.14"', "CCI-002422", "CCI-002423"),
      "rule-controls.json: DF001 disa-image-guide:2.14: its CCI or control is not the one that the guide prints",
    ],
    [
      "a control that nothing cites",
      "nist-800-53.json",
      edit('"id":"au-14(1)"', "au-14(1)", "au-14(9)"),
      "nist-800-53.json: au-14(1): is cited, but not in the table",
    ],
    [
      "a category that its products cannot fill",
      "tool-categories.json",
      edit('"id":"dast"', '"minimum":1', '"minimum":9'),
      "tool-categories.json: dast: has 3 products, which cannot fill it",
    ],
    [
      "an image pattern that can backtrack",
      "tool-products.json",
      edit('"name":"Fluentd"', "(^|/)fluentd", "(a+)+fluentd"),
      "tool-products.json: logging-agent fluentd: (a+)+fluentd can backtrack",
    ],
    [
      "an Iron Bank path that the image table lacks",
      "ironbank-images.json",
      edit('"path":"redhat/ubi/ubi9-minimal"', "redhat/ubi/ubi9-minimal", "redhat/ubi/ubi9-tiny"),
      "iron-bank.json: redhat/ubi/ubi9-minimal: ironbank-images.json has no such path",
    ],
    [
      "a disposition that does not follow from the class",
      "api-groups.json",
      edit('"pattern":"management.cattle.io"', '"disposition":"deny"', '"disposition":"allow"'),
      "api-groups.json: management.cattle.io: a group of class vendor-only is deny",
    ],
    [
      "a count that changed",
      "requirements.json",
      edit('"id":"T1-LOG-VIZ"', '"baseline":"PREFERRED"', '"baseline":"REQUIRED"'),
      "requirements.json: PREFERRED: counts 1, the catalogue says 2",
    ],
    [
      "a row that was lost",
      "api-groups.json",
      (content) => rows(content).slice(1),
      "api-groups.json: rows: counts 243, the catalogue says 244",
    ],
    [
      "a record out of order",
      "requirements.json",
      (content) => rows(content).toReversed(),
      "the records and the list of ids differ from here: expected K8S-RD-1.2-CNCF-MEANING",
    ],
  ];

  it.each(cases)("%s", (_name, file, change, fault) => {
    expect(faultsAfter(file, change).join("\n")).toContain(fault);
  });

  it("a file that is not there", () => {
    expect(() => readData(dataFolder, ["absent.json"])).toThrow("absent.json is not readable as JSON");
  });
});

describe("a shape", () => {
  interface Sample {
    readonly name: string;
    readonly note?: string;
  }

  it("is tied to its type by the compiler", () => {
    const right: Shape<Sample> = { name: text, note: optional(text) };
    // @ts-expect-error a field of the type has no check
    const lacking: Shape<Sample> = { name: text };
    // @ts-expect-error an optional field is checked as a required one
    const strict: Shape<Sample> = { name: text, note: text };
    // @ts-expect-error a required field is checked as an optional one
    const loose: Shape<Sample> = { name: optional(text), note: optional(text) };
    expect([right, lacking, strict, loose].map((shape) => record(shape)({ name: "a" }, ""))).toEqual([
      [],
      [],
      ["note is missing"],
      [],
    ]);
  });

  it.each<readonly [string, unknown, readonly string[]]>([
    ["a null", null, [" is not an object"]],
    ["a list", [], [" is not an object"]],
    ["an empty text", { name: "" }, ["name is not a trimmed, non-empty text"]],
    ["a name of the prototype", { name: "a", constructor: "x" }, ["constructor is not a field of the type"]],
    ["an inherited field", Object.create({ name: "a" }), ["name is missing"]],
  ])("refuses %s", (_name, value, faults) => {
    expect(record<Sample>({ name: text, note: optional(text) })(value, "")).toEqual(faults);
  });

  it.each<readonly [string, unknown, readonly string[]]>([
    ["is not a list", "a", ["x is not a list"]],
    ["is too short", [], ["x has fewer than 1 entries"]],
    ["repeats", ["a", "a"], ["x repeats an entry"]],
    ["holds a wrong entry", ["a", 1], ["x[1] is not a trimmed, non-empty text"]],
  ])("refuses a list that %s", (_name, value, faults) => {
    expect(listOf(text, 1)(value, "x")).toEqual(faults);
  });
});
