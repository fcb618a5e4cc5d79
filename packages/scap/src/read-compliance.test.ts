import { describe, expect, it } from "vitest";
import { MAXIMUM_DEPTH } from "./limits.ts";
import { readCompliance } from "./read-compliance.ts";
import { ScapError } from "./scap-error.ts";

const XCCDF_11 = "http://checklists.nist.gov/xccdf/1.1";
const XCCDF_12 = "http://checklists.nist.gov/xccdf/1.2";
const DIGEST = `sha256:${"a".repeat(64)}`;

const STIG = `<?xml version="1.0"?>
<Benchmark xmlns="${XCCDF_11}" xmlns:dc="http://purl.org/dc/elements/1.1/" id="TEST_STIG">
  <title>Test STIG</title>
  <version>2</version>
  <plain-text id="release-info">Release: 3</plain-text>
  <Profile id="MAC-1"><title>One</title></Profile>
  <Group id="V-1">
    <title>SRG-1</title>
    <Rule id="SV-1r1_rule" severity="high" weight="10.0">
      <version>TEST-00-000010</version>
      <title>It must hold.</title>
      <description>&lt;VulnDiscussion&gt;Because.&lt;/VulnDiscussion&gt;&lt;FalsePositives&gt;&lt;/FalsePositives&gt;</description>
      <reference href="https://example.test"><dc:title>A guide</dc:title></reference>
      <ident system="http://cyber.mil/cci">CCI-000366</ident>
      <ident system="http://cyber.mil/cce">CCE-1234-5</ident>
      <fixtext fixref="F-1">Do it.</fixtext>
      <check system="C-1"><check-content>Look at it.</check-content></check>
    </Rule>
  </Group>
  <TestResult id="run" start-time="2026-01-01T00:00:00" end-time="2026-01-01T00:01:00" test-system="cpe:/a:oscap:1">
    <benchmark href="stig.xml"/>
    <profile idref="MAC-1"/>
    <target>registry.example/app@${DIGEST}</target>
    <target-address>127.0.0.1</target-address>
    <target-facts><fact name="urn:os" type="string">linux</fact></target-facts>
    <rule-result idref="SV-1r1_rule" time="2026-01-01T00:00:30" severity="high">
      <result>fail</result>
      <override time="2026-01-02T00:00:00" authority="A. Person">
        <old-result>pass</old-result><new-result>fail</new-result><remark>seen</remark>
      </override>
      <message severity="info">no file</message>
      <check system="oval"><check-content-ref name="oval:1" href="oval.xml"/></check>
    </rule-result>
    <rule-result idref="other"><result>notchecked</result><instance>/a</instance></rule-result>
    <score system="urn:xccdf:scoring:default" maximum="100">50.5</score>
  </TestResult>
</Benchmark>
`;

