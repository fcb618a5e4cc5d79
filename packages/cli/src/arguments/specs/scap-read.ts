import type { Command } from "../command.ts";

export const scapReadSpec: Command = {
  name: "scap read",
  summary: "Judge the results of a SCAP checker or a STIG checklist.",
  operands: "<file>",
  minimumOperands: 1,
  maximumOperands: 1,
  options: [
    { name: "image", value: "DIGEST", help: "The image that the results must be about, sha256:…." },
    {
      name: "bound-to",
      value: "DIGEST",
      help: "The image that the checker was run on, for results that do not name it themselves.",
    },
    { name: "run", value: "NAME", help: "Id or profile of the run that counts. Default: the latest." },
    { name: "min-evaluated", value: "N", help: "Rules that must at least have been judged. Default: 1." },
    {
      name: "min-coverage",
      value: "PERCENT",
      help: "Share of the rules to be judged that must have been, from 0 to 100. Default: 0.",
    },
    {
      name: "cat-cutoff",
      value: "CATEGORY",
      help: "Failures of this category and of weightier ones fail: I, II or III (default).",
    },
    { name: "max-age", value: "DAYS", help: "Oldest results that are taken." },
    { name: "thresholds", value: "FILE", help: "Further limits, in the form of a SAF threshold file." },
    {
      name: "format",
      value: "FORMAT",
      repeatable: true,
      help: "pretty (default), json, markdown, html, junit, sarif, ckl or cklb. May be given several times, each with its --output.",
    },
    {
      name: "output",
      value: "FILE",
      repeatable: true,
      help: "Write the --format before it to a file instead of standard output.",
    },
  ],
  notes: [
    "Reads XCCDF 1.1 and 1.2, ARF 1.1, OVAL results, CKL, CKLB and HDF. What kind a file is, its content tells.",
    "Exit codes: 0 pass, 1 fail, 3 indeterminate (nothing or too little was judged, or not of this image), 2 the file cannot be read.",
  ],
  examples: [
    ["plimsoll scap read results-arf.xml --image sha256:…", "Judge the results of one image."],
    ["plimsoll scap read results.xml --format ckl --output web.ckl", "Turn results into a STIG checklist."],
  ],
};
