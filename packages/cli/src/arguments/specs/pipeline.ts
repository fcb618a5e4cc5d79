import type { Command } from "../command.ts";
import { CONFIG } from "./shared-options.ts";

export const pipelineSpec: Command = {
  name: "pipeline",
  summary: "Draw the pipeline that the workflows make: stages, gates, and the ways round them.",
  operands: "[paths…]",
  options: [
    CONFIG,
    { name: "format", value: "FORMAT", help: "text (default), mermaid, svg or json." },
    { name: "output", value: "FILE", help: "Write it to a file instead of standard output." },
  ],
  examples: [
    ["plimsoll pipeline", "The stages of every workflow below this folder."],
    ["plimsoll pipeline --format svg --output pipeline.svg", "A picture for a document; light and dark."],
  ],
  notes: [
    "Called workflows and local actions of the same repository are put in their places. What lies in another repository is named as not followed.",
    "A gate is weak where it cannot stop what comes behind it: continue-on-error, || true, a pipe without pipefail, a scanner that was not told to fail. A stage goes round a check that it does not wait for.",
  ],
};
