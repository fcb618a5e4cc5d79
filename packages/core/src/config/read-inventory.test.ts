import { describe, expect, it } from "vitest";
import { load, one, problemsOf } from "../../fixtures/load-files.ts";

const TEXT = `inventory:
  tools:
    - { category: gitops, product: Flux, iac: clusters/ }
  environments:
    - name: production
      distribution: RKE2
      kubernetesVersion: 1.30
      hosting: cloud
      impactLevel: il4
      authorization: record 12
      owner: platform team
      supportEnds: 2027-01-31
    - name: test
  artifactRepository:
    host: registry.example
    mode: single
    artifactTypes: [container image]
    retentionDays: 400
  logFlow:
    store: Loki
    monitoring: { data: Prometheus }
`;

describe("the inventory of a configuration", () => {
  it("holds environments, the repository and the way of the logs", async () => {
    const { configuration } = await load(one(TEXT));
    expect(configuration.inventory).toEqual({
      tools: [{ category: "gitops", product: "Flux", iac: "clusters/" }],
      attestations: [],
      environments: [
        {
          name: "production",
          distribution: "RKE2",
          kubernetesVersion: "1.30",
          hosting: "cloud",
          impactLevel: "il4",
          authorization: "record 12",
          owner: "platform team",
          supportEnds: "2027-01-31",
        },
        { name: "test" },
      ],
      artifactRepository: {
        host: "registry.example",
        mode: "single",
        artifactTypes: ["container image"],
        retentionDays: 400,
      },
      logFlow: { store: "Loki", monitoring: { data: "Prometheus" } },
    });
  });

  it.each([
    ["hosting: cloud", "hosting: moon", "bad-value plimsoll.yaml:8"],
    ["supportEnds: 2027-01-31", "supportEnds: 2027-02-31", "bad-date plimsoll.yaml:12"],
    ["retentionDays: 400", "retentionDays: 0", "bad-value plimsoll.yaml:18"],
    ["data: Prometheus", "weather: Prometheus", "unknown-key plimsoll.yaml:21"],
  ])("tells what is wrong: %s -> %s", async (right, wrong, at) => {
    const problems = await problemsOf(one(TEXT.replace(right, wrong)));
    expect(problems.map((problem) => problem.split(":", 2).join(":"))).toEqual([at]);
  });
});