describe("XCCDF", () => {
  const report = readCompliance(STIG, "results.xml");
  const [run] = report.runs;

  it("is told by its namespace", () => {
    expect(report.format).toBe("xccdf-1.1");
    expect(readCompliance(STIG.replace(XCCDF_11, XCCDF_12), "x").format).toBe("xccdf-1.2");
    expect(report.problems).toEqual([]);
  });

  it("describes the run", () => {
    expect(run).toMatchObject({
      id: "run",
      benchmark: {
        id: "TEST_STIG",
        title: "Test STIG",
        version: "2",
        release: "Release: 3",
        href: "stig.xml",
      },
      profile: "MAC-1",
      startTime: "2026-01-01T00:00:00",
      endTime: "2026-01-01T00:01:00",
      tool: "cpe:/a:oscap:1",
      target: {
        names: [`registry.example/app@${DIGEST}`],
        addresses: ["127.0.0.1"],
        facts: [{ name: "urn:os", value: "linux" }],
        imageDigest: DIGEST,
      },
      scores: [{ system: "urn:xccdf:scoring:default", value: 50.5, maximum: 100 }],
    });
  });

  it("joins a result with its rule", () => {
    expect(run?.results[0]).toEqual({
      ruleId: "SV-1r1_rule",
      result: "fail",
      severity: "high",
      title: "It must hold.",
      groupId: "V-1",
      groupTitle: "SRG-1",
      stigId: "TEST-00-000010",
      weight: "10.0",
      cces: ["CCE-1234-5"],
      ccis: ["CCI-000366"],
      identifiers: [
        { system: "http://cyber.mil/cci", value: "CCI-000366" },
        { system: "http://cyber.mil/cce", value: "CCE-1234-5" },
      ],
      references: [{ href: "https://example.test", text: "A guide" }],
      time: "2026-01-01T00:00:30",
      instance: "",
      messages: ["no file"],
      checks: [{ system: "oval", name: "oval:1", href: "oval.xml" }],
      overrides: [
        { authority: "A. Person", time: "2026-01-02T00:00:00", from: "pass", to: "fail", remark: "seen" },
      ],
      discussion: "Because.",
      checkText: "Look at it.",
      fixText: "Do it.",
      details: "",
      comments: "",
    });
  });

  it("keeps a result whose rule is not described", () => {
    expect(run?.results[1]).toMatchObject({
      ruleId: "other",
      result: "notchecked",
      severity: "unknown",
      instance: "/a",
    });
  });

  it.each([
    "pass",
    "fail",
    "error",
    "unknown",
    "notapplicable",
    "notchecked",
    "notselected",
    "informational",
    "fixed",
  ])("knows the result %s", (value) => {
    const text = `<TestResult xmlns="${XCCDF_12}" id="r"><rule-result idref="a"><result>${value}</result></rule-result></TestResult>`;
    const { runs, problems } = readCompliance(text, "x");
    expect([runs[0]?.results[0]?.result, problems]).toEqual([value, []]);
  });

  it("names a result that is none, and its line", () => {
    const text = `<TestResult xmlns="${XCCDF_12}" id="r">\n<rule-result idref="a"><result>great</result></rule-result></TestResult>`;
    const { runs, problems } = readCompliance(text, "x");
    expect(runs[0]?.results[0]?.result).toBe("unknown");
    expect(problems).toMatchObject([{ code: "scap/unknown-result", line: 2 }]);
  });

  it("reads checks inside complex checks", () => {
    const check = (name: string): string =>
      `<check system="s"><check-content-ref name="${name}" href="h"/></check>`;
    const text = `<TestResult xmlns="${XCCDF_12}" id="r"><rule-result idref="a"><result>pass</result><complex-check operator="AND">${check("1")}<complex-check>${check("2")}</complex-check></complex-check></rule-result></TestResult>`;
    expect(readCompliance(text, "x").runs[0]?.results[0]?.checks.map(({ name }) => name)).toEqual(["1", "2"]);
  });
});

describe("ARF", () => {
  it("joins results with the benchmark of the request", () => {
    const benchmark = STIG.slice(STIG.indexOf("<Benchmark"), STIG.indexOf("<TestResult")).concat(
      "</Benchmark>",
    );
    const result = STIG.slice(STIG.indexOf("<TestResult"), STIG.indexOf("</Benchmark>")).replace(
      "<TestResult",
      `<TestResult xmlns="${XCCDF_11}"`,
    );
    const text = `<arf:asset-report-collection xmlns:arf="http://scap.nist.gov/schema/asset-reporting-format/1.1" xmlns:ds="urn:ds">
<arf:report-requests><arf:report-request><arf:content><ds:data-stream-collection><ds:component>${benchmark}</ds:component></ds:data-stream-collection></arf:content></arf:report-request></arf:report-requests>
<arf:assets><asset>not read</asset></arf:assets>
<arf:reports><arf:report><arf:content>${result}</arf:content></arf:report></arf:reports>
</arf:asset-report-collection>`;
    const report = readCompliance(text, "arf.xml");
    expect(report.format).toBe("arf-1.1");
    expect(report.rules.map(({ ruleId }) => ruleId)).toEqual(["SV-1r1_rule"]);
    expect(report.runs[0]?.benchmark).toMatchObject({ id: "TEST_STIG", title: "Test STIG" });
    expect(report.runs[0]?.results.map(({ title, result: value }) => [title, value])).toEqual([
      ["It must hold.", "fail"],
      ["", "notchecked"],
    ]);
  });
});

