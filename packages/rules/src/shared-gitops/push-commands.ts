/** Words of commands that change a cluster, by program. */
const CHANGES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    "kubectl",
    new Set(["apply", "create", "replace", "patch", "set", "rollout", "scale", "delete", "edit", "run"]),
  ],
  ["oc", new Set(["apply", "create", "replace", "patch", "set", "rollout", "scale", "delete", "new-app"])],
  ["helm", new Set(["upgrade", "install", "uninstall", "rollback"])],
  ["helmfile", new Set(["apply", "sync"])],
  ["skaffold", new Set(["deploy", "run", "apply"])],
  ["kapp", new Set(["deploy"])],
]);

/** What some of these words do that changes nothing. */
const HARMLESS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["rollout", new Set(["status", "history"])],
]);

/** Flags of these programs whose value is the next word. */
const WITH_VALUE: ReadonlySet<string> = new Set([
  "-n",
  "--namespace",
  "--context",
  "--kubeconfig",
  "--kube-context",
  "-f",
  "--file",
  "-e",
  "--environment",
  "-s",
  "--server",
  "--cluster",
  "--user",
  "--token",
]);

/**
 * How many words of a command say that it changes a cluster, the program counted; 0 where it does not, as with
 * `--dry-run` and for objects that only a client makes.
 */
export function deploys(words: readonly string[]): number {
  const [program = ""] = words;
  const changes = CHANGES.get(program);
  if (changes === undefined || words.some(isDryRun)) return 0;
  const index = verbIndex(words);
  const verb = words[index] ?? "";
  if (!changes.has(verb)) return 0;
  return HARMLESS.get(verb)?.has(words[index + 1] ?? "") === true ? 0 : index + 1;
}

/** The first word behind the program that is no flag and no flag's value. */
function verbIndex(words: readonly string[]): number {
  let index = 1;
  while ((words[index] ?? "").startsWith("-")) index += WITH_VALUE.has(words[index] ?? "") ? 2 : 1;
  return index;
}

function isDryRun(word: string): boolean {
  return word === "--help" || (word.startsWith("--dry-run") && word !== "--dry-run=none");
}

const STARTERS: readonly (readonly string[])[] = [
  ["kind", "create", "cluster"],
  ["minikube", "start"],
  ["k3d", "cluster", "create"],
  ["microk8s", "start"],
  ["ctlptl", "create", "cluster"],
];

/** Whether a command starts a cluster that lives as long as its job. */
export function startsCluster(words: readonly string[]): boolean {
  return STARTERS.some((starter) => starter.every((word, index) => words[index] === word));
}

const CLUSTER_ACTIONS: readonly string[] = [
  "helm/kind-action",
  "engineerd/setup-kind",
  "container-tools/kind-action",
  "medyagh/setup-minikube",
  "manusa/actions-setup-minikube",
  "absaoss/k3d-action",
  "nolar/setup-k3d-k3s",
  "jupyterhub/action-k3s-helm",
  "chainguard-dev/actions/setup-kind",
  "balchua/microk8s-actions",
];

/** Whether an action starts a cluster that lives as long as its job. */
export function isThrowAway(action: string | undefined): boolean {
  return action !== undefined && CLUSTER_ACTIONS.includes(action);
}
