/**
 * How far a value is chosen by someone who may not change the repository: `outsider` by anyone, `starter` by who starts the
 * workflow or pushes to the repository, `computed` by something that nobody can tell from the file, `safe` by nobody.
 */
export type Trust = "outsider" | "starter" | "computed" | "safe";

/** Texts that anyone may write: an issue, a comment, a commit, the name of a branch of a fork. `*` is any step. */
const OUTSIDER: readonly (readonly string[])[] = [
  "github.head_ref",
  "github.event.issue.title",
  "github.event.issue.body",
  "github.event.pull_request.title",
  "github.event.pull_request.body",
  "github.event.pull_request.head.ref",
  "github.event.pull_request.head.label",
  "github.event.pull_request.head.repo.default_branch",
  "github.event.pull_request.head.repo.description",
  "github.event.pull_request.head.repo.homepage",
  "github.event.comment.body",
  "github.event.review.body",
  "github.event.review_comment.body",
  "github.event.discussion.title",
  "github.event.discussion.body",
  "github.event.pages.*.page_name",
  "github.event.commits.*.message",
  "github.event.commits.*.author.email",
  "github.event.commits.*.author.name",
  "github.event.commits.*.committer.email",
  "github.event.commits.*.committer.name",
  "github.event.head_commit.message",
  "github.event.head_commit.author.email",
  "github.event.head_commit.author.name",
  "github.event.head_commit.committer.email",
  "github.event.head_commit.committer.name",
  "github.event.workflow_run.display_title",
  "github.event.workflow_run.head_branch",
  "github.event.workflow_run.head_commit.message",
  "github.event.workflow_run.head_commit.author.email",
  "github.event.workflow_run.head_commit.author.name",
  "github.event.workflow_run.pull_requests.*.head.ref",
  "github.event.changes.title.from",
  "github.event.changes.body.from",
].map((path) => path.split("."));

/** Names that people with write access choose, but no text. */
const STARTER: ReadonlySet<string> = new Set(["github.ref_name", "github.ref", "github.base_ref"]);

/** Last steps of an event's values that hold no text of anybody's choice. */
const FIXED: ReadonlySet<string> = new Set([
  "action",
  "additions",
  "after",
  "before",
  "changed_files",
  "clone_url",
  "conclusion",
  "created",
  "created_at",
  "deleted",
  "deletions",
  "diff_url",
  "draft",
  "forced",
  "full_name",
  "html_url",
  "id",
  "locked",
  "login",
  "mergeable",
  "merged",
  "node_id",
  "number",
  "private",
  "run_attempt",
  "run_number",
  "schedule",
  "sha",
  "ssh_url",
  "state",
  "status",
  "type",
  "updated_at",
  "url",
  "visibility",
  "workflow_id",
]);

/** Trust in what a path of a context gives, in lower case as `contextPath` tells it, as far as the path alone says. */
export function trustOfPath(path: readonly string[]): Trust {
  const [context, second] = path;
  if (context === "inputs") return "starter";
  if (context !== "github") return contextTrust(context ?? "", path);
  if (second === "*") return "computed";
  if (OUTSIDER.some((pattern) => meets(pattern, path))) return "outsider";
  if (STARTER.has(path.join("."))) return "starter";
  if (second !== "event") return "safe";
  return isFixed(path.at(-1) ?? "") ? "safe" : "starter";
}

const FIXED_ENDS = ["_at", "_url", "_sha", "_id"];

function isFixed(last: string): boolean {
  return FIXED.has(last) || FIXED_ENDS.some((end) => last.endsWith(end));
}

/** Words that GitHub itself gives. */
const RESULTS: ReadonlySet<string> = new Set(["conclusion", "outcome", "result"]);

function contextTrust(context: string, path: readonly string[]): Trust {
  if (path.length === 3 && RESULTS.has(path[2] ?? "")) return "safe";
  return context === "steps" ||
    context === "needs" ||
    context === "env" ||
    context === "matrix" ||
    context === "jobs"
    ? "computed"
    : "safe";
}

/** Whether a path is the pattern, or an object or list that the pattern's text is part of. */
function meets(pattern: readonly string[], path: readonly string[]): boolean {
  // The whole event as JSON holds all of it; `github` alone too.
  if (path.length > pattern.length) return false;
  return path.every((step, index) => step === "*" || pattern[index] === "*" || step === pattern[index]);
}
