import { describe, expect, it } from "vitest";
import { startCpuTime } from "../../fixtures/cpu-time.ts";
import { wordProblem } from "../config/problem.ts";
import { parseWaivers } from "./parse-waivers.ts";

const good = `waivers:
  # agreed in the review of May
  - id: w-1
    rule: kubernetes/containers-not-privileged
    scope:
      paths: [deploy/legacy/**]
      resource: { kind: DaemonSet, name: agent, namespace: logging }
      fingerprint: 0123456789abcdef0123456789abcdef
      imageDigest: sha256:${"a".repeat(64)}
    category: risk-accepted
    statement: The agent reads the node's logs.
    approver: A. Person
    ticket: SEC-12
    created: 2026-05-04
    expires: "2026-08-01"
    planOfAction: POAM-7
`;

describe("parseWaivers", () => {
  it("reads every part", () => {
    const { waivers, problems } = parseWaivers("plimsoll-waivers.yaml", good);
    expect(problems).toEqual([]);
    expect(waivers).toEqual([
      {
        id: "w-1",
        rule: "kubernetes/containers-not-privileged",
        scope: {
          paths: ["deploy/legacy/**"],
          resource: { kind: "DaemonSet", name: "agent", namespace: "logging" },
          fingerprint: "0123456789abcdef0123456789abcdef",
          imageDigest: `sha256:${"a".repeat(64)}`,
        },
        category: "risk-accepted",
        statement: "The agent reads the node's logs.",
        approver: "A. Person",
        ticket: "SEC-12",
        created: "2026-05-04",
        expires: "2026-08-01",
        planOfAction: "POAM-7",
        source: {
          file: "plimsoll-waivers.yaml",
          line: 3,
          range: { start: { line: 3, column: 9, offset: 49 }, end: { line: 3, column: 12, offset: 52 } },
        },
      },
    ]);
  });

  it.each(["", "# none\n", "---\n", "waivers:\n", "waivers: []\n"])("reads none from %j", (text) => {
    expect(parseWaivers("w.yaml", text)).toEqual({ waivers: [], problems: [] });
  });

  const record = (change: (text: string) => string): string => change(good);
  it.each<[string, string, readonly string[]]>([
    [
      "no expiry",
      record((text) => text.replace('    expires: "2026-08-01"\n', "")),
      ["missing-key w.yaml:3:5: `waivers[0]` needs the key `expires`."],
    ],
    [
      "no approver",
      record((text) => text.replace("    approver: A. Person\n", "")),
      ["missing-key w.yaml:3:5: `waivers[0]` needs the key `approver`."],
    ],
    [
      "an empty reason",
      record((text) => text.replace("The agent reads the node's logs.", '""')),
      ["bad-value w.yaml:11:16: `waivers[0].statement` must not be empty."],
    ],
    [
      "a wrong category",
      record((text) => text.replace("risk-accepted", "risk-acepted")),
      [
        'bad-value w.yaml:10:15: `waivers[0].category` cannot be "risk-acepted"; did you mean "risk-accepted"?',
      ],
    ],
    [
      "an unknown key",
      record((text) => text.replace("approver", "approved")),
      [
        "missing-key w.yaml:3:5: `waivers[0]` needs the key `approver`.",
        "unknown-key w.yaml:12:5: Unknown key `approved` in `waivers[0]`; did you mean `approver`?",
      ],
    ],
    [
      "a day that does not exist",
      record((text) => text.replace("2026-05-04", "2026-05-32")),
      ["bad-date w.yaml:14:14: `created` is not a day of the calendar."],
    ],
    [
      "an expiry that is no date",
      record((text) => text.replace("2026-08-01", "never")),
      ["bad-date w.yaml:15:14: `expires` is not a day of the calendar."],
    ],
    [
      "a bad glob",
      record((text) => text.replace("deploy/legacy/**", "'{a'")),
      ['bad-glob w.yaml:6:15: The glob "{a" has a brace without its partner.'],
    ],
    [
      "a bad fingerprint",
      record((text) => text.replace("fingerprint: 0123", "fingerprint: xyz")),
      ["bad-fingerprint w.yaml:8:20: `fingerprint` is not 32 hexadecimal digits in lower case."],
    ],
    [
      "a bad digest",
      record((text) => text.replace("sha256:a", "sha256:")),
      ["bad-digest w.yaml:9:20: `imageDigest` is not a digest."],
    ],
    [
      "no scope",
      record((text) => text.replace(/scope:\n(?: {6}.*\n)+/, "scope: {}\n")),
      ["bad-value w.yaml:5:12: `waivers[0].scope` must have at least 1 key."],
    ],
    [
      "an id twice",
      good + good.slice("waivers:\n".length),
      ['duplicate-id w.yaml:18:9: Another waiver has the id "w-1".'],
    ],
    ["a list at the top", "- id: a\n", ["wrong-type w.yaml:1:1: The file must be a map, not a list."]],
    [
      "another key at the top",
      "waiver: []\n",
      [
        "missing-key w.yaml:1:1: The file needs the key `waivers`.",
        "unknown-key w.yaml:1:1: Unknown key `waiver`; did you mean `waivers`?",
      ],
    ],
  ])("tells of %s", (_name, text, expected) => {
    const { problems } = parseWaivers("w.yaml", text);
    expect(
      problems.map((problem) => `${problem.code.replace("waivers/", "")} ${wordProblem(problem)}`),
    ).toEqual(expected);
  });

  it("leaves out only the records that are wrong", () => {
    const second = good.slice("waivers:\n".length).replace("w-1", "w-2").replace("2026-05-04", "soon");
    const third = good
      .slice("waivers:\n".length)
      .replace("w-1", "w-3")
      .replace("    approver: A. Person\n", "");
    const fourth = good.slice("waivers:\n".length).replace("w-1", "w-4");
    const { waivers, problems } = parseWaivers("w.yaml", good + second + third + fourth);
    expect(waivers.map(({ id }) => id)).toEqual(["w-1", "w-4"]);
    expect(problems).toHaveLength(2);
  });

  it("reads 10,000 records in time", () => {
    const text = `waivers:\n${Array.from({ length: 10_000 }, (_, index) => `  - { id: w-${index}, rule: a/b, scope: { paths: [x] }, category: risk-accepted, statement: s, approver: a, created: 2026-01-01, expires: 2026-02-01 }\n`).join("")}`;
    const elapsed = startCpuTime();
    expect(parseWaivers("w.yaml", text).waivers).toHaveLength(10_000);
    expect(elapsed()).toBeLessThan(2000);
  });
});
