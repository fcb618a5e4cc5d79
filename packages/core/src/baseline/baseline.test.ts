import { describe, expect, it } from "vitest";
import { startCpuTime } from "../../fixtures/cpu-time.ts";
import { sampleFinding } from "../../fixtures/sample-rule-set.ts";
import { applyBaseline, makeBaseline } from "./baseline.ts";

const a = "a".repeat(32);
const b = "b".repeat(32);
const text = `{"version":1,"findings":[
{"file":"a.yaml","rule":"x/y","fingerprint":"${a}","count":2},
{"file":"b.yaml","rule":"x/y","fingerprint":"${b}","count":1}
]}
`;
const file = "baseline.json";

describe("makeBaseline", () => {
  it("writes one sorted line an entry, with counts", () => {
    const findings = [
      sampleFinding({ file: "b.yaml", ruleId: "x/y", fingerprint: b }),
      sampleFinding({ file: "a.yaml", ruleId: "x/y", fingerprint: a, offset: 5 }),
      sampleFinding({ file: "a.yaml", ruleId: "x/y", fingerprint: a }),
    ];
    expect(makeBaseline(findings)).toBe(text);
    expect(makeBaseline(findings.toReversed())).toBe(text);
  });

  it("writes an empty one", () => {
    expect(makeBaseline([])).toBe('{"version":1,"findings":[]}\n');
    expect(applyBaseline([], { file, text: makeBaseline([]) })).toEqual({
      active: [],
      waived: [],
      notes: [],
    });
  });

  it("survives names of any kind", () => {
    const findings = ["a\nb.yaml", '"', "ü😀", "__proto__"].map((name) => sampleFinding({ file: name }));
    const outcome = applyBaseline(findings, { file, text: makeBaseline(findings) });
    expect([outcome.active.length, outcome.waived.length, outcome.notes.length]).toEqual([0, 4, 0]);
  });
});

describe("applyBaseline", () => {
  it("sets known findings aside, as often as they are counted", () => {
    const known = Array.from({ length: 3 }, (_, index) =>
      sampleFinding({ file: "a.yaml", ruleId: "x/y", fingerprint: a, offset: index }),
    );
    const other = sampleFinding({ file: "a.yaml", ruleId: "x/z", fingerprint: a });
    const { active, waived, notes } = applyBaseline([...known, other], { file, text });
    expect(active).toEqual([known[2], other]);
    expect(waived.map((entry) => [entry.finding, entry.by, entry.reference])).toEqual([
      [known[0], "baseline", file],
      [known[1], "baseline", file],
    ]);
    expect(notes).toEqual([
      {
        file,
        code: "baseline/stale",
        reason: "1 entry matches no finding: x/y in b.yaml. Write the baseline again to drop what is gone.",
      },
    ]);
  });

  it("calls nothing stale where only a part was checked", () => {
    expect(applyBaseline([], { file, text }, { partial: true }).notes).toEqual([]);
    expect(applyBaseline([], { file, text }).notes[0]?.reason).toBe(
      "2 entries match no finding, such as x/y in a.yaml. Write the baseline again to drop what is gone.",
    );
  });

  it.each<[string, string, string, string]>([
    [
      "broken JSON",
      text.replace('"count":2}', '"count":}'),
      "baseline/unreadable",
      "The baseline is not valid JSON",
    ],
    ["an empty file", "", "baseline/unreadable", "baseline.json:1:1: The baseline is not valid JSON."],
    [
      "another version",
      text.replace('"version":1', '"version":2'),
      "baseline/bad-version",
      'baseline.json:1:1: The baseline must have "version": 1.',
    ],
    [
      "no list",
      '{"version":1}',
      "baseline/malformed",
      'baseline.json:1:1: The baseline must have a list "findings".',
    ],
    [
      "a list at the top",
      "[]",
      "baseline/bad-version",
      'baseline.json:1:1: The baseline must have "version": 1.',
    ],
    [
      "an entry without a rule",
      text.replace('"rule":"x/y","fingerprint":"b', '"fingerprint":"b'),
      "baseline/malformed",
      'baseline.json:3:1: Entry 2 must have the texts "file", "rule" and "fingerprint", and a whole "count" from 1.',
    ],
    [
      "a count of nothing",
      text.replace('"count":2', '"count":0'),
      "baseline/malformed",
      'baseline.json:2:1: Entry 1 must have the texts "file", "rule" and "fingerprint", and a whole "count" from 1.',
    ],
    [
      "an entry that is text",
      '{"version":1,"findings":["x"]}',
      "baseline/malformed",
      'baseline.json:1:26: Entry 1 must have the texts "file", "rule" and "fingerprint", and a whole "count" from 1.',
    ],
  ])("refuses %s", (_name, bad, code, message) => {
    const apply = (): unknown => applyBaseline([], { file, text: bad });
    expect(apply).toThrow(expect.objectContaining({ code }));
    expect(apply).toThrow(message);
  });

  it("says where JSON breaks", () => {
    expect(() => applyBaseline([], { file, text: text.replace('"count":2}', '"count":2') })).toThrow(
      /^baseline\.json:\d+:\d+: The baseline is not valid JSON: .+\.$/,
    );
  });

  it("reads a large one in time", () => {
    const findings = Array.from({ length: 100_000 }, (_, index) =>
      sampleFinding({ file: `d/${index}.yaml` }),
    );
    const elapsed = startCpuTime();
    expect(applyBaseline(findings, { file, text: makeBaseline(findings) }).active).toEqual([]);
    expect(elapsed()).toBeLessThan(4000);
  });
});
