import type { Command } from "../command.ts";
import { NO_RENDER } from "./shared-options.ts";

export const migrateSpec: Command = {
  name: "migrate",
  summary: "Carry over the settings and ignore comments of other linters.",
  operands: "[folder]",
  options: [
    { name: "dry-run", help: "Print what would be written, and write nothing." },
    {
      name: "from",
      value: "FILE",
      repeatable: true,
      help: "Settings of another tool that lie elsewhere or have another name.",
    },
    { name: "approver", value: "PERSON", help: "Who answers for exceptions, which become waivers." },
    { name: "expires", value: "DATE", help: "Last day of exceptions that have no end of their own." },
    {
      name: "category",
      value: "CATEGORY",
      help: "Why exceptions may stand: a category as in plimsoll waive. Default: risk-accepted.",
    },
    {
      name: "keep-pragmas",
      help: "Leave other tools' comments and annotations in place and hear them, instead of making waivers of them.",
    },
    { name: "profile", value: "NAME", help: "Profile to judge by. Default: reference-design." },
    NO_RENDER,
  ],
  maximumOperands: 1,
  notes: [
    "Reads the settings of hadolint, Trivy, Checkov, kube-linter, Polaris and Kubescape in the folder, and the comments and annotations by which hadolint, BuildKit, Trivy, Checkov, kube-linter, kube-score and Polaris ignore single findings. Writes plimsoll.yaml and plimsoll-waivers.yaml; files that are there are kept, and nothing of the other tools is changed.",
    "Every setting is listed with what it became. Exceptions become waivers, which need --approver and --expires.",
    "Exit codes: 0 done, 2 nothing was written.",
  ],
  examples: [
    ["plimsoll migrate --dry-run", "See what each setting would become."],
    [
      'plimsoll migrate --approver "J. Doe (ISSM)" --expires 2027-03-31',
      "Write the configuration and the waivers.",
    ],
    ["plimsoll migrate --keep-pragmas", "Keep ignore comments where they are and hear them in place."],
  ],
};
