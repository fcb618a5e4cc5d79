import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "growing steps with an analysis",
      text: `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: web
  namespace: shop
spec:
  replicas: 5
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: web
  strategy:
    canary:
      canaryService: web-canary
      stableService: web
      trafficRouting: {istio: {virtualService: {name: web}}}
      steps:
        - setWeight: 10
        - pause: {duration: 5m}
        - analysis:
            templates: [{templateName: success-rate}]
        - setWeight: 50
`,
    },
    {
      name: "an analysis beside the steps",
      text: `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: web
  namespace: shop
spec:
  replicas: 5
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: web
  strategy:
    canary:
      analysis:
        templates: [{templateName: success-rate}]
      steps: [{setWeight: 20}, {pause: {duration: 10m}}]
`,
    },
    {
      name: "Flagger with steps, metrics and a threshold",
      text: `apiVersion: flagger.app/v1beta1
kind: Canary
metadata:
  name: web
  namespace: shop
spec:
  targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  service: {port: 80}
  analysis:
    interval: 1m
    threshold: 5
    maxWeight: 50
    stepWeight: 10
    metrics:
      - name: request-success-rate
        thresholdRange: {min: 99}
        interval: 1m
`,
    },
    {
      name: "a metric with a condition, and a Job",
      text: `apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: rate
      successCondition: result[0] >= 0.95
      provider: {prometheus: {address: https://prometheus.example.com, query: up}}
    - name: smoke
      provider: {job: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: a}]}}}}}
`,
    },
    {
      name: "weights that sum to a hundred",
      text: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: web
  namespace: shop
spec:
  hosts: [web.example.com]
  http:
    - route:
        - destination: {host: web, subset: stable}
          weight: 90
        - destination: {host: web, subset: canary}
          weight: 10
`,
    },
    {
      name: "a canary without steps is a rolling update",
      text: `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: web
spec:
  strategy:
    canary:
      maxSurge: 1
      maxUnavailable: 0
`,
    },
  ],
  fail: [
    {
      name: "routed traffic without steps and analysis",
      text: `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: web
  namespace: shop
spec:
  replicas: 5
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: web
  strategy:
    canary:
      canaryService: web-canary
      stableService: web
      trafficRouting: {nginx: {stableIngress: web}}
`,
      findings: [
        {
          at: "17:5-17:11",
          problem: "noSteps",
          message: 'Rollout "web" has no steps: the new version takes all traffic at once.',
        },
        {
          at: "17:5-17:11",
          problem: "noAnalysis",
          message: 'Rollout "web" has no analysis: nothing judges the new version and aborts.',
        },
      ],
      fixed: null,
    },
    {
      name: "steps that fall back",
      text: `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: web
  namespace: shop
spec:
  replicas: 5
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: web
  strategy:
    canary:
      analysis: {templates: [{templateName: success-rate}]}
      steps:
        - setWeight: 40
        - pause: {duration: 5m}
        - setWeight: 20
        - setWeight: 120
`,
      findings: [
        {
          at: "22:22-22:24",
          problem: "notGrowing",
          message: 'Rollout "web" goes to weight 20, which is no more than the step before.',
        },
        {
          at: "23:22-23:25",
          problem: "weightRange",
          message: 'Rollout "web" has weight 120, which is no share of a hundred.',
        },
      ],
      fixed: null,
    },
    {
      name: "a person decides, and nothing measures",
      text: `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: web
  namespace: shop
spec:
  replicas: 5
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: web
  strategy:
    canary:
      steps:
        - setWeight: 20
        - pause: {}
`,
      findings: [{ at: "17:5-17:11", problem: "noAnalysis", severity: "info" }],
      fixed: null,
    },
    {
      name: "traffic is split without Services",
      text: `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: web
  namespace: shop
spec:
  replicas: 5
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: web
  strategy:
    canary:
      analysis: {templates: [{templateName: success-rate}]}
      trafficRouting:
        nginx: {stableIngress: web}
      steps: [{setWeight: 20}, {pause: {duration: 5m}}]
`,
      findings: [
        {
          at: "19:7-19:21",
          problem: "noService",
          message: 'Rollout "web" splits traffic and names no stableService.',
        },
        { at: "19:7-19:21", problem: "noService" },
      ],
      fixed: null,
    },
    {
      name: "Flagger without anything to judge by",
      text: `apiVersion: flagger.app/v1beta1
kind: Canary
metadata:
  name: web
  namespace: shop
spec:
  targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  service: {port: 80}
  analysis:
    interval: 1m
    stepWeights: [5, 5, 50]
`,
      findings: [
        {
          at: "9:3-9:11",
          problem: "noMetrics",
          message: 'Canary "web" looks at no metric: nothing judges the new version.',
        },
        {
          at: "9:3-9:11",
          problem: "noThreshold",
          message: 'Canary "web" has no threshold: it does not say how many failed checks abort it.',
        },
        { at: "11:22-11:23", problem: "notGrowing" },
      ],
      fixed: null,
    },
    {
      name: "Flagger without an analysis",
      text: `apiVersion: flagger.app/v1beta1
kind: Canary
metadata:
  name: web
  namespace: shop
spec:
  targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  service: {port: 80}
`,
      findings: [{ at: "6:1-6:5", problem: "noAnalysis" }],
      fixed: null,
    },
    {
      name: "a metric that cannot fail",
      text: `apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata:
  name: success-rate
spec:
  metrics:
    - name: rate
      provider: {prometheus: {address: https://prometheus.example.com, query: up}}
`,
      findings: [
        {
          at: "7:13-7:17",
          problem: "cannotFail",
          message:
            'AnalysisTemplate "success-rate" has metric "rate" without a condition: it can never fail.',
        },
      ],
      fixed: null,
    },
    {
      name: "weights that lose requests",
      text: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: web
  namespace: shop
spec:
  hosts: [web.example.com]
  http:
    - route:
        - destination: {host: web, subset: stable}
          weight: 80
        - destination: {host: web, subset: canary}
          weight: 10
`,
      findings: [
        {
          at: "9:7-9:12",
          problem: "notHundred",
          message: 'VirtualService "web" has a route whose weights sum to 90 and not to 100.',
        },
      ],
      fixed: null,
    },
  ],
};
