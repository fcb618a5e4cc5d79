import { isRecord, listOf, memberOf } from "@plimsoll/core/json";
import type { GitHost } from "@plimsoll/core/promotion";
import { describe, expect, it } from "vitest";
import { type Answer, ContractServer, DESCRIPTIONS, type Received } from "./github/contract-server.ts";
import { gitHubHost } from "./github-host.ts";

const TOKEN = "ghs_secret";
const PULLS = "/repos/{owner}/{repo}/pulls";
const ONE = "/repos/{owner}/{repo}/pulls/{pull_number}";
const COMMENTS = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
const BRANCH = "plimsoll/production/registry.example/app/0123456789ab";
const TEXT = { branch: BRANCH, title: "Promote app", body: "words" };

interface Facts {
  readonly number?: number;
  readonly branch?: string;
  readonly repository?: string;
  readonly body?: string | null;
  readonly author?: string;
}

/** A value with members put into it, at whatever depth. */
function merged(value: unknown, facts: unknown): unknown {
  if (!isRecord(value) || !isRecord(facts)) return facts;
  const both = Object.entries(facts).map(([key, fact]) => [key, merged(value[key], fact)]);
  return { ...value, ...Object.fromEntries(both) };
}

function factsOf({
  number = 7,
  branch = BRANCH,
  repository = "team/config",
  body = "words",
  author = "bot[bot]",
}: Facts): unknown {
  return {
    number,
    html_url: `https://git.example/team/config/pull/${number}`,
    title: "Promote app",
    body,
    user: { login: author },
    head: { ref: branch, sha: "c0ffee", repo: { full_name: repository } },
  };
}

