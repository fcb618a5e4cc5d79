import { ActionFailure, type ActionPorts, type SigningKey } from "@plimsoll/action-kit";
import { listOf, memberOf, parseJsonText, textOf } from "@plimsoll/core/json";
import { imageStatement, PREDICATE_TYPES, type ApprovalPredicate } from "@plimsoll/core/release-evidence";
import { sealStatement } from "@plimsoll/release";

/** Which run, which environment, about which image. */
export interface ApprovalRequest {
  readonly image: { readonly name: string; readonly digest: string };
  readonly environment: string;
  readonly token: string | undefined;
  readonly signer: SigningKey | undefined;
}

const MAXIMUM_CHARACTERS = 1024 * 1024;
const REQUEST_TIMEOUT = 60_000;

/**
 * Asks GitHub who approved or rejected this run for an environment, and makes evidence of it. GitHub does not tell when: the time is
 * that of the question, and the run itself bounds it.
 * @returns the statement as text, in a signed envelope where there is a key
 * @throws ActionFailure `promote/approvals` where GitHub does not answer as it says it does
 */
export async function environmentApprovals(request: ApprovalRequest, ports: ActionPorts): Promise<string> {
  const { environment: variables } = ports;
  const [api, repository, run] = ["GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_RUN_ID"].map(
    (name) => variables[name] ?? "",
  );
  if (!api || !repository || !run) throw failure("this is no run of a workflow");
  const reviews = await ask(`${api}/repos/${repository}/actions/runs/${run}/approvals`, request.token, ports);
  const at = new Date(ports.now()).toISOString();
  const predicate: ApprovalPredicate = {
    environment: request.environment,
    requestedBy: variables["GITHUB_TRIGGERING_ACTOR"] ?? variables["GITHUB_ACTOR"] ?? "",
    approvals: reviews
      .filter((review) => isAbout(review, request.environment))
      .map((review) => ({
        by: textOf(memberOf(memberOf(review, "user"), "login")) ?? "",
        state: memberOf(review, "state") === "approved" ? "approved" : "rejected",
        at,
        comment: textOf(memberOf(review, "comment")) ?? "",
      })),
  };
  const statement = imageStatement(request.image, PREDICATE_TYPES.approval[0], predicate);
  const content = request.signer === undefined ? statement : await sealStatement(statement, request.signer);
  return `${JSON.stringify(content)}\n`;
}

/** A review of a state that is none of the two says nothing. */
function isAbout(review: unknown, environment: string): boolean {
  const state = memberOf(review, "state");
  const names = listOf(memberOf(review, "environments")).map((each) => memberOf(each, "name"));
  return (state === "approved" || state === "rejected") && names.includes(environment);
}

async function ask(
  url: string,
  token: string | undefined,
  { fetch }: ActionPorts,
): Promise<readonly unknown[]> {
  const headers: Record<string, string> = {
    accept: "application/vnd.github+json",
    "x-github-api-version": "2022-11-28",
    "user-agent": "plimsoll",
  };
  if (token !== undefined) headers["authorization"] = `Bearer ${token}`;
  let answer: Response;
  try {
    answer = await fetch(url, { method: "GET", headers, signal: AbortSignal.timeout(REQUEST_TIMEOUT) });
  } catch (error) {
    throw failure(`GitHub cannot be reached (${error instanceof Error ? error.message : String(error)})`);
  }
  const text = (await answer.text()).slice(0, MAXIMUM_CHARACTERS);
  const parsed = parseJsonText(text);
  if (answer.ok && "value" in parsed && Array.isArray(parsed.value)) return parsed.value;
  throw failure(`GitHub answered ${answer.status}`);
}

function failure(reason: string): ActionFailure {
  return new ActionFailure({
    code: "promote/approvals",
    message: `Nobody can tell who approved: ${reason}.`,
    nextStep: "Give a token with the right `actions: read`, or an approval among the evidence.",
  });
}
