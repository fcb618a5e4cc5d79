/** A manifest as people write them, different for each number: four of five are in order, the fifth has findings. */
export function manifest(number: number): string {
  return number % 5 === 0 ? loose(number) : strict(number);
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
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: service-${number}
  namespace: team-${number % 40}
  labels:
    app.kubernetes.io/name: service-${number}
spec:
  replicas: ${2 + (number % 5)}
  selector:
    matchLabels:
      app.kubernetes.io/name: service-${number}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: service-${number}
    spec:
      automountServiceAccountToken: false
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
            requests: {cpu: 100m, memory: 128Mi}
            limits: {cpu: "1", memory: 256Mi}
          livenessProbe:
            httpGet: {path: /healthz, port: 8443}
          readinessProbe:
            httpGet: {path: /ready, port: 8443}
      volumes:
        - name: scratch
          emptyDir: {}
`;
}

function loose(number: number): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: legacy-${number}
  namespace: team-${number % 40}
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
