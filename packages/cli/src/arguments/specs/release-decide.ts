import type { Command } from "../command.ts";

export const releaseDecideSpec: Command = {
  name: "release decide",
  summary: "Decide go or no-go for one image by its evidence.",
  operands: "",
  maximumOperands: 0,
  options: [
    {
      name: "image",
      value: "REFERENCE",
      help: "The image, by name and digest: registry.example/app@sha256:….",
    },
    { name: "environment", value: "NAME", help: "Where it is to be released. Default: production." },
    {
      name: "evidence",
      value: "FOLDER",
      repeatable: true,
      help: "Folder with the evidence. May be given several times.",
    },
    {
      name: "policy",
      value: "FILE",
      help: "What must be shown, in YAML or JSON. Default: everything, signed.",
    },
    {
      name: "key",
      value: "FILE",
      repeatable: true,
      help: "Public key in PEM that may vouch for evidence: Ed25519, or ECDSA on P-256. May be given several times.",
    },
    {
      name: "at",
      value: "TIME",
      help: "The time of the decision, such as 2026-11-24T12:00:00Z. Default: now.",
    },
    {
      name: "sign-with",
      value: "FILE",
      help: "Private key in PEM that seals the verification summary (format vsa) in a DSSE envelope.",
    },
    {
      name: "format",
      value: "FORMAT",
      repeatable: true,
      help: "pretty (default), json, markdown or vsa. May be given several times, each with its --output.",
    },
    {
      name: "output",
      value: "FILE",
      repeatable: true,
      help: "Write the --format before it to a file instead of standard output.",
    },
  ],
  notes: [
    "The policy's form: plimsoll schema release-policy. The same evidence, policy, keys and time give the same decision.",
    "Exit codes: 0 go, 1 no-go, 3 indeterminate (something is missing, unreadable, stale, altered or of another image), 2 the decision could not be made.",
  ],
  examples: [
    [
      "plimsoll release decide --image registry.example/app@sha256:… --evidence evidence --key factory.pem",
      "Decide by the default policy.",
    ],
    [
      "plimsoll release decide … --format json --output decision.json --format vsa --output vsa.json --sign-with release.key",
      "Record the decision, and a signed verification summary.",
    ],
  ],
};
