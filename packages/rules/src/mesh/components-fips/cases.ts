import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a FIPS build that holds proxies to it",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: istiod
  namespace: istio-system
spec:
  selector: {matchLabels: {app: istiod}}
  template:
    metadata:
      labels: {app: istiod}
    spec:
      containers:
        - name: discovery
          image: registry1.dso.mil/ironbank/tetrate/istio/pilot:1.27.0-tetratefips-v0
          env:
            - name: COMPLIANCE_POLICY
              value: fips-140-2
`,
    },
    {
      name: "an application",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata:
      labels: {app: orders}
    spec:
      containers:
        - name: orders
          image: orders
`,
    },
    {
      name: "builds that the configuration names",
      options: { images: ["validated.example.com/"] },
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata:
      labels: {app: orders}
    spec:
      containers:
        - name: istio-proxy
          image: validated.example.com/istio/proxyv2:1.27.0
`,
    },
    {
      name: "an installation of FIPS builds",
      text: `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: mesh
  namespace: istio-system
spec:
  profile: default
  hub: registry.example.com/istio-fips
  tag: 1.27.0
  values:
    pilot:
      env:
        COMPLIANCE_POLICY: fips-140-3
`,
    },
  ],
  fail: [
    {
      name: "the control plane of the project",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: istiod
  namespace: istio-system
spec:
  selector: {matchLabels: {app: istiod}}
  template:
    metadata:
      labels: {app: istiod}
    spec:
      containers:
        - name: discovery
          image: docker.io/istio/pilot:1.27.0
`,
      findings: [
        {
          at: "13:11-13:15",
          problem: "noPolicy",
          message:
            'Deployment "istiod" runs the mesh\'s control plane without COMPLIANCE_POLICY=fips-140-2: proxies may agree on other ciphers.',
        },
        {
          at: "14:18-14:46",
          problem: "notFips",
          message:
            'Deployment "istiod" runs the mesh from docker.io/istio/pilot:1.27.0, which names no FIPS build of it.',
        },
      ],
      fixed: null,
    },
    {
      name: "the proxies of the nodes",
      text: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: ztunnel
  namespace: istio-system
spec:
  selector: {matchLabels: {app: ztunnel}}
  template:
    metadata:
      labels: {app: ztunnel}
    spec:
      containers:
        - name: istio-proxy
          image: docker.io/istio/ztunnel:1.27.0-distroless
`,
      findings: [{ at: "14:18-14:59", problem: "notFips" }],
      fixed: null,
    },
    {
      name: "an installation that names no images",
      text: `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: mesh
  namespace: istio-system
spec:
  profile: default
`,
      findings: [
        { at: "4:9-4:13", problem: "notFips" },
        { at: "4:9-4:13", problem: "noPolicy" },
      ],
      fixed: null,
    },
    {
      name: "a release with plain images",
      text: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: istiod
  namespace: istio-system
spec:
  interval: 1h
  chart:
    spec:
      chart: istiod
      version: 1.27.0
      sourceRef: {kind: HelmRepository, name: istio}
  values:
    global:
      hub: docker.io/istio
      tag: 1.27.0
    pilot:
      env:
        COMPLIANCE_POLICY: fips-140-2
`,
      findings: [{ at: "16:12-16:18", problem: "notFips" }],
      fixed: null,
    },
  ],
};
