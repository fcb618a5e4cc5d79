import { createEngine, readPipeline, type Configuration, type Pipeline, type RuleSet } from "@plimsoll/core";
import { describe, expect, it } from "vitest";
import { pipelineMermaid } from "./pipeline-mermaid.ts";
import { pipelineSvg } from "./pipeline-svg.ts";
import { pipelineText } from "./pipeline-text.ts";

const configuration: Configuration = {
  profile: "test",
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
const profile = {
  name: "test",
  title: "Test",
  description: "No rules.",
  rules: {},
  onlyListed: true,
  inlineIgnores: false,
  waiverMaximumDays: 1,
};
const ruleSet: RuleSet = {
  rules: new Map(),
  references: {},
  profiles: { test: profile },
  requirements: {},
  renamed: new Map(),
};

function pipelineOf(text: string): Pipeline {
  const { facts } = createEngine({ ruleSet, configuration }).checkFile({
    path: ".github/workflows/ci.yaml",
    text,
  });
  return readPipeline(facts === undefined ? [] : [facts]);
}

const TEXT = `name: CI
on:
  push:
    branches: [main]
jobs:
  build:
    name: Build "it" <now>
    steps:
      - run: docker build -t r.example/a .
  scan:
    needs: build
    steps:
      - run: trivy image --exit-code 1 r.example/a
      - run: grype r.example/a
  sast:
    steps:
      - run: gosec ./...
  ship:
    needs: [build, scan]
    if: always()
    environment: production
    uses: other/repo/.github/workflows/ship.yaml@main
  apply:
    needs: scan
    steps:
      - run: kubectl apply -f x
`;

describe("a pipeline in a terminal", () => {
  it("lists stages with gates, weak gates, ways round and what could not be followed", () => {
    expect(pipelineText(pipelineOf(TEXT))).toBe(`CI
  .github/workflows/ci.yaml
  started by push (main)
   1. build  [build]
      does          Build image
   2. sast  [test]
      gate          Static application security test (gosec)
   3. scan  [test]  after build
      gate          Image scan (trivy)
      weak gate     Image scan (anchore): the tool was not told to fail when it finds something  (.github/workflows/ci.yaml:14)
   4. ship  after build, scan, even if it failed
      approval      production
      not followed  other/repo/.github/workflows/ship.yaml@main  (.github/workflows/ci.yaml:22)
   5. apply  [deploy]  after scan
      does          Deploy from the pipeline
      goes round    sast  (.github/workflows/ci.yaml:15)
`);
  });

  it("says that there is none", () => {
    expect(pipelineText({ flows: [], isCut: false })).toBe("No workflow starts by an event here.\n");
  });
});

describe("a pipeline in Mermaid", () => {
  it("has a node a stage, an arrow a need, and escapes what a workflow writes", () => {
    expect(pipelineMermaid(pipelineOf(TEXT))).toBe(`flowchart LR
  subgraph w0["CI: push #40;main#41;"]
    w0s0["Build #34;it#34; #60;now#62;<br/>Build image"]
    w0s1["sast<br/>gate: Static application security test #40;gosec#41;"]
    w0s2["scan<br/>gate: Image scan #40;trivy#41;<br/>weak gate: Image scan #40;anchore#41;: the tool was not told to fail when it finds something"]:::weak
    w0s3["ship<br/>approval: production<br/>not followed: other/repo/.github/workflows/ship.yaml@main"]
    w0s4["apply<br/>Deploy from the pipeline<br/>goes round: sast"]:::weak
    w0s0 --> w0s2
    w0s0 -. always .-> w0s3
    w0s2 -. always .-> w0s3
    w0s2 --> w0s4
  end
  classDef weak stroke-dasharray: 4 3,stroke-width:2px
`);
  });
});

describe("a pipeline as SVG", () => {
  const svg = pipelineSvg(pipelineOf(TEXT), { title: "Pipeline of <shop>", idPrefix: "shop" });

  it("names itself and each stage, and escapes what a workflow writes", () => {
    expect(svg).toContain('role="img" aria-labelledby="shop-title"');
    expect(svg).toContain('<title id="shop-title">Pipeline of &lt;shop&gt;</title>');
    expect(svg).toContain("<title>Build &quot;it&quot; &lt;now&gt;\nbuild\nBuild image</title>");
    expect(svg.match(/<rect class="pl-box/g)).toHaveLength(5);
    expect(svg.match(/<path class="pl-edge/g)).toHaveLength(4);
    expect(svg.match(/pl-always" marker/g)).toHaveLength(2);
  });

  it("has no script, no address but its namespace, and both colour schemes", () => {
    expect(svg).not.toContain("<script");
    expect(svg.match(/https?:/g)).toHaveLength(1);
    expect(svg).toContain("prefers-color-scheme:dark");
  });

  it("has no control characters and no markup whatever a workflow says", () => {
    const hostile = TEXT.replace('Build "it" <now>', '"\\x01</title><script>alert(1)</script>"');
    expect(pipelineSvg(pipelineOf(hostile))).not.toContain("<script");
  });
});
