import { isRecord, memberOf, textOf } from "@plimsoll/core/json";
import {
  ContractServer,
  type Answer,
  type Received,
} from "../../../../actions/promote/src/github/contract-server.ts";

const PULLS = "/repos/{owner}/{repo}/pulls";
const ONE = "/repos/{owner}/{repo}/pulls/{pull_number}";
const COMMENTS = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
const APPROVALS = "/repos/{owner}/{repo}/actions/runs/{run_id}/approvals";

/** A pull request as the server keeps it. */
export interface KeptPullRequest {
  readonly number: number;
  readonly branch: string;
  readonly title: string;
  readonly body: string;
  state: "open" | "closed";
}

/** GitHub's interface on this machine, which holds both sides to GitHub's own description of it. */
export interface GitHubServer {
  readonly url: string;
  readonly pullRequests: readonly KeptPullRequest[];
  /** Violations of the description. */
  readonly faults: readonly string[];
  /** Who approved the run for the environment. */
  approvals: readonly string[];
  readonly stop: () => Promise<void>;
}

/** Starts it, for one repository of an environment's files. */
export async function startGitHub(environment: string): Promise<GitHubServer> {
  const pullRequests: KeptPullRequest[] = [];
  const state: { approvals: readonly string[] } = { approvals: [] };
  const answer: Answer = (request) => answers(request);
  const server = new ContractServer("api.github.com", answer);
  const smallest = (method: string, path: string, status: number): unknown =>
    server.answerOf(method, path, status);

  function answers(request: Received): ReturnType<Answer> {
    const { method, path, parameters, body } = request;
    if (path === APPROVALS) return { status: 200, body: state.approvals.map(review) };
    if (path === PULLS && method === "GET")
      return { status: 200, body: pullRequests.filter((each) => each.state === "open").map(listed) };
    if (path === PULLS && method === "POST") {
      const kept: KeptPullRequest = {
        number: pullRequests.length + 1,
        branch: textOf(memberOf(body, "head")) ?? "",
        title: textOf(memberOf(body, "title")) ?? "",
        body: textOf(memberOf(body, "body")) ?? "",
        state: "open",
      };
      pullRequests.push(kept);
      return { status: 201, body: merged(smallest("POST", PULLS, 201), factsOf(kept, parameters)) };
    }
    if (path === ONE) {
      const kept = pullRequests.find(({ number }) => String(number) === parameters["pull_number"]);
      if (kept === undefined) return { status: 404, body: { message: "Not Found" } };
      if (memberOf(body, "state") === "closed") kept.state = "closed";
      return { status: 200, body: merged(smallest("PATCH", ONE, 200), factsOf(kept, parameters)) };
    }
    return { status: 201, body: smallest("POST", COMMENTS, 201) };
  }

  function listed(kept: KeptPullRequest): unknown {
    const [first] = [smallest("GET", PULLS, 200)].flat();
    return merged(first, factsOf(kept, { owner: "team", repo: "config" }));
  }

  function review(login: string): unknown {
    const [first] = [smallest("GET", APPROVALS, 200)].flat();
    const [described] = [memberOf(first, "environments")].flat();
    const environments = [merged(described, { name: environment })];
    return merged(first, { state: "approved", comment: "", environments, user: { login } });
  }

  return {
    url: await server.start(),
    pullRequests,
    faults: server.faults,
    get approvals() {
      return state.approvals;
    },
    set approvals(people) {
      state.approvals = people;
    },
    stop: () => server[Symbol.asyncDispose](),
  };
}

function factsOf(
  { number, branch, title, body, state }: KeptPullRequest,
  { owner = "", repo = "" }: Readonly<Record<string, string>>,
): unknown {
  return {
    number,
    html_url: `https://github.example/${owner}/${repo}/pull/${number}`,
    title,
    body,
    state,
    user: { login: "factory-app[bot]" },
    head: { ref: branch, sha: "c0ffee", repo: { full_name: `${owner}/${repo}` } },
  };
}

/** A value with members put into it, at whatever depth. */
function merged(value: unknown, facts: unknown): unknown {
  if (!isRecord(value) || !isRecord(facts)) return facts;
  const both = Object.entries(facts).map(([key, fact]) => [key, merged(value[key], fact)]);
  return { ...value, ...Object.fromEntries(both) };
}
