import type { FileResult } from "@plimsoll/core";
import { serveBatches } from "../pool/worker-side.ts";

/** A worker for tests: the file's name says what happens. */
serveBatches(() => (file) => {
  if (file.path.startsWith("hang")) for (;;) Atomics.load(new Int32Array(1), 0);
  if (file.path.startsWith("crash")) process.exit(1);
  if (file.path.startsWith("throw")) throw new Error("thrown in the worker");
  const result: FileResult = {
    path: file.path,
    kind: "yaml",
    checked: true,
    resources: 0,
    findings: [],
    suppressed: [],
    notChecked: [],
    records: [],
  };
  return { result };
});
