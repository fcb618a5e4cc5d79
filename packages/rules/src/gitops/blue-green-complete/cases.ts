import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "tested, kept and cleaned up",
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
    blueGreen:
      activeService: web
      previewService: web-preview
      scaleDownDelaySeconds: 600
      prePromotionAnalysis:
        templates: [{templateName: smoke}]
`,
    },
    {
      name: "a canary is judged elsewhere",
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
      steps: [{setWeight: 20}, {pause: {}}]
`,
    },
    {
      name: "Flagger with tests and a threshold",
      text: `apiVersion: flagger.app/v1beta1
kind: Canary
metadata:
  name: web
  namespace: shop
spec:
  targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  service: {port: 80}
  analysis:
    interval: 30s
    iterations: 10
    threshold: 2
    webhooks:
      - name: smoke
        type: pre-rollout
        url: http://tester.test/
`,
    },
  ],
  fail: [
    {
      name: "users are the first to try",
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
    blueGreen:
      activeService: web
      previewService: web-preview
      scaleDownDelaySeconds: 600
`,
      findings: [
        {
          at: "17:5-17:14",
          problem: "notTested",
          message:
            'Rollout "web" switches by itself and without an analysis: users are the first to try the new version.',
        },
      ],
      fixed: `apiVersion: argoproj.io/v1alpha1
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
    blueGreen:
      activeService: web
      previewService: web-preview
      scaleDownDelaySeconds: 600
      autoPromotionEnabled: false
`,
      remains: true,
    },
    {
      name: "only the active Service",
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
    blueGreen:
      activeService: web
      autoPromotionEnabled: false
`,
      findings: [
        {
          at: "17:5-17:14",
          problem: "noPreview",
          message: 'Rollout "web" has no previewService: nothing can reach the new version to test it.',
        },
        {
          at: "17:5-17:14",
          problem: "noAnalysis",
          message: 'Rollout "web" has no prePromotionAnalysis: a person alone decides on the switch.',
          severity: "info",
        },
        {
          at: "17:5-17:14",
          problem: "noDelay",
          message:
            'Rollout "web" keeps the old version for 30 seconds (the default) after the switch: give people time to switch back.',
          severity: "info",
        },
      ],
      fixed: null,
    },
    {
      name: "no way back",
      text: `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: web
  namespace: shop
spec:
  replicas: 5
  revisionHistoryLimit: 0
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: web
  strategy:
    blueGreen:
      activeService: web
      previewService: web-preview
      scaleDownDelaySeconds: 0
      prePromotionAnalysis:
        templates: [{templateName: smoke}]
`,
      findings: [
        {
          at: "8:25-8:26",
          problem: "noHistory",
          message: 'Rollout "web" keeps no earlier revision: there is nothing to go back to.',
        },
        { at: "21:30-21:31", problem: "noDelay" },
      ],
      fixed: null,
    },
    {
      name: "no active Service",
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
    blueGreen:
      previewService: web-preview
      scaleDownDelaySeconds: 600
      prePromotionAnalysis: {templates: [{templateName: smoke}]}
`,
      findings: [
        {
          at: "17:5-17:14",
          problem: "noActiveService",
          message: 'Rollout "web" names no activeService: nothing switches between the versions.',
        },
      ],
      fixed: null,
    },
    {
      name: "Flagger counts to ten and looks at nothing",
      text: `apiVersion: flagger.app/v1beta1
kind: Canary
metadata:
  name: web
  namespace: shop
spec:
  targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  service: {port: 80}
  analysis:
    interval: 30s
    iterations: 10
`,
      findings: [
        {
          at: "9:3-9:11",
          problem: "noTests",
          message: 'Canary "web" switches without metrics and webhooks: nothing tests the new version.',
        },
        {
          at: "9:3-9:11",
          problem: "noThreshold",
          message: 'Canary "web" has no threshold: it does not say how many failed checks abort it.',
        },
      ],
      fixed: null,
    },
  ],
};
