import { describe, expect, it } from "vitest";
import { deploys, startsCluster } from "./push-commands.ts";

describe("commands on clusters", () => {
  it.each([
    ["kubectl apply -f web.yaml", 2],
    ["kubectl -n shop --context prod set image deployment/web web=web:1", 6],
    ["kubectl get pods", 0],
    ["kubectl rollout status deployment/web", 0],
    ["kubectl rollout restart deployment/web", 2],
    ["kubectl create secret generic a --dry-run=client -o yaml", 0],
    ["helm upgrade --install web ./chart", 2],
    ["helm template web ./chart", 0],
    ["flux reconcile source git apps", 0],
  ])("%s", (command, expected) => {
    expect(deploys(command.split(" "))).toBe(expected);
  });
  it("knows clusters that live as long as a job", () => {
    expect(
      ["kind create cluster --name a", "kind load docker-image web"].map((one) =>
        startsCluster(one.split(" ")),
      ),
    ).toEqual([true, false]);
  });
});
