/** Namespaces that the manifests are spread over. */
export const NAMESPACES = 40;

/** One in so many manifests is as people write them who know no rule; the others are in order, as in a factory that checks. */
const LOOSE_EACH = 20;

/** A manifest, different for each number. */
export function manifest(number: number): string {
  return number % LOOSE_EACH === 0 ? loose(number) : strict(number);
}

/** What a namespace needs so that the manifests in it are in order. */
export function namespaceObjects(name: string): string {
  return `apiVersion: v1
kind: ResourceQuota
metadata: {name: quota, namespace: ${name}}
spec:
  hard: {requests.cpu: "100", requests.memory: 100Gi, limits.cpu: "200", limits.memory: 200Gi, pods: "500"}
---
apiVersion: v1
kind: LimitRange
metadata: {name: limits, namespace: ${name}}
spec:
  limits:
    - type: Container
      default: {cpu: "1", memory: 256Mi}
      defaultRequest: {cpu: 100m, memory: 128Mi}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: default-deny, namespace: ${name}}
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
`;
}

/** A custom resource definition in one document of a number of lines: what long documents are in practice. */
export function longDefinition(lines: number): string {
  const fields = Array.from(
    { length: Math.ceil((lines - 20) / 4) },
    (_, field) => `                field${field}:
                  type: string
                  description: What field ${field} means, as the people who made it tell.
                  maxLength: ${100 + field}
`,
  );
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.example.com
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Widget, plural: widgets}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
${fields.join("")}`;
}

/** A Deployment in one document, with as many containers as it takes to reach a number of lines. */
export function longManifest(lines: number): string {
  const head = strict(0).split("\n");
  const start = head.findIndex((line) => line.startsWith("        - name:"));
  const container = head.slice(
    start,
    head.findIndex((line) => line.startsWith("      volumes:")),
  );
  const copies = Math.ceil((lines - head.length) / container.length);
  const all = Array.from({ length: copies }, (_, copy) =>
    container.map((line) => line.replace("- name: web", `- name: web-${copy}`)),
  ).flat();
  return [...head.slice(0, start), ...all, ...head.slice(start)].join("\n");
}

/** Many documents in one file of a number of lines. */
export function manyDocuments(lines: number): string {
  const parts: string[] = [];
  for (let number = 0, count = 0; count < lines; number += 1) {
    const next = manifest(number);
    parts.push(next);
    count += next.split("\n").length;
  }
  return parts.join("---\n");
}

function strict(number: number): string {
  const labels = (indent: string): string =>
    [
      `app.kubernetes.io/name: service-${number}`,
      `app.kubernetes.io/instance: service-${number}`,
      `app.kubernetes.io/version: "1.${number % 90}.0"`,
      "app.kubernetes.io/component: web",
      `app.kubernetes.io/part-of: team-${number % NAMESPACES}`,
      "app.kubernetes.io/managed-by: kustomize",
    ].join(`\n${indent}`);
  return `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: service-${number}
  namespace: team-${number % NAMESPACES}
  labels:
    ${labels("    ")}
spec:
  minAvailable: 1
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      app.kubernetes.io/name: service-${number}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: service-${number}
  namespace: team-${number % NAMESPACES}
  labels:
    ${labels("    ")}
spec:
  replicas: ${3 + (number % 5)}
  selector:
    matchLabels:
      app.kubernetes.io/name: service-${number}
  template:
    metadata:
      labels:
        ${labels("        ")}
    spec:
      serviceAccountName: service-${number}
      automountServiceAccountToken: false
      priorityClassName: standard
      dnsConfig:
        options:
          - {name: ndots, value: "2"}
      affinity:
        nodeAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            nodeSelectorTerms:
              - matchExpressions:
                  - {key: kubernetes.io/os, operator: In, values: [linux]}
        podAntiAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 100
              podAffinityTerm:
                topologyKey: kubernetes.io/hostname
                labelSelector:
                  matchLabels:
                    app.kubernetes.io/name: service-${number}
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              app.kubernetes.io/name: service-${number}
      securityContext:
        runAsNonRoot: true
        runAsUser: ${10000 + (number % 5000)}
        runAsGroup: ${10000 + (number % 5000)}
        fsGroup: ${10000 + (number % 5000)}
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: web
          image: registry1.dso.mil/ironbank/opensource/service-${number % 300}:1.${number % 90}.0@sha256:${digest(number)}
          ports:
            - containerPort: 8443
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: ["ALL"]
          resources:
            requests: {cpu: 100m, memory: 128Mi, ephemeral-storage: 1Gi}
            limits: {cpu: "1", memory: 256Mi, ephemeral-storage: 2Gi}
          livenessProbe:
            httpGet: {path: /healthz, port: 8443, scheme: HTTPS}
          readinessProbe:
            httpGet: {path: /ready, port: 8443, scheme: HTTPS}
      volumes:
        - name: scratch
          emptyDir: {sizeLimit: 64Mi}
`;
}

function loose(number: number): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: legacy-${number}
  namespace: team-${number % NAMESPACES}
spec:
  selector:
    matchLabels: {app: legacy-${number}}
  template:
    metadata:
      labels: {app: legacy-${number}}
    spec:
      containers:
        - name: web
          image: nginx:latest
          ports:
            - containerPort: 80
`;
}

function digest(number: number): string {
  return number.toString(16).padStart(8, "0").repeat(8);
}
