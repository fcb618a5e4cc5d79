/** What may be said of an event. */
export interface EventFacts {
  /** Activities; undefined where it has none, and `any` where the sender chooses them. */
  readonly types: readonly string[] | "any" | undefined;
  readonly filters: readonly ("branches" | "tags" | "paths")[];
}

const PULL_REQUEST = [
  "assigned",
  "unassigned",
  "labeled",
  "unlabeled",
  "opened",
  "edited",
  "closed",
  "reopened",
  "synchronize",
  "converted_to_draft",
  "locked",
  "unlocked",
  "enqueued",
  "dequeued",
  "milestoned",
  "demilestoned",
  "ready_for_review",
  "review_requested",
  "review_request_removed",
  "auto_merge_enabled",
  "auto_merge_disabled",
];

const DISCUSSION = [
  "created",
  "edited",
  "deleted",
  "transferred",
  "pinned",
  "unpinned",
  "labeled",
  "unlabeled",
  "locked",
  "unlocked",
  "category_changed",
  "answered",
  "unanswered",
];

const ISSUES = [
  "opened",
  "edited",
  "deleted",
  "transferred",
  "pinned",
  "unpinned",
  "closed",
  "reopened",
  "assigned",
  "unassigned",
  "labeled",
  "unlabeled",
  "locked",
  "unlocked",
  "milestoned",
  "demilestoned",
  "typed",
  "untyped",
];

const CHANGES = ["created", "edited", "deleted"];

const TYPES: Readonly<Record<string, readonly string[] | "any">> = {
  branch_protection_rule: CHANGES,
  check_run: ["created", "rerequested", "completed", "requested_action"],
  check_suite: ["completed"],
  discussion: DISCUSSION,
  discussion_comment: CHANGES,
  issue_comment: CHANGES,
  issues: ISSUES,
  label: CHANGES,
  merge_group: ["checks_requested"],
  milestone: ["created", "closed", "opened", "edited", "deleted"],
  project: ["created", "closed", "reopened", "edited", "deleted"],
  project_card: ["created", "moved", "converted", "edited", "deleted"],
  project_column: ["created", "updated", "moved", "deleted"],
  pull_request: PULL_REQUEST,
  pull_request_review: ["submitted", "edited", "dismissed"],
  pull_request_review_comment: CHANGES,
  pull_request_target: PULL_REQUEST,
  registry_package: ["published", "updated"],
  release: ["published", "unpublished", "created", "edited", "deleted", "prereleased", "released"],
  repository_dispatch: "any",
  watch: ["started"],
  workflow_run: ["completed", "requested", "in_progress"],
};

const WITHOUT_TYPES = [
  "create",
  "delete",
  "deployment",
  "deployment_status",
  "fork",
  "gollum",
  "image_version",
  "page_build",
  "public",
  "push",
  "schedule",
  "status",
  "workflow_call",
  "workflow_dispatch",
];

const FILTERS: Readonly<Record<string, EventFacts["filters"]>> = {
  push: ["branches", "tags", "paths"],
  pull_request: ["branches", "paths"],
  pull_request_target: ["branches", "paths"],
  workflow_run: ["branches"],
  merge_group: ["branches"],
};

const EVENTS: ReadonlyMap<string, EventFacts> = new Map(
  [...Object.keys(TYPES), ...WITHOUT_TYPES].map((event) => [
    event,
    { types: TYPES[event], filters: FILTERS[event] ?? [] },
  ]),
);

/** What may be said of an event, by its exact name; undefined where GitHub starts no workflow for it. */
export function eventFacts(event: string): EventFacts | undefined {
  return EVENTS.get(event);
}

export function eventNames(): readonly string[] {
  return [...EVENTS.keys()];
}