describe("OVAL results", () => {
  it("joins results with definitions", () => {
    const text = `<oval_results xmlns="http://oval.mitre.org/XMLSchema/oval-results-5">
<oval_definitions xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5"><definitions>
<definition id="oval:x:def:1" version="3" class="patch"><metadata><title>Fix</title><reference source="CVE" ref_id="CVE-2026-1"/></metadata><criteria/></definition>
<definition id="oval:x:def:9" version="1" class="inventory"><metadata><title>Unused</title></metadata></definition>
</definitions><tests><t/></tests></oval_definitions>
<results><system><definitions><definition definition_id="oval:x:def:1" version="3" result="true"><criteria result="true"/></definition>
<definition definition_id="oval:x:def:2" version="1" result="not evaluated"/></definitions></system></results></oval_results>`;
    const report = readCompliance(text, "oval.xml");
    expect(report.format).toBe("oval-results");
    expect(report.definitions).toEqual([
      {
        id: "oval:x:def:1",
        version: "3",
        class: "patch",
        title: "Fix",
        references: [{ source: "CVE", id: "CVE-2026-1" }],
        result: "true",
      },
      { id: "oval:x:def:2", version: "1", class: "", title: "", references: [], result: "not evaluated" },
      {
        id: "oval:x:def:9",
        version: "1",
        class: "inventory",
        title: "Unused",
        references: [],
        result: "none",
      },
    ]);
  });
});

describe("checklists", () => {
  it("reads CKL", () => {
    const data = (name: string, value: string): string =>
      `<STIG_DATA><VULN_ATTRIBUTE>${name}</VULN_ATTRIBUTE><ATTRIBUTE_DATA>${value}</ATTRIBUTE_DATA></STIG_DATA>`;
    const vuln = (id: string, status: string): string =>
      `<VULN>${data("Vuln_Num", id)}${data("Severity", "medium")}${data("Rule_ID", `SV-${id}_rule`)}${data("Rule_Ver", "T-1")}${data("CCI_REF", "CCI-000001")}${data("CCI_REF", "CCI-000002")}<STATUS>${status}</STATUS><FINDING_DETAILS>seen</FINDING_DETAILS><COMMENTS>ok</COMMENTS><SEVERITY_OVERRIDE/></VULN>`;
    const text = `<?xml version="1.0"?><!--DISA STIG Viewer--><CHECKLIST><ASSET><HOST_NAME>web</HOST_NAME><HOST_IP>10.0.0.1</HOST_IP></ASSET><STIGS><iSTIG><STIG_INFO><SI_DATA><SID_NAME>stigid</SID_NAME><SID_DATA>T_STIG</SID_DATA></SI_DATA></STIG_INFO>${vuln("V-1", "Open")}${vuln("V-2", "NotAFinding")}${vuln("V-3", "Not_Applicable")}${vuln("V-4", "Not_Reviewed")}</iSTIG></STIGS></CHECKLIST>`;
    const report = readCompliance(text, "a.ckl");
    expect(report.format).toBe("ckl");
    expect(report.runs[0]?.target).toMatchObject({ names: ["web"], addresses: ["10.0.0.1"] });
    expect(report.runs[0]?.results.map(({ groupId, result }) => [groupId, result])).toEqual([
      ["V-1", "fail"],
      ["V-2", "pass"],
      ["V-3", "notapplicable"],
      ["V-4", "notchecked"],
    ]);
    expect(report.runs[0]?.results[0]).toMatchObject({
      ruleId: "SV-V-1_rule",
      stigId: "T-1",
      severity: "medium",
      ccis: ["CCI-000001", "CCI-000002"],
      details: "seen",
      comments: "ok",
    });
  });

  it("reads CKLB", () => {
    const rule = {
      group_id: "V-1",
      rule_id: "SV-1r1_rule",
      rule_version: "T-1",
      severity: "low",
      status: "not_a_finding",
      ccis: ["CCI-000001"],
      overrides: { severity: { severity: "high", reason: "exposed" } },
    };
    const text = JSON.stringify({
      target_data: { host_name: "web", comments: DIGEST },
      stigs: [{ stig_id: "T", stig_name: "Test", rules: [rule, { ...rule, status: "strange" }] }],
    });
    const report = readCompliance(text, "a.cklb");
    expect(report.format).toBe("cklb");
    expect(report.runs[0]?.target).toMatchObject({ names: ["web"], imageDigest: DIGEST });
    expect(report.runs[0]?.results.map(({ result, severity, ruleId }) => [result, severity, ruleId])).toEqual(
      [
        ["pass", "high", "SV-1r1_rule"],
        ["unknown", "high", "SV-1r1_rule"],
      ],
    );
    expect(report.problems.map(({ code }) => code)).toEqual(["scap/unknown-result"]);
  });
});

