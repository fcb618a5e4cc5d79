import { readCompliance } from "@plimsoll/scap";
import { atMost, cpuTime, shown, type Figure } from "./measure.ts";

const RULES = 700;
const XCCDF = "http://checklists.nist.gov/xccdf/1.2";
const OVAL = "http://oval.mitre.org/XMLSchema/oval-definitions-5";
const RESULTS = "http://oval.mitre.org/XMLSchema/oval-results-5";

/** An ARF of about 8 MB, in the proportions of one that a scan of a whole system writes. */
function largeArf(): string {
  const words = "The system must be set up as the guide says, and stay so. ".repeat(30);
  const numbers = Array.from({ length: RULES }, (_, index) => index);
  const rules = numbers.map(
    (number) =>
      `<Group id="g${number}"><title>SRG</title><Rule id="r${number}" severity="medium"><title>Rule</title><description>${words}</description><ident system="cce">CCE-${number}</ident><fixtext>${words}</fixtext></Rule></Group>`,
  );
  const results = numbers.map(
    (number) =>
      `<rule-result idref="r${number}" severity="medium"><result>pass</result><check system="oval"><check-content-ref name="oval:${number}" href="o"/></check></rule-result>`,
  );
  const definitions = numbers.map(
    (number) =>
      `<definition id="oval:${number}" version="1" class="compliance"><metadata><title>D</title><description>${words}</description></metadata></definition>`,
  );
  const judged = numbers.map(
    (number) =>
      `<definition definition_id="oval:${number}" version="1" result="true"><criteria result="true"/></definition>`,
  );
  const items = numbers.map(
    (number) => `<item id="${number}"><path>${words}</path><text>${words}</text></item>`,
  );
  return [
    '<asset-report-collection xmlns="http://scap.nist.gov/schema/asset-reporting-format/1.1">',
    `<report-requests><report-request><content><Benchmark xmlns="${XCCDF}" id="b">${rules.join("\n")}</Benchmark></content></report-request></report-requests>`,
    `<reports><report><content><TestResult xmlns="${XCCDF}" id="t">${results.join("\n")}</TestResult></content></report>`,
    `<report><content><oval_results xmlns="${RESULTS}"><oval_definitions xmlns="${OVAL}"><definitions>${definitions.join("\n")}</definitions></oval_definitions>`,
    `<results><system><definitions>${judged.join("\n")}</definitions><oval_system_characteristics>${items.join("\n")}</oval_system_characteristics></system></results></oval_results></content></report></reports>`,
    "</asset-report-collection>",
  ].join("\n");
}

/** Reading one large ARF, warm and cold alike: once. */
export function benchScap(): readonly Figure[] {
  const text = largeArf();
  let results = 0;
  const time = cpuTime(() => {
    const report = readCompliance(text, "arf.xml");
    results = (report.runs[0]?.results.length ?? 0) + report.definitions.length;
  });
  return [
    shown("size of the ARF", `${(text.length / 1e6).toFixed(1)} MB, ${results} results`),
    atMost("an ARF of 8 MB is read, CPU time", time, { limit: 1000, unit: " ms" }),
  ];
}
