import { Octokit } from "@octokit/core";
import { CodedError } from "@plimsoll/core";
import { listOf, memberOf, textOf } from "@plimsoll/core/json";
import type { GitHost, PullRequest, PullRequestText } from "@plimsoll/core/promotion";

/** Pull requests of one page, and pages that are read. */
const PAGE = 100;
const MOST_PAGES = 20;

/** Longest title and body that GitHub takes, in characters. */
const LONGEST_TITLE = 256;
const LONGEST_BODY = 65_000;

/** A repository of GitHub or of a GitHub Enterprise Server. */
export interface GitHubOptions {
  readonly owner: string;
  readonly repository: string;
  /** The branch that pull requests go to. */
  readonly base: string;
  readonly token: string;
  /** `https://api.github.com`, or `https://host/api/v3` of a server of one's own. */
  readonly apiUrl: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/** A call of the interface: a route such as `GET /repos/{owner}/{repo}/pulls` and its parameters. */
type Call = (route: string, parameters: Readonly<Record<string, unknown>>) => Promise<unknown>;

/**
 * The pull requests of a repository, by the REST interface that GitHub and its servers share. Needs the rights to read contents and
 * to write pull requests and issues' comments of that repository, and no others.
 * Every call may throw CodedError `github/failed`, `github/unreadable` or `github/too-many`.
 */
export function gitHubHost(options: GitHubOptions): GitHost {
  const call = callerOf(options);
  return {
    listPullRequests: (prefix) => listPullRequests(options, call, prefix),
    createPullRequest: (text) => createPullRequest(options, call, text),
    updatePullRequest: async (number, text) => {
      await call("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", {
        pull_number: number,
        ...wordsOf(text),
      });
    },
    closePullRequest: async (number, comment) => {
      const body = comment.slice(0, LONGEST_BODY);
      await call("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", { issue_number: number, body });
      await call("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", { pull_number: number, state: "closed" });
    },
  };
}

function callerOf({ owner, repository, token, apiUrl, fetch }: GitHubOptions): Call {
  const octokit = new Octokit({
    auth: token,
    baseUrl: apiUrl.replace(/\/+$/u, ""),
    userAgent: "plimsoll-promote",
    // Octokit logs deprecations by default, with what a server says in its headers.
    log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    request: { fetch },
  });
  return async (route, parameters) => {
    try {
      const { data } = await octokit.request(route, { owner, repo: repository, ...parameters });
      return data;
    } catch (error) {
      throw failed(route, error);
    }
  };
}

function nothing(): void {
  // What a log would say, the outcome says.
}

/** Open ones from branches of the same repository: a branch of the same name in a fork is somebody else's. */
async function listPullRequests(
  { owner, repository, base }: GitHubOptions,
  call: Call,
  prefix: string,
): Promise<readonly PullRequest[]> {
  const own = `${owner}/${repository}`.toLowerCase();
  const found: PullRequest[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const parameters = { state: "open", base, per_page: PAGE, page };
    const rows = listOf(await call("GET /repos/{owner}/{repo}/pulls", parameters));
    for (const row of rows) {
      const home = textOf(memberOf(memberOf(memberOf(row, "head"), "repo"), "full_name"))?.toLowerCase();
      const request = home === own ? pullRequestOf(row) : undefined;
      if (request?.branch.startsWith(prefix) === true) found.push(request);
    }
    if (rows.length < PAGE) return found;
  }
  throw new CodedError({
    code: "github/too-many",
    message: `More than ${PAGE * MOST_PAGES} pull requests to ${JSON.stringify(base)} are open.`,
    nextStep: "Close those that nobody needs.",
  });
}

async function createPullRequest(
  { base }: GitHubOptions,
  call: Call,
  text: PullRequestText,
): Promise<PullRequest | undefined> {
  try {
    const parameters = { head: text.branch, base, ...wordsOf(text), maintainer_can_modify: false };
    return pullRequestOf(await call("POST /repos/{owner}/{repo}/pulls", parameters));
  } catch (error) {
    if (isOpenAlready(error)) return undefined;
    throw error;
  }
}

function wordsOf({ title, body }: PullRequestText): { readonly title: string; readonly body: string } {
  return { title: title.slice(0, LONGEST_TITLE), body: body.slice(0, LONGEST_BODY) };
}

/** @throws CodedError `github/unreadable` */
function pullRequestOf(row: unknown): PullRequest {
  const number = memberOf(row, "number");
  const [head, user] = [memberOf(row, "head"), memberOf(row, "user")];
  const [branch, headCommit] = [textOf(memberOf(head, "ref")), textOf(memberOf(head, "sha"))];
  const [url, title] = [textOf(memberOf(row, "html_url")), textOf(memberOf(row, "title"))];
  const isWhole =
    branch !== undefined && headCommit !== undefined && url !== undefined && title !== undefined;
  if (typeof number === "number" && isWhole) {
    const [body, author] = [textOf(memberOf(row, "body")) ?? "", textOf(memberOf(user, "login")) ?? ""];
    return { number, url, branch, headCommit, title, body, author };
  }
  throw new CodedError({
    code: "github/unreadable",
    message: "The server's answer describes no pull request.",
    nextStep: "Check that the address is that of GitHub's REST interface.",
  });
}

/** A failure of a call, with the server's status. */
class CallFailure extends CodedError {
  readonly status: number | undefined;

  constructor(init: ConstructorParameters<typeof CodedError>[0], status: number | undefined) {
    super(init);
    this.status = status;
  }
}

function isOpenAlready(error: unknown): boolean {
  return error instanceof CallFailure && error.status === 422 && error.message.includes("already exists");
}

/** The cause itself is left out: it holds the request with its headers. */
function failed(route: string, error: unknown): CallFailure {
  const code = memberOf(error, "status");
  const status = typeof code === "number" ? code : undefined;
  const data = memberOf(memberOf(error, "response"), "data");
  const details = listOf(memberOf(data, "errors")).map((each) => textOf(memberOf(each, "message")) ?? "");
  const said = [textOf(memberOf(data, "message")) ?? "it gave no answer", ...details]
    .filter(Boolean)
    .join("; ");
  const answer =
    status === undefined ? "the server was not reached" : `the server said ${status}: ${clean(said)}`;
  return new CallFailure(
    {
      code: "github/failed",
      message: `${route.split(" {?")[0] ?? route} failed: ${answer}.`,
      nextStep:
        NEXT_STEPS.get(status) ??
        "Try again; where it stays so, check the repository and the token's rights.",
    },
    status,
  );
}

const NEXT_STEPS: ReadonlyMap<number | undefined, string> = new Map([
  [401, "Give a token that is valid for this server."],
  [
    403,
    "Give the token the rights to write pull requests and to comment, or wait where the rate limit is reached.",
  ],
  [404, "Check owner and name of the repository, and that the token may see it."],
  [429, "Wait until the rate limit is over."],
]);

/** What a server says, on one line. */
function clean(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what must go.
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/gu, " ").slice(0, 300);
}
