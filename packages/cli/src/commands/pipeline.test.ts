import { describe, expect, it } from "vitest";
import { workbench } from "../testing/command-line.ts";

const FILES = {
  ".github/workflows/ci.yaml":
    "on: push\njobs:\n  build:\n    steps:\n      - run: docker build -t a .\n  scan:\n    needs: build\n    uses: ./.github/workflows/scan.yaml\n",
  ".github/workflows/scan.yaml": "on: workflow_call\njobs:\n  image:\n    steps:\n      - uses: ./scan\n",
  "scan/action.yml":
    "name: Scan\nruns:\n  using: composite\n  steps:\n    - run: trivy image a || true\n      shell: bash\n",
  "manifest.yaml": "kind: Pod\n",
};

describe("plimsoll pipeline", () => {
  it("draws stages with what they call put in its place", async () => {
    using bench = workbench(FILES);
    expect(await bench.plimsoll("pipeline")).toEqual({
      code: 0,
      stderr: "",
      stdout: `ci.yaml
  .github/workflows/ci.yaml
  started by push
   1. build  [build]
      does          Build image
   2. scan/image  [test]  after build
      weak gate     Image scan (trivy): what stands behind || makes a success of its failure  (scan/action.yml:5)
`,
    });
  });

  it("draws Mermaid, SVG and JSON, and refuses other formats", async () => {
    using bench = workbench(FILES);
    expect((await bench.plimsoll("pipeline", "--format", "mermaid")).stdout).toMatch(/^flowchart LR\n/u);
    expect((await bench.plimsoll("pipeline", "--format", "svg")).stdout).toMatch(/^<svg xmlns=/u);
    const { flows } = JSON.parse((await bench.plimsoll("pipeline", "--format", "json")).stdout);
    expect(flows).toHaveLength(1);
    expect((await bench.plimsoll("pipeline", "--format", "png")).stderr).toContain("cli/unknown-format");
  });

  it("says that there is no workflow", async () => {
    using bench = workbench({ "manifest.yaml": "kind: Pod\n" });
    expect((await bench.plimsoll("pipeline")).stdout).toBe("No workflow starts by an event here.\n");
  });
});
