import { describe, expect, it } from "vitest";
import {
  controlReference,
  controlsByCatalogueRule,
  controlsByRequirement,
  documentById,
  linksByControl,
  nist80053ById,
} from "./controls.ts";

describe("controls", () => {
  it("of a catalogue rule keep their status", () => {
    expect(controlsByCatalogueRule("DF010").map((link) => [controlReference(link), link.status])).toEqual([
      ["disa-image-guide:2.1", "id-and-text-verified"],
      ["nist-800-53r5:cm-7", "id-verified"],
      ["nist-800-190:4.1.2", "id-verified"],
    ]);
  });

  it("of a requirement keep status and source", () => {
    const links = controlsByRequirement("T1-LOGGING-AGENT").map(
      ({ document, package: name, status, source }) => [document, name, status, source],
    );
    expect(links).toEqual([
      ["p1-oscal", "fluentbit", "source-asserted", "DoD-Platform-One/fluentbit:oscal-component.yaml"],
      ["p1-oscal", "promtail", "source-asserted", "DoD-Platform-One/promtail:oscal-component.yaml"],
    ]);
  });

  it("lead back to the rules that cite them", () => {
    expect(linksByControl("k8s-stig:V-242415").map((link) => link.catalogueRule)).toEqual(["KM021"]);
    expect(linksByControl("k8s-stig:V-242442").map((link) => link.catalogueRule)).toEqual(["FI007"]);
  });

  it("that do not occur are absent", () => {
    expect([
      controlsByCatalogueRule("XX001"),
      controlsByRequirement("__proto__"),
      linksByControl(""),
    ]).toEqual([[], [], []]);
    expect([nist80053ById("ac-99"), nist80053ById("AC-6(10)"), documentById("toString")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("of NIST SP 800-53 name their CCIs and who cites them", () => {
    expect(nist80053ById("ac-6(10)")).toEqual({
      id: "ac-6(10)",
      family: "ac",
      citedBy: ["disa-image-guide", "k8s-stig", "nist-800-53r5", "p1-oscal"],
      ccis: ["CCI-002235"],
    });
  });
});
