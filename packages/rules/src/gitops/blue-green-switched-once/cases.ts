import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the Service selects a colour",
      files: {
        "blue.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-blue
  namespace: shop
spec:
  selector: {matchLabels: {app: web, color: blue}}
  template:
    metadata:
      labels: {app: web, color: blue}
    spec:
      containers:
        - name: web
          image: web
`,
        "green.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-green
  namespace: shop
spec:
  selector: {matchLabels: {app: web, color: green}}
  template:
    metadata:
      labels: {app: web, color: green}
    spec:
      containers:
        - name: web
          image: web
`,
      },
      text: `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
    color: blue
  ports: [{port: 80}]
`,
    },
    {
      name: "only one colour is there",
      files: {
        "blue.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-blue
  namespace: shop
spec:
  selector: {matchLabels: {app: web, color: blue}}
  template:
    metadata:
      labels: {app: web, color: blue}
    spec:
      containers:
        - name: web
          image: web
`,
      },
      text: `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
  ports: [{port: 80}]
`,
    },
    {
      name: "two parts of one program are no colours",
      files: {
        "pods.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: web
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web2
  namespace: shop
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web2
          image: web2
`,
      },
      text: `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
  ports: [{port: 80}]
`,
    },
  ],
  fail: [
    {
      name: "the Service selects both colours",
      files: {
        "blue.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-blue
  namespace: shop
spec:
  selector: {matchLabels: {app: web, color: blue}}
  template:
    metadata:
      labels: {app: web, color: blue}
    spec:
      containers:
        - name: web
          image: web
`,
        "green.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-green
  namespace: shop
spec:
  selector: {matchLabels: {app: web, color: green}}
  template:
    metadata:
      labels: {app: web, color: green}
    spec:
      containers:
        - name: web
          image: web
`,
      },
      text: `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
  ports: [{port: 80}]
`,
      findings: [
        {
          at: "8:5-8:8",
          problem: "both",
          message:
            'Service "web" sends to "web-blue" and "web-green" at once: select one of them, and switch by the selector.',
        },
      ],
      fixed: null,
    },
    {
      name: "colours by the names of the Deployments",
      files: {
        "pods.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-blue
  namespace: shop
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: web
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-green
  namespace: shop
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: web
`,
      },
      text: `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
  ports: [{port: 80}]
`,
      findings: [{ at: "8:5-8:8", problem: "both" }],
      fixed: null,
    },
    {
      name: "versions named by colours",
      text: `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector: {app: web}
  ports: [{port: 80}]
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: one
  namespace: shop
spec:
  selector: {matchLabels: {app: web, version: blue}}
  template:
    metadata:
      labels: {app: web, version: blue}
    spec:
      containers:
        - name: web
          image: web
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: two
  namespace: shop
spec:
  selector: {matchLabels: {app: web, version: green}}
  template:
    metadata:
      labels: {app: web, version: green}
    spec:
      containers:
        - name: web
          image: web
`,
      findings: [{ at: "7:13-7:23", problem: "both" }],
      fixed: null,
    },
  ],
};
