import { chmodSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryTree } from "../testing/temporary-tree.ts";
import { findExecutable } from "./find-executable.ts";

it("finds a program on PATH, never inside the workspace and never by a relative entry", () => {
  using tools = temporaryTree({ "bin/helm": "", "data/helm": "" });
  using workspace = temporaryTree({ "bin/helm": "" });
  chmodSync(join(tools.root, "bin/helm"), 0o755);
  chmodSync(join(workspace.root, "bin/helm"), 0o755);
  const find = (...folders: string[]): string | undefined =>
    findExecutable("helm", { path: folders.join(":"), notInside: workspace.root });
  expect(find(join(tools.root, "bin"))).toBe(join(tools.root, "bin/helm"));
  expect(find(join(workspace.root, "bin"), join(tools.root, "bin"))).toBe(join(tools.root, "bin/helm"));
  expect(find("bin", ".", "")).toBeUndefined();
  expect(find(join(tools.root, "data"))).toBeUndefined();
  expect(findExecutable("helm", { path: undefined, notInside: workspace.root })).toBeUndefined();
});
