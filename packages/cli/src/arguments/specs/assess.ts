import type { Command } from "../command.ts";
import { CONFIG, KUBERNETES, NO_RENDER, PROFILE } from "./shared-options.ts";

export const assessSpec: Command = {
  name: "assess",
  summary: "Judge a workspace against every row of the reference design.",
  operands: "[paths…]",
  options: [
    PROFILE,
    CONFIG,
    KUBERNETES,
    {
      name: "evidence",
      value: "FOLDER",
      repeatable: true,
      help: "Folder with the evidence that the actions write: scans, SCAP results, SBOMs, provenance, signatures, decisions.",
    },
    {
      name: "key",
      value: "FILE",
      repeatable: true,
      help: "Public key in PEM that may vouch for evidence. Without one, no signature counts.",
    },
    { name: "image", value: "DIGEST", help: "The image that the evidence must be about, sha256:…." },
    { name: "fail-below", value: "PERCENT", help: "Exit with 1 where the score is lower. Default: 0." },
    {
      name: "format",
      value: "FORMAT",
      repeatable: true,
      help: "pretty (default), html, json or markdown. May be given several times, each with its --output.",
    },
    {
      name: "output",
      value: "FILE",
      repeatable: true,
      help: "Write the --format before it to a file instead of standard output.",
    },
    { name: "auditor", help: "Hear no plimsoll-ignore comments." },
    NO_RENDER,
  ],
  notes: [
    "Each row is met, not met, not checked with the reason, or needs the statement of a person, which stands under inventory.attestations in plimsoll.yaml. What could not be checked is never met.",
    "Exit codes: 0 the score is at least --fail-below, 1 it is lower, 2 the assessment could not be made.",
  ],
  examples: [
    ["plimsoll assess", "Show the posture of everything below this folder."],
    [
      "plimsoll assess --format html --output posture.html --format json --output posture.json",
      "Write the report for people and for programs.",
    ],
    [
      "plimsoll assess --profile il4 --evidence evidence --key cosign.pub",
      "Judge by impact level 4, with the evidence of a build.",
    ],
  ],
};
