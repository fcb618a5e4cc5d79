import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { exposeEntries } from "../../shared-ports/expose-entries.ts";

const LAST_PORT = 65_535;

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/ports-in-range",
  title: "Exposed ports exist",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF015"],
  aliases: ["hadolint:DL3011", "trivy:DS-0008", "kics:unix_ports_out_of_range"],
  since: "0.1.0",
  *check(file) {
    for (const { at, ports } of exposeEntries(file)) {
      const numbers = ports.split("-");
      if (numbers.length > 2 || !numbers.every((number) => /^[0-9]+$/.test(number))) continue;
      const [first = 0, last = first] = numbers.map(Number);
      if (first > LAST_PORT || last > LAST_PORT || last === 0)
        yield { problem: "outOfRange", at, data: ports };
      else if (last < first) yield { problem: "backwards", at, data: ports };
    }
  },
  message: ({ problem, data }) =>
    problem === "backwards"
      ? `Range of ports "${data}" ends before it starts.`
      : `Port "${data}" does not exist: ports go from 1 to ${LAST_PORT}.`,
});
