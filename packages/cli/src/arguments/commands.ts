import type { CommandSpec, OptionSpec } from "./option.ts";

const CONFIG: OptionSpec = {
  name: "config",
  value: "FILE",
  help: "Configuration to use; none for none. Default: the nearest plimsoll.yaml above the checked paths, up to the repository's root.",
};
const PROFILE: OptionSpec = {
  name: "profile",
  value: "NAME",
  help: "Profile to judge by. Default: the configuration's, else reference-design.",
};
const KUBERNETES: OptionSpec = {
  name: "kubernetes-version",
  value: "VERSION",
  help: "Kubernetes version to judge by, such as 1.34.",
};
const NO_RENDER: OptionSpec = {
  name: "no-render",
  help: "Do not render Helm charts and Kustomize overlays; name them as not checked.",
};

/** A command's name. */
export type CommandName =
  | "check"
  | "fix"
  | "explain"
  | "rules"
  | "requirements"
  | "init"
  | "migrate"
  | "waive"
  | "schema";

/** A command of the program. */
export type Command = CommandSpec & { readonly name: CommandName };

/** Every command. Its module is `commands/<name>.ts`, loaded when it is called. */
export const COMMANDS: readonly Command[] = [
  {
    name: "check",
    summary: "Check files and report what does not hold.",
    operands: "[paths… | -]",
    options: [
      PROFILE,
      CONFIG,
      KUBERNETES,
      {
        name: "changed-since",
        value: "REF",
        help: "Only files that changed since the merge base with a git ref, and untracked ones.",
      },
      { name: "baseline", value: "FILE", help: "Known findings that do not count; see --update-baseline." },
      { name: "update-baseline", help: "Write all present findings to the --baseline file." },
      {
        name: "format",
        value: "FORMAT",
        repeatable: true,
        help: "pretty (default), json, sarif, github, junit, gitlab or markdown. May be given several times, each with its --output.",
      },
      {
        name: "output",
        value: "FILE",
        repeatable: true,
        help: "Write the --format before it to a file instead of standard output.",
      },
      {
        name: "fail-on",
        value: "LEVEL",
        help: "Lowest severity that gives exit code 1: error, warning (default), info or never.",
      },
      {
        name: "max-warnings",
        value: "N",
        help: "Exit with 1 only when there are more warnings than this. Errors always count.",
      },
      { name: "auditor", help: "Hear no plimsoll-ignore comments." },
      { name: "stdin-path", value: "PATH", help: "With -: the path under which standard input is checked." },
      NO_RENDER,
    ],
    notes: [
      "Without paths the folder of the call is checked. Files that git ignores are left out; a file that is named is always checked.",
      "Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 the check could not be made or a part of it crashed.",
    ],
    examples: [
      ["plimsoll check", "Check everything below this folder."],
      [
        "plimsoll check deploy Dockerfile --profile pss-restricted",
        "Check some paths by the Pod Security Standards.",
      ],
      ["plimsoll check --changed-since origin/main", "Check what a branch changed."],
      [
        "plimsoll check --format sarif --output plimsoll.sarif --format markdown --output summary.md",
        "Write two reports.",
      ],
      ["cat Dockerfile | plimsoll check - --stdin-path app/Dockerfile", "Check standard input."],
    ],
  },
  {
    name: "fix",
    summary: "Make the fixes that findings offer.",
    operands: "[paths…]",
    options: [
      { name: "dry-run", help: "Print what would change as a unified diff, and change nothing." },
      { name: "review", help: "Also make fixes that change behaviour and want a person's look." },
      { name: "rule", value: "ID", repeatable: true, help: "Only fixes of this rule." },
      PROFILE,
      CONFIG,
      KUBERNETES,
    ],
    notes: [
      "Exit codes: 0 done (or nothing to do), 1 with --dry-run when something would change, 2 a file could not be written.",
    ],
    examples: [
      ["plimsoll fix --dry-run", "See what the safe fixes would change."],
      [
        "plimsoll fix deploy --review --rule dockerfile/base-image-pinned-by-digest",
        "Make all fixes of one rule.",
      ],
    ],
  },
  {
    name: "explain",
    summary: "Explain a rule, a requirement, or another tool's check.",
    operands: "<rule | requirement | alias>",
    options: [],
    minimumOperands: 1,
    maximumOperands: 1,
    examples: [
      [
        "plimsoll explain kubernetes/containers-not-privileged",
        "What a rule asks, why, and how to satisfy it.",
      ],
      ["plimsoll explain DL3007", "The rules that stand for a check of another tool."],
    ],
  },
  {
    name: "rules",
    summary: "List the rules.",
    operands: "",
    options: [
      PROFILE,
      CONFIG,
      {
        name: "compare",
        value: "TOOL",
        help: "Which checks of another tool the rules stand for: hadolint, trivy, checkov, kube-linter, kubescape, kube-score or polaris.",
      },
      {
        name: "format",
        value: "FORMAT",
        help: "table (default) or json; with --compare also markdown.",
      },
    ],
    maximumOperands: 0,
    examples: [
      ["plimsoll rules --profile pss-baseline", "Rules and severities under a profile."],
      ["plimsoll rules --compare hadolint", "What becomes of each check of hadolint."],
    ],
  },
  {
    name: "requirements",
    summary: "Show which requirements of the reference design are covered by which rules.",
    operands: "",
    options: [
      PROFILE,
      CONFIG,
      { name: "format", value: "FORMAT", help: "table (default), json or markdown." },
    ],
    maximumOperands: 0,
    examples: [["plimsoll requirements --format markdown", "The coverage matrix for a document."]],
  },
  {
    name: "init",
    summary: "Write a plimsoll.yaml that fits this repository.",
    operands: "[folder]",
    options: [],
    maximumOperands: 1,
    examples: [["plimsoll init", "Look at the files here and write plimsoll.yaml. An existing one is kept."]],
  },
  {
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
  },
  {
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
  },
  {
    name: "schema",
    summary: "Print a JSON schema: configuration, waivers, custom-rules or report.",
    operands: "[name]",
    options: [],
    maximumOperands: 1,
    examples: [
      ["plimsoll schema configuration > plimsoll.schema.json", "For editors that complete plimsoll.yaml."],
    ],
  },
];

/** The command of a name. */
export function findCommand(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}
