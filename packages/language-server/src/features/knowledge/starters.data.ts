/** A whole object to start from, as a snippet that satisfies the rules on what it holds. */
export interface Starter {
  readonly kind: string;
  readonly text: string;
  readonly snippet: string;
}

const POD_SPEC = `automountServiceAccountToken: false
serviceAccountName: \${1:web}
priorityClassName: \${4:standard}
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile:
    type: RuntimeDefault
containers:
  - name: \${1:web}
    image: \${3:registry1.dso.mil/ironbank/opensource/nginx/nginx:1.27}
    imagePullPolicy: Always
    securityContext:
      allowPrivilegeEscalation: false
      privileged: false
      readOnlyRootFilesystem: true
      runAsNonRoot: true
      capabilities:
        drop:
          - ALL
    resources:
      requests:
        cpu: 100m
        memory: 128Mi
        ephemeral-storage: 64Mi
      limits:
        cpu: 500m
        memory: 256Mi
        ephemeral-storage: 128Mi
`;

const PROBES = `    ports:
      - name: http
        containerPort: 8080
    livenessProbe:
      httpGet:
        path: /healthz
        port: http
    readinessProbe:
      httpGet:
        path: /ready
        port: http
`;

function indented(text: string, by: number): string {
  const blanks = " ".repeat(by);
  return text
    .split("\n")
    .map((line) => (line === "" ? line : blanks + line))
    .join("\n");
}

function head(apiVersion: string, kind: string): string {
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: \${1:web}
  namespace: \${2:web}
  labels:
    app.kubernetes.io/name: \${1:web}
`;
}

const SELECTOR = `  selector:
    matchLabels:
      app.kubernetes.io/name: \${1:web}
`;

const TEMPLATE_METADATA = `  template:
    metadata:
      labels:
        app.kubernetes.io/name: \${1:web}
`;

/** Objects to start from, the usual ones first. */
export const starters: readonly Starter[] = [
  {
    kind: "Deployment",
    text: "Pods that serve, replaced one by one, with the restricted security settings.",
    snippet: `${head("apps/v1", "Deployment")}spec:
  replicas: 2
${SELECTOR}${TEMPLATE_METADATA}    spec:
${indented(POD_SPEC + PROBES, 6)}`,
  },
  {
    kind: "Service",
    text: "One name and address inside the cluster for pods with some labels.",
    snippet: `${head("v1", "Service")}spec:
  type: ClusterIP
  selector:
    app.kubernetes.io/name: \${1:web}
  ports:
    - name: http
      port: 80
      targetPort: http
`,
  },
  {
    kind: "NetworkPolicy",
    text: "Denies all traffic of a namespace; further policies then allow what is needed.",
    snippet: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: \${1:default-deny}
  namespace: \${2:web}
spec:
  podSelector: {\\}
  policyTypes:
    - Ingress
    - Egress
`,
  },
  {
    kind: "Namespace",
    text: "A namespace in the mesh that enforces the restricted Pod Security Standard.",
    snippet: `apiVersion: v1
kind: Namespace
metadata:
  name: \${1:web}
  labels:
    istio-injection: enabled
    pod-security.kubernetes.io/enforce: restricted
    pod-security.kubernetes.io/enforce-version: latest
`,
  },
  {
    kind: "ServiceAccount",
    text: "An account for the pods of one workload, without a token until it is needed.",
    snippet: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: \${1:web}
  namespace: \${2:web}
automountServiceAccountToken: false
`,
  },
  {
    kind: "PodDisruptionBudget",
    text: "How many pods of a workload may be missing when nodes are emptied.",
    snippet: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: \${1:web}
  namespace: \${2:web}
spec:
  maxUnavailable: 1
  unhealthyPodEvictionPolicy: AlwaysAllow
${SELECTOR}`,
  },
  {
    kind: "Job",
    text: "A pod that runs to its end, with the restricted security settings.",
    snippet: `${head("batch/v1", "Job")}spec:
  ttlSecondsAfterFinished: 3600
${TEMPLATE_METADATA}    spec:
      restartPolicy: Never
${indented(POD_SPEC, 6)}`,
  },
  {
    kind: "CronJob",
    text: "A Job at set times, with the restricted security settings.",
    snippet: `${head("batch/v1", "CronJob")}spec:
  schedule: "\${5:0 3 * * *}"
  startingDeadlineSeconds: 300
  concurrencyPolicy: Forbid
  jobTemplate:
    spec:
      ttlSecondsAfterFinished: 3600
${indented(TEMPLATE_METADATA, 4)}        spec:
          restartPolicy: Never
${indented(POD_SPEC, 10)}`,
  },
];
