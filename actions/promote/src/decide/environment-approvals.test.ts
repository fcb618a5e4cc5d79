import { makeTestPorts } from "../testing/ports.ts";
import { memberOf } from "@plimsoll/core/json";
import { describe, expect, it } from "vitest";
import { type Answer, ContractServer, DESCRIPTIONS } from "../github/contract-server.ts";
import { environmentApprovals } from "./environment-approvals.ts";

const PATH = "/repos/{owner}/{repo}/actions/runs/{run_id}/approvals";
const IMAGE = { name: "registry.example/app", digest: `sha256:${"ab".repeat(32)}` };

describe.each(DESCRIPTIONS)("by the description of %s", (description) => {
  it("asks for the approvals of this run, and reads them", async () => {
    const answer: Answer = () => {
      const [first] = [server.answerOf("GET", PATH, 200)].flat();
      const environment = [memberOf(first, "environments")].flat()[0];
      const user = memberOf(first, "user");
      const review = {
        ...Object(first),
        state: "approved",
        comment: "fine",
        environments: [{ ...Object(environment), name: "staging" }],
        user: { ...Object(user), login: "lead" },
      };
      return { status: 200, body: [review] };
    };
    const server: ContractServer = new ContractServer(description, answer);
    await using _ = server;
    const ports = makeTestPorts({ GITHUB_API_URL: await server.start() });
    const request = { image: IMAGE, environment: "staging", token: "ghs_reader", signer: undefined };
    const statement: unknown = JSON.parse(await environmentApprovals(request, ports));
    expect(server.faults).toEqual([]);
    expect(server.received).toMatchObject([
      {
        path: PATH,
        parameters: { owner: "team", repo: "app", run_id: "17" },
        authorization: "Bearer ghs_reader",
      },
    ]);
    expect(memberOf(statement, "predicate")).toMatchObject({
      environment: "staging",
      requestedBy: "dev",
      approvals: [{ by: "lead", state: "approved", comment: "fine" }],
    });
  });
});
