import { parseYaml, readWorkflow, SourceText } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import type { WorkflowFacts } from "../graph/file-facts.ts";
import { workflowFacts } from "./read-workflow-facts.ts";

function factsOf(text: string): WorkflowFacts {
  const source = new SourceText(text);
  const [document] = parseYaml(text).documents;
  const workflow = document === undefined ? undefined : readWorkflow(document);
  if (workflow === undefined) throw new Error("no workflow");
  return workflowFacts(workflow, (span) => source.rangeOf(span));
}

function ofStep(step: string, before = ""): string[] {
  const indented = step
    .split("\n")
    .map((line) => `      ${line}`)
    .join("\n");
  const text = `on: push\n${before}jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${indented}\n`;
  return factsOf(text).jobs.flatMap(({ steps }) => steps.flatMap(({ does }) => does.map(show)));
}

function show({ activity, engine, subjects, weaknesses }: ReturnType<typeof one>): string {
  const weak = (weaknesses ?? []).map(({ why }) => `!${why}`);
  return [activity, ...(engine === undefined ? [] : [engine]), ...(subjects ?? []), ...weak].join(" ");
}

function one() {
  const fact = factsOf("on: push\njobs: {a: {steps: [{run: go test}]}}\n").jobs[0]?.steps[0]?.does[0];
  if (fact === undefined) throw new Error("no fact");
  return fact;
}

describe("what steps do", () => {
  it.each([
    ["- uses: docker/build-push-action@v6\n  with:\n    tags: r.example/a:1", ["build-image r.example/a:1"]],
    [
      "- uses: docker/build-push-action@v6\n  with:\n    push: true\n    sbom: true\n    tags: |\n      r.example/a:1\n      r.example/a:2",
      [
        "build-image r.example/a:1 r.example/a:2",
        "push-image r.example/a:1 r.example/a:2",
        "sbom buildkit r.example/a:1 r.example/a:2",
        "provenance buildkit r.example/a:1 r.example/a:2",
      ],
    ],
    [
      "- uses: docker/build-push-action@v6\n  with:\n    push: ${{ github.event_name != 'pull_request' }}\n    provenance: false",
      ["build-image", "push-image"],
    ],
    [
      "- uses: aquasecurity/trivy-action@v1\n  with:\n    image-ref: a:1",
      ["image-scan trivy a:1 !tool-never-fails"],
    ],
    [
      "- uses: aquasecurity/trivy-action@v1\n  with:\n    image-ref: a:1\n    exit-code: '1'",
      ["image-scan trivy a:1"],
    ],
    [
      "- uses: aquasecurity/trivy-action@v1\n  with:\n    scan-type: fs\n    exit-code: 1",
      ["dependency-scan trivy"],
    ],
    [
      "- uses: aquasecurity/trivy-action@v1\n  with:\n    format: spdx-json\n    image-ref: a",
      ["sbom trivy a"],
    ],
    [
      "- uses: anchore/scan-action@v6\n  with:\n    image: a\n    fail-build: false",
      ["image-scan anchore a !tool-never-fails"],
    ],
    [
      "- uses: anchore/scan-action@v6\n  continue-on-error: true\n  with:\n    image: a",
      ["image-scan anchore a !step-continues"],
    ],
    ["- uses: snyk/actions/node@master", ["dependency-scan snyk"]],
    ["- uses: snyk/actions/setup@master", []],
    [
      "- uses: acme/plimsoll/actions/promote@v1\n  with:\n    image: a",
      ["release-gate plimsoll a", "promote plimsoll a"],
    ],
    ["- uses: acme/plimsoll/actions/promote@v1\n  with:\n    mode: decide", ["release-gate plimsoll"]],
    [
      "- uses: acme/plimsoll/actions/policy@v1\n  with:\n    scap-content: a.xml\n    fail-on: error",
      ["policy-check plimsoll !tool-never-fails", "scap openscap !tool-never-fails"],
    ],
    ["- uses: unknown/action@v1", []],
    ["- run: docker build -t r.example/a:1 .", ["build-image r.example/a:1"]],
    ["- run: docker buildx build --push --tag=a:1 .", ["build-image a:1", "push-image a:1"]],
    ["- run: trivy image --exit-code 1 a:1", ["image-scan trivy a:1"]],
    ["- run: trivy --cache-dir x image a:1", ["image-scan trivy a:1 !tool-never-fails"]],
    ["- run: trivy image --exit-code=0 a:1", ["image-scan trivy a:1 !tool-never-fails"]],
    ["- run: trivy image a:1\n  env:\n    TRIVY_EXIT_CODE: 1", ["image-scan trivy a:1"]],
    ["- run: grype a:1 --fail-on high || true", ["image-scan anchore a:1 !failure-swallowed"]],
    ["- run: |\n    grype --fail-on high a:1 || { echo found; exit 1; }", ["image-scan anchore a:1"]],
    ["- run: docker run --rm -v x:/y aquasec/trivy:0.60 image --exit-code 1 a:1", ["image-scan trivy a:1"]],
    ["- run: docker run -t ghcr.io/zaproxy/zaproxy:stable zap-baseline.py -t https://a", ["dast zap"]],
    ["- run: ./gradlew -Px=1 clean build", ["unit-test"]],
    ["- run: npm run test:unit", ["unit-test"]],
    ["- run: mvn -B -pl app verify", ["unit-test"]],
    ["- run: go test ./... | tee out.txt", ["unit-test !pipe-swallows"]],
    ["- run: go test ./... | tee out.txt\n  shell: bash", ["unit-test"]],
    ["- run: |\n    set -o pipefail\n    go test ./... | tee out.txt", ["unit-test"]],
    ["- run: |\n    set +e\n    gosec ./...", ["sast gosec !errors-ignored"]],
    ["- run: |\n    set +e\n    gosec ./...\n    exit $?", ["sast gosec"]],
    ["- run: pipenv run python -m pytest tests", ["unit-test"]],
    ["- run: npx --yes vitest run", ["unit-test"]],
    ["- run: docker run semgrep docker run semgrep docker run semgrep docker run semgrep semgrep ci", []],
    ["- run: skopeo copy docker://a/b:1 docker://c/b:1", ["copy-image docker://c/b:1"]],
    ["- run: skopeo copy docker://a/b:1 oci:folder:image", []],
    ["- run: kubectl apply -f x.yaml", ["deploy"]],
    ["- run: kubectl apply --dry-run=client -f x.yaml", []],
    ["- run: kubectl get pods", []],
    ["- run: cosign sign --yes r.example/a@$DIGEST", ["sign cosign r.example/a@$DIGEST"]],
    ["- run: cosign attest --type spdxjson --predicate s a", ["sbom cosign a"]],
    ["- run: checkov -d . --soft-fail", ["policy-check checkov !tool-never-fails"]],
    ["- run: oscap-podman a xccdf eval --profile stig x.xml", ["scap openscap"]],
    ["- run: kustomize edit set image a=b@sha256:1", ["promote"]],
  ])("%s", (step, expected) => {
    expect(ofStep(step)).toEqual(expected);
  });

  it("puts in variables that the workflow sets, in actions and in scripts", () => {
    const before = "env:\n  HOST: r.example\n  IMAGE: ${{ env.HOST }}/a\n";
    expect(ofStep('- run: docker push "${{ env.IMAGE }}:1" && docker push $IMAGE:2', before)).toEqual([
      "push-image r.example/a:1",
      "push-image r.example/a:2",
    ]);
    const metadata = "- id: meta\n  uses: docker/metadata-action@v5\n  with:\n    images: ${{ env.IMAGE }}";
    const build = "- uses: docker/build-push-action@v6\n  with:\n    tags: ${{ steps.meta.outputs.tags }}";
    expect(ofStep(`${metadata}\n${build}`, before)).toEqual(["build-image r.example/a"]);
  });
});

