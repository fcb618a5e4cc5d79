import type { Files } from "./migrated.ts";

/** A repository of a team, as its linters know it, and the same without anything that speaks to them. */
export interface Repository {
  readonly files: Files;
  readonly bare: Files;
}

/** Takes settings files away, and makes comments and annotations for other tools plain ones. Lines stay where they are. */
function repository(settings: Files, files: Files): Repository {
  const bare = Object.entries(files).map(([path, text]): [string, string] => [
    path,
    text
      .replaceAll(/^( *)#\s*(?:hadolint|checkov:|trivy:).*$/gm, "$1# plain")
      .replaceAll(
        /(?:checkov\.io\/skip|kube-score\/ignore|ignore-check\.kube-linter\.io\/|polaris\.fairwinds\.com\/)/g,
        "example.com/",
      ),
  ]);
  return { files: { ...settings, ...files }, bare: Object.fromEntries(bare) };
}

const API_DOCKERFILE = `FROM python:3.12 AS build
WORKDIR /src
COPY requirements.txt .
# hadolint ignore=DL3013
RUN pip install --no-cache-dir gunicorn
RUN pip install --no-cache-dir flask
FROM registry.example.com/base/python:latest
LABEL author="Team" contact="not-an-address"
COPY --from=build /src /app
WORKDIR app
# hadolint ignore=DL3027,DL3015
RUN apt update && apt-get install -y vim=1.0
RUN apt-get update && apt-get install -y curl
RUN curl -s https://example.com/x | grep y
EXPOSE 8080
CMD gunicorn app:app
`;

const WEB_DOCKERFILE = `# hadolint global ignore=DL3018
FROM quay.io/acme/node
USER root
RUN apk add nginx && sudo chown -R nginx /var
ADD config.json /srv/
RUN cd /srv && ls $HOME
MAINTAINER someone
ENTRYPOINT nginx -g 'daemon off;'
`;

/** Settings of hadolint as teams have them: checks left out, other severities, registries, labels, and comments. */
export const ofHadolint = repository(
  {
    ".hadolint.yaml": `failure-threshold: warning
ignored:
  - DL3008
  - DL3059
  - SC2086
override:
  error: [DL3013]
  warning: [DL3015]
  info: [DL3025]
  style: [DL4006]
trustedRegistries:
  - docker.io
  - "*.gcr.io"
  - registry.example.com
label-schema:
  author: text
  contact: email
`,
  },
  { "api/Dockerfile": API_DOCKERFILE, "web/Dockerfile": WEB_DOCKERFILE },
);

/** The same files, where comments for hadolint count for nothing. */
export const ofDeafHadolint = repository(
  { ".hadolint.yaml": "disable-ignore-pragma: true\nignored: [DL3002]\n" },
  { "api/Dockerfile": API_DOCKERFILE, "web/Dockerfile": WEB_DOCKERFILE },
);

const pod = (name: string, annotations = ""): string => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: shop${annotations}
spec:
  hostNetwork: true
  containers:
    - name: main
      image: registry.example.com/${name}:1.0.0
      securityContext:
        privileged: true
`;

/** One object a file, so that a finding of another tool is told by its file and its check. */
export const ofCheckov = repository(
  {
    ".checkov.yaml": `skip-check:
  - CKV_K8S_8
  - CKV_K8S_2*
  - CKV_DOCKER_2
skip-path:
  - legacy
`,
  },
  {
    "k8s/web.yaml": pod(
      "web",
      "\n  annotations:\n    checkov.io/skip1: CKV_K8S_16=drives the card reader\n    checkov.io/skip2: CKV_K8S_19",
    ),
    "k8s/shop.yaml": pod("shop"),
    "legacy/old.yaml": pod("old"),
    Dockerfile:
      "FROM debian:latest\n# checkov:skip=CKV_DOCKER_3:an init image\nRUN apt update\nRUN apt install -y curl\nEXPOSE 22\n",
  },
);

/** Settings of Trivy in both of its ways, named by `trivy.yaml`. */
export const ofTrivy = repository(
  {
    "trivy.yaml": "ignorefile: .trivyignore.yaml\n",
    ".trivyignore.yaml": `misconfigurations:
  - id: AVD-KSV-0009
    paths: ["k8s/web.yaml"]
    statement: reads packets of the node
  - id: KSV-0017
  - id: DS-0026
`,
  },
  {
    "k8s/web.yaml": pod("web"),
    "k8s/shop.yaml": pod("shop"),
    Dockerfile: "FROM debian:latest\nRUN sudo make\nEXPOSE 22\nUSER root\n",
  },
);

/** A Deployment with the annotations of the object, and of its pods, as lines. */
const deployment = (ofObject: string, ofPods: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: shop
  annotations:
    ${ofObject}
spec:
  replicas: 2
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
      annotations:
        ${ofPods}
    spec:
      containers:
        - name: api
          image: registry.example.com/api:latest
          securityContext:
            privileged: true
          resources:
            requests: { memory: 64Mi }
---
apiVersion: v1
kind: Service
metadata:
  name: api
  namespace: shop
spec:
  selector: { app: apy }
  ports: [{ port: 80 }]
`;

const OLD_POD = `apiVersion: v1
kind: Pod
metadata:
  name: old
  namespace: legacy
spec:
  hostNetwork: true
  containers:
    - name: old
      image: registry.example.com/old:1.0.0
      securityContext:
        privileged: true
`;

const manifests = (ofObject = "a: b", ofPods = "a: b"): Files => ({
  "k8s/app.yaml": deployment(ofObject, ofPods),
  "k8s/legacy/old.yaml": OLD_POD,
});

export const ofKubeLinter = repository(
  {
    ".kube-linter.yaml": `checks:
  include:
    - required-label-owner
    - no-liveness-probe
  exclude:
    - unset-cpu-requirements
    - run-as-non-root
  ignorePaths:
    - k8s/legacy/**
customChecks:
  - name: required-annotation-team
    template: required-annotation
    scope: { objectKinds: [DeploymentLike] }
    params: { key: team }
`,
  },
  manifests('ignore-check.kube-linter.io/no-read-only-root-fs: "writes its cache"'),
);

export const ofKubeLinterAlone = repository(
  {
    ".kube-linter.yaml":
      "checks:\n  doNotAutoAddDefaults: true\n  include: [privileged-container, host-network]\n",
  },
  manifests(),
);

export const ofPolaris = repository(
  {
    "polaris.yaml": `checks:
  runAsPrivileged: danger
  hostNetworkSet: warning
  cpuLimitsMissing: ignore
  memoryLimitsMissing: warning
exemptions:
  - namespace: legacy
    rules: [hostNetworkSet]
`,
  },
  manifests(),
);

/** kube-score has no settings file: what it passes over stands in the objects. */
export const ofKubeScore = repository(
  {},
  manifests(
    "kube-score/ignore: pod-networkpolicy",
    "kube-score/ignore: container-security-context-privileged",
  ),
);

export const ofKubescape = repository(
  {
    "exceptions.json": JSON.stringify([
      {
        name: "legacy",
        policyType: "postureExceptionPolicy",
        actions: ["alertOnly"],
        resources: [{ designatorType: "Attributes", attributes: { namespace: "legacy", kind: "Pod" } }],
        posturePolicies: [{ controlID: "C-0057" }],
      },
    ]),
  },
  manifests(),
);
