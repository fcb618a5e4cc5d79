import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "an installation that lets out only what is registered",
      text: `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: mesh
  namespace: istio-system
spec:
  profile: default
  meshConfig:
    outboundTrafficPolicy:
      mode: REGISTRY_ONLY
`,
    },
    {
      name: "a service outside by its names",
      text: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: api
  namespace: shop
spec:
  hosts:
    - api.example.com
  location: MESH_EXTERNAL
  ports:
    - number: 443
      name: tls
      protocol: TLS
  resolution: DNS
`,
    },
    {
      name: "pods that reach their own namespace and the control plane's",
      text: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata:
  name: default
  namespace: shop
spec:
  egress:
    - hosts:
        - ./*
        - istio-system/*
`,
    },
    {
      name: "virtual machines of the mesh itself",
      text: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: machines
  namespace: shop
spec:
  hosts: [machines.shop.svc.cluster.local]
  location: MESH_INTERNAL
  resolution: NONE
`,
    },
    {
      name: "another ConfigMap",
      text: `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  mesh: "x"
`,
    },
    {
      name: "the configuration in Istio's own ConfigMap",
      text: `apiVersion: v1
kind: ConfigMap
metadata:
  name: istio
  namespace: istio-system
data:
  mesh: |-
    outboundTrafficPolicy:
      mode: REGISTRY_ONLY
`,
    },
    {
      name: "a service outside behind the egress gateway",
      options: { throughGateway: true },
      files: {
        "route.yaml": `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: api
  namespace: shop
spec:
  hosts: [api.example.com]
  gateways: [mesh, istio-egress]
`,
      },
      text: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: api
  namespace: shop
spec:
  hosts: [api.example.com]
  resolution: DNS
`,
    },
  ],
  fail: [
    {
      name: "an installation that says nothing takes the open default",
      text: `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: mesh
  namespace: istio-system
spec:
  profile: default
`,
      findings: [
        {
          at: "6:1-6:5",
          problem: "allowsAny",
          message:
            'IstioOperator "mesh" lets traffic leave for any address (the default): set REGISTRY_ONLY.',
        },
      ],
      fixed: `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: mesh
  namespace: istio-system
spec:
  profile: default
  meshConfig:
    outboundTrafficPolicy:
      mode: REGISTRY_ONLY
`,
    },
    {
      name: "an installation that lets out everything",
      text: `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: mesh
  namespace: istio-system
spec:
  profile: default
  meshConfig:
    accessLogFile: /dev/stdout
    outboundTrafficPolicy: {mode: ALLOW_ANY}
`,
      findings: [{ at: "10:35-10:44", problem: "allowsAny" }],
      fixed: `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: mesh
  namespace: istio-system
spec:
  profile: default
  meshConfig:
    accessLogFile: /dev/stdout
    outboundTrafficPolicy: {mode: REGISTRY_ONLY}
`,
    },
    {
      name: "a release of the control plane by Flux",
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
    meshConfig:
      accessLogFile: /dev/stdout
`,
      findings: [{ at: "14:5-14:15", problem: "allowsAny" }],
      fixed: `apiVersion: helm.toolkit.fluxcd.io/v2
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
    meshConfig:
      accessLogFile: /dev/stdout
      outboundTrafficPolicy:
        mode: REGISTRY_ONLY
`,
    },
    {
      name: "a ConfigMap with an open mesh",
      text: `apiVersion: v1
kind: ConfigMap
metadata:
  name: istio
  namespace: istio-system
data:
  mesh: |-
    accessLogFile: /dev/stdout
`,
      findings: [{ at: "7:3-7:7", problem: "allowsAny" }],
      fixed: null,
    },
    {
      name: "pods that reach everything",
      text: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata:
  name: default
  namespace: shop
spec:
  outboundTrafficPolicy:
    mode: ALLOW_ANY
  egress:
    - hosts:
        - "*/*"
`,
      findings: [
        { at: "8:11-8:20", problem: "allowsAny" },
        {
          at: "11:11-11:16",
          problem: "allHosts",
          message:
            'Sidecar "default" lets its pods reach every service of every namespace: name those they need.',
        },
      ],
      fixed: `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata:
  name: default
  namespace: shop
spec:
  outboundTrafficPolicy:
    mode: REGISTRY_ONLY
  egress:
    - hosts:
        - "*/*"
`,
      remains: true,
    },
    {
      name: "all hosts of a domain, by whatever address",
      text: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: wiki
  namespace: shop
spec:
  hosts:
    - "*.example.org"
  ports:
    - {number: 443, name: https, protocol: HTTPS}
  location: MESH_EXTERNAL
  resolution: NONE
`,
      findings: [
        {
          at: "8:7-8:22",
          problem: "wildcardHost",
          message: 'ServiceEntry "wiki" opens "*.example.org": name the hosts that the workloads need.',
        },
        {
          at: "12:15-12:19",
          problem: "unresolved",
          message:
            'ServiceEntry "wiki" sends traffic to whatever address the caller names, since its resolution is NONE.',
        },
      ],
      fixed: null,
    },
    {
      name: "an entry that says nothing of its resolution",
      text: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: api
  namespace: shop
spec:
  hosts: [api.example.com]
`,
      findings: [{ at: "6:1-6:5", problem: "unresolved" }],
      fixed: null,
    },
    {
      name: "no route to the egress gateway",
      options: { throughGateway: true },
      text: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: api
  namespace: shop
spec:
  hosts: [api.example.com]
  resolution: DNS
`,
      findings: [
        {
          at: "4:9-4:12",
          problem: "noGateway",
          message:
            'ServiceEntry "api" is reached past the declared egress gateway: no VirtualService of the workspace leads there.',
        },
      ],
      fixed: null,
    },
  ],
};