describe("HDF", () => {
  it("counts as Heimdall does", () => {
    const control = (id: string, impact: number, statuses: readonly string[]): object => ({
      id,
      impact,
      tags: { cci: ["CCI-000001"] },
      results: statuses.map((status) => ({ status, code_desc: "x" })),
    });
    const text = JSON.stringify({
      platform: { name: "linux" },
      version: "5.22",
      profiles: [
        {
          name: "top",
          controls: [
            control("a", 0.7, ["passed", "passed"]),
            control("b", 0.5, ["passed", "failed"]),
            control("c", 0, ["failed"]),
            control("d", 0.3, ["skipped"]),
            control("e", 0.9, ["passed", "error"]),
            control("f", 0.9, []),
          ],
        },
        { name: "base", parent_profile: "top", controls: [control("f", 0.9, ["passed"])] },
      ],
    });
    const report = readCompliance(text, "hdf.json");
    expect(report.runs.map(({ id }) => id)).toEqual(["top"]);
    expect(report.runs[0]?.results.map(({ result, severity }) => [result, severity])).toEqual([
      ["pass", "high"],
      ["fail", "medium"],
      ["notapplicable", "info"],
      ["notchecked", "low"],
      ["error", "high"],
      ["pass", "high"],
    ]);
  });
});

describe("what cannot be read", () => {
  it.each([
    ["", "scap/unknown-format", 1],
    ["hello", "scap/unknown-format", 1],
    ["<html/>", "scap/unknown-format", 1],
    ["{}", "scap/unknown-format", 1],
    ["[1]", "scap/unknown-format", 1],
    ['{\n"stigs": [', "scap/broken-json", 2],
    [`<Benchmark xmlns="${XCCDF_12}">\n<Rule id="a">`, "scap/broken-xml", 2],
    [`<Benchmark xmlns="${XCCDF_12}">\n<a></b></Benchmark>`, "scap/broken-xml", 2],
    [`<Benchmark xmlns="${XCCDF_12}"/>`, "scap/empty", 0],
    [`<!DOCTYPE x [<!ENTITY a "b">]><Benchmark xmlns="${XCCDF_12}"/>`, "scap/document-type", 1],
    [`<Benchmark xmlns="${XCCDF_12}"><title>&bomb;</title></Benchmark>`, "scap/broken-xml", 1],
    [`<Benchmark xmlns="${XCCDF_12}">${"<a>".repeat(MAXIMUM_DEPTH + 1)}`, "scap/too-deep", 1],
    [`{"stigs": ${"[".repeat(MAXIMUM_DEPTH + 1)}`, "scap/too-deep", 1],
    ["[".repeat(1_000_000), "scap/too-deep", 1],
  ])("%j", (text, code, line) => {
    let failure: unknown;
    try {
      readCompliance(text, "f.xml");
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(ScapError);
    expect(failure).toMatchObject({ code, line });
  });

  it("does not take keys of a prototype for data", () => {
    const text = '{"stigs": [{"__proto__": {"rules": [1]}, "rules": [{"__proto__": {"status": "open"}}]}]}';
    expect(readCompliance(text, "x").runs[0]?.results.map(({ result }) => result)).toEqual(["notchecked"]);
  });
});
