import type { Command } from "../command.ts";
import { CONFIG, PROFILE, KUBERNETES, NO_RENDER } from "./shared-options.ts";

export const checkSpec: Command = {
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
};
