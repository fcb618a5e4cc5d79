import { Secrets, type ActionPorts } from "@plimsoll/action-kit";

/** Ports of a run in a workflow that speak with the network of this machine. */
export function makeTestPorts(environment: Readonly<Record<string, string>>): ActionPorts {
  const nothing = (): void => undefined;
  return {
    environment: {
      GITHUB_REPOSITORY: "team/app",
      GITHUB_RUN_ID: "17",
      GITHUB_TRIGGERING_ACTOR: "dev",
      ...environment,
    },
    log: { info: nothing, annotate: nothing, warning: nothing, error: nothing, group: (_, run) => run() },
    secrets: new Secrets(nothing),
    runCommand: () => Promise.reject(new Error("no program in this test")),
    fetch: (url, init) => fetch(url, init),
    now: () => Date.parse("2026-11-24T12:00:00Z"),
  };
}