describe("a workflow of another repository that a job calls", () => {
  it.each([
    [
      "plimsoll/plimsoll/.github/workflows/factory.yml@v1",
      [
        ...["build-image", "push-image", "sbom", "provenance", "sign", "image-scan", "image-scan"],
        ...["policy-check", "release-gate", "promote", "keep-evidence"],
      ],
    ],
    ["google/osv-scanner-action/.github/workflows/osv-scanner-reusable.yml@v2", ["dependency-scan"]],
    ["acme/shared/.github/workflows/x.yml@v1", []],
  ])("%s", (uses, expected) => {
    const { jobs } = factsOf(`on: push\njobs:\n  a:\n    uses: ${uses}\n`);
    expect(
      jobs.flatMap(({ steps }) => steps.flatMap(({ does }) => does.map(({ activity }) => activity))),
    ).toEqual(expected);
  });
});

describe("what jobs say", () => {
  const text = [
    "name: CI",
    "on:",
    "  push:",
    "    branches: [main]",
    "  workflow_run:",
    "    workflows: [Build]",
    "jobs:",
    "  test:",
    "    continue-on-error: true",
    "    steps:",
    "      - run: go test ./...",
    "  ship:",
    "    needs: test",
    "    if: ${{ always() && github.ref == 'refs/heads/main' }}",
    "    environment: production",
    "    container: golang:1.24",
    "    uses: ./.github/workflows/ship.yml",
    "",
  ].join("\n");

  it("gives triggers, needs, conditions, environments and calls with their places", () => {
    const { name, triggers, jobs } = factsOf(text);
    expect(name).toBe("CI");
    expect(triggers.map(({ text: event, filters }) => [event, filters])).toEqual([
      ["push", ["main"]],
      ["workflow_run", ["Build"]],
    ]);
    const [test, ship] = jobs;
    expect(test?.steps[0]?.does[0]?.weaknesses?.map(({ why, range }) => [why, range.start.line])).toEqual([
      ["job-continues", 9],
    ]);
    expect(ship?.needs.map(({ text: id, range }) => [id, range.start.line])).toEqual([["test", 13]]);
    expect(ship?.condition?.ignoresFailure).toBe(true);
    expect(ship?.environment?.text).toBe("production");
    expect(ship?.images?.map(({ text: image }) => image)).toEqual(["golang:1.24"]);
    expect(ship?.calls?.path).toBe(".github/workflows/ship.yml");
  });
});