describe.each(DESCRIPTIONS)("by the description of %s", (description) => {
  /** A server and the host that speaks with it. */
  async function open(answer: (request: Received, server: ContractServer) => ReturnType<Answer>) {
    const server: ContractServer = new ContractServer(description, (request) => answer(request, server));
    const apiUrl = await server.start();
    const host = gitHubHost({
      owner: "team",
      repository: "config",
      base: "main",
      token: TOKEN,
      apiUrl,
      fetch,
    });
    return { server, host, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
  }

  /** A row of a list, and an answer of its own, as GitHub would write them. */
  function row(server: ContractServer, facts: Facts = {}): unknown {
    const [sample] = listOf(server.answerOf("get", PULLS, 200));
    return merged(sample, factsOf(facts));
  }

  function single(server: ContractServer, status: number, facts: Facts = {}): unknown {
    const method = status === 201 ? "post" : "patch";
    return merged(server.answerOf(method, status === 201 ? PULLS : ONE, status), factsOf(facts));
  }

  it("lists the open ones of the same repository, page by page", async () => {
    await using bench = await open(({ parameters }, server) => {
      const others = Array.from({ length: 99 }, (_, index) =>
        row(server, { number: 100 + index, branch: "other" }),
      );
      const first = [row(server), ...others];
      const fork = row(server, { number: 8, repository: "stranger/config" });
      const second = [fork, row(server, { number: 9, body: null, repository: "Team/Config" })];
      return { status: 200, body: parameters["page"] === "1" ? first : second };
    });
    const found = await bench.host.listPullRequests("plimsoll/production/").catch(() => undefined);
    expect(bench.server.faults).toEqual([]);
    expect(found).toEqual([
      {
        number: 7,
        url: "https://git.example/team/config/pull/7",
        branch: BRANCH,
        headCommit: "c0ffee",
        title: "Promote app",
        body: "words",
        author: "bot[bot]",
      },
      expect.objectContaining({ number: 9, body: "" }),
    ]);
    expect(bench.server.received.map(({ parameters }) => parameters)).toEqual(
      ["1", "2"].map((page) => ({
        owner: "team",
        repo: "config",
        state: "open",
        base: "main",
        per_page: "100",
        page,
      })),
    );
    expect(bench.server.received[0]?.authorization).toBe(`token ${TOKEN}`);
  });

  it("does not read without end", async () => {
    await using bench = await open((_, server) => ({
      status: 200,
      body: Array.from({ length: 100 }, () => row(server)),
    }));
    await expect(bench.host.listPullRequests("x")).rejects.toMatchObject({ code: "github/too-many" });
    expect(bench.server.received.length).toBe(20);
  });

  it("opens one", async () => {
    await using bench = await open((_, server) => ({ status: 201, body: single(server, 201) }));
    const made = await bench.host.createPullRequest({
      ...TEXT,
      title: "t".repeat(300),
      body: "b".repeat(70_000),
    });
    expect(bench.server.faults).toEqual([]);
    expect(made).toMatchObject({ number: 7, branch: BRANCH, author: "bot[bot]" });
    const body = {
      head: BRANCH,
      base: "main",
      title: "t".repeat(256),
      body: "b".repeat(65_000),
      maintainer_can_modify: false,
    };
    expect(bench.server.received).toMatchObject([{ method: "POST", path: PULLS, body }]);
  });

  it("says where one of the branch is open already, and of no other refusal that it were so", async () => {
    const refused = (message: string): ReturnType<Answer> => ({
      status: 422,
      body: {
        message: "Validation Failed",
        documentation_url: "x",
        errors: [{ resource: "PullRequest", code: "custom", message }],
      },
    });
    await using bench = await open(() => refused("A pull request already exists for team:plimsoll."));
    expect(await bench.host.createPullRequest(TEXT)).toBeUndefined();
    expect(bench.server.faults).toEqual([]);
    await using other = await open(() => refused("No commits between main and x\u001b[31m"));
    await expect(other.host.createPullRequest(TEXT)).rejects.toMatchObject({
      code: "github/failed",
      message:
        "POST /repos/{owner}/{repo}/pulls failed: the server said 422: Validation Failed; No commits between main and x [31m.",
    });
  });

  it("writes another text, and closes with a word", async () => {
    await using bench = await open(({ path }, server) =>
      path === COMMENTS
        ? { status: 201, body: server.answerOf("post", COMMENTS, 201) }
        : { status: 200, body: single(server, 200) },
    );
    await bench.host.updatePullRequest(7, TEXT);
    await bench.host.closePullRequest(7, "Superseded by #8.");
    expect(bench.server.faults).toEqual([]);
    expect(
      bench.server.received.map(({ method, path, parameters, body }) => [method, path, parameters, body]),
    ).toEqual([
      [
        "PATCH",
        ONE,
        { owner: "team", repo: "config", pull_number: "7" },
        { title: "Promote app", body: "words" },
      ],
      ["POST", COMMENTS, { owner: "team", repo: "config", issue_number: "7" }, { body: "Superseded by #8." }],
      ["PATCH", ONE, { owner: "team", repo: "config", pull_number: "7" }, { state: "closed" }],
    ]);
  });

  it.each<readonly [number, (host: GitHost) => Promise<unknown>, RegExp]>([
    [401, (host) => host.listPullRequests("x"), /valid for this server/u],
    [403, (host) => host.createPullRequest(TEXT), /rights to write pull requests/u],
    [429, (host) => host.updatePullRequest(1, TEXT), /rate limit/u],
    [502, (host) => host.closePullRequest(1, "x"), /Try again/u],
  ])("names a refusal with %i and no secret", async (status, act, nextStep) => {
    await using bench = await open(() => ({ status, body: { message: "no", documentation_url: "x" } }));
    const error: unknown = await act(bench.host).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "github/failed", nextStep: expect.stringMatching(nextStep) });
    expect(
      JSON.stringify(error) + String(memberOf(error, "stack")) + String(memberOf(error, "cause")),
    ).not.toContain(TOKEN);
    expect(bench.server.faults).toEqual([]);
  });

  it("holds the description against both sides", async () => {
    await using bench = await open(() => ({ status: 200, body: [{ number: 1 }] }));
    await expect(bench.host.listPullRequests("x")).rejects.toMatchObject({ code: "github/failed" });
    expect(bench.server.faults.length).toBeGreaterThan(0);
  });
});

describe("a server that is none of GitHub's", () => {
  const options = {
    owner: "team",
    repository: "config",
    base: "main",
    token: TOKEN,
    apiUrl: "https://git.example/api/v3/",
  };

  it.each(['{"number": 1}', "[]", "null", "<html>"])("answers %j", async (text) => {
    const host = gitHubHost({
      ...options,
      fetch: () =>
        Promise.resolve(new Response(text, { status: 201, headers: { "content-type": "application/json" } })),
    });
    await expect(host.createPullRequest(TEXT)).rejects.toMatchObject({
      code: expect.stringMatching(/^github\//u),
    });
  });

  it("lists branches of forks that are gone", async () => {
    const gone = { number: 1, html_url: "u", title: "t", head: { ref: BRANCH, sha: "c", repo: null } };
    const host = gitHubHost({ ...options, fetch: () => Promise.resolve(Response.json([gone])) });
    expect(await host.listPullRequests("plimsoll/")).toEqual([]);
  });

  it("is not reached", async () => {
    const urls: string[] = [];
    const host = gitHubHost({
      ...options,
      fetch: (url) => {
        urls.push(url);
        return Promise.reject(new TypeError("fetch failed"));
      },
    });
    await expect(host.listPullRequests("x")).rejects.toMatchObject({ code: "github/failed" });
    expect(urls[0]).toMatch(/^https:\/\/git\.example\/api\/v3\/repos\/team\/config\/pulls\?/u);
  });
});
