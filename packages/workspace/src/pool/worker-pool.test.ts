import { describe, expect, it } from "vitest";
import type { SourceFile } from "../source/read-source.ts";
import type { FileOutcome } from "./check-source.ts";
import { checkInPool, type PoolOptions } from "./worker-pool.ts";

const CONFIGURATION: PoolOptions["setup"]["configuration"] = {
  profile: "reference-design",
  kubernetesMinor: 34,
  images: { trusted: [], approvedUntrusted: [], mirrors: [], registry: undefined, releaseTag: undefined },
  rules: {},
  overrides: [],
  customRules: [],
  include: [],
  exclude: [],
  waiverFiles: [],
  inlineIgnores: undefined,
  buildArguments: {},
};

async function check(
  paths: readonly string[],
  options: Partial<PoolOptions> = {},
): Promise<readonly string[]> {
  const files = paths.map((path): SourceFile => ({ path, absolute: `/${path}`, bytes: 10, named: false }));
  const outcomes: (FileOutcome | undefined)[] = [];
  await checkInPool(files, {
    worker: new URL("../testing/pool-worker.ts", import.meta.url),
    setup: {
      root: "/",
      configuration: CONFIGURATION,
      auditor: false,
      dockerfiles: true,
      workflows: true,
      objects: true,
    },
    execArgv: ["--conditions=source"],
    fileTimeoutMilliseconds: 600,
    size: 2,
    onOutcome: (index, outcome) => {
      expect(outcomes[index], "an outcome twice").toBeUndefined();
      outcomes[index] = outcome;
    },
    ...options,
  });
  return Array.from({ length: files.length }, (_, index) => describeOutcome(outcomes[index]));
}

function describeOutcome(outcome: FileOutcome | undefined): string {
  if (outcome === undefined) return "nothing";
  return "result" in outcome
    ? `checked ${outcome.result.path}`
    : `${outcome.notChecked.code} ${outcome.notChecked.file ?? ""}`;
}

describe("checkInPool", () => {
  it("gives each file one outcome", async () => {
    const paths = Array.from({ length: 500 }, (_, index) => `f${index}.yaml`);
    expect(await check(paths)).toEqual(paths.map((path) => `checked ${path}`));
  });

  it("loses only the file at which a worker crashed, threw or hung", async () => {
    const outcomes = await check([
      "a.yaml",
      "crash.yaml",
      "b.yaml",
      "throw.yaml",
      "c.yaml",
      "hang.yaml",
      "d.yaml",
    ]);
    expect(outcomes).toEqual([
      "checked a.yaml",
      "file/crashed crash.yaml",
      "checked b.yaml",
      "file/crashed throw.yaml",
      "checked c.yaml",
      "file/timed-out hang.yaml",
      "checked d.yaml",
    ]);
  });

  it("fails where no worker starts", async () => {
    const worker = new URL("../testing/no-such-worker.ts", import.meta.url);
    await expect(check(["a.yaml"], { worker })).rejects.toMatchObject({ code: "pool/not-started" });
  });

  it("does nothing for no files", async () => {
    expect(await check([])).toEqual([]);
  });
});
