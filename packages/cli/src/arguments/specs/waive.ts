import type { Command } from "../command.ts";
import { CONFIG } from "./shared-options.ts";

export const waiveSpec: Command = {
  name: "waive",
  summary: "Record that a rule may be broken, where, why, and until when.",
  operands: "<fingerprint | rule>",
  options: [
    {
      name: "path",
      value: "GLOB",
      repeatable: true,
      help: "Files that the waiver covers. Needed with a rule.",
    },
    { name: "kind", value: "KIND", help: "Kind of the resource that it covers." },
    { name: "name", value: "NAME", help: "Name of the resource that it covers." },
    { name: "namespace", value: "NAMESPACE", help: "Namespace of the resource that it covers." },
    { name: "reason", value: "TEXT", help: "Why the finding may stand." },
    {
      name: "category",
      value: "CATEGORY",
      help: "false-positive, risk-accepted, compensating-control, not-applicable, vendor-dependency or planned-remediation.",
    },
    { name: "approver", value: "PERSON", help: "Who answers for it." },
    { name: "expires", value: "DATE", help: "Last day that it holds, such as 2027-03-31." },
    { name: "ticket", value: "ID", help: "Ticket that follows it up." },
    {
      name: "file",
      value: "FILE",
      help: "Waiver file. Default: the configuration's first, else plimsoll-waivers.yaml.",
    },
    CONFIG,
  ],
  minimumOperands: 1,
  maximumOperands: 1,
  examples: [
    [
      'plimsoll waive kubernetes/containers-not-privileged --path "deploy/agent/**" --name node-agent --category vendor-dependency --approver "J. Doe (ISSM)" --expires 2027-03-31 --reason "The vendor\'s agent needs host access."',
      "Add a record to the waiver file.",
    ],
  ],
};
