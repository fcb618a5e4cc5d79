import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the same but for the image",
      path: "overlays/production/web.yaml",
      files: {
        "overlays/staging/web.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: web:1.3.0
          ports:
            - containerPort: 8080
`,
      },
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: web:1.2.3
          ports:
            - containerPort: 8080
`,
    },
    {
      name: "no earlier stage is in the workspace",
      path: "overlays/production/web.yaml",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: web:1.2.3
          ports:
            - containerPort: 8080
`,
    },
    {
      name: "another layout is another thing",
      path: "shop/production/web.yaml",
      files: {
        "bank/staging/api.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  selector: {matchLabels: {app: api}}
  template:
    metadata:
      labels: {app: api}
    spec:
      serviceAccountName: api
      containers:
        - name: api
          image: api:1.2.3
          ports:
            - containerPort: 8080
`,
      },
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: web:1.2.3
          ports:
            - containerPort: 8080
`,
    },
    {
      name: "a difference that is allowed",
      path: "overlays/production/web.yaml",
      options: { allowed: ["ports"] },
      files: {
        "overlays/staging/web.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: web:1.2.3
          ports:
            - containerPort: 9090
`,
      },
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: web:1.2.3
          ports:
            - containerPort: 8080
`,
    },
    {
      name: "names that end in that of the environment",
      path: "overlays/production/web.yaml",
      files: {
        "overlays/staging/web.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-staging
spec:
  selector: {matchLabels: {app: web-staging}}
  template:
    metadata:
      labels: {app: web-staging}
    spec:
      serviceAccountName: web
      containers:
        - name: web-staging
          image: web-staging:1.2.3
          ports:
            - containerPort: 8080
`,
      },
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-prod
spec:
  selector: {matchLabels: {app: web-prod}}
  template:
    metadata:
      labels: {app: web-prod}
    spec:
      serviceAccountName: web
      containers:
        - name: web-prod
          image: web-prod:1.2.3
          ports:
            - containerPort: 8080
`,
    },
  ],
  fail: [
    {
      name: "what no earlier stage has",
      path: "overlays/production/worker.yaml",
      files: {
        "overlays/staging/web.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: web:1.2.3
          ports:
            - containerPort: 8080
`,
      },
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: worker
spec:
  selector: {matchLabels: {app: worker}}
  template:
    metadata:
      labels: {app: worker}
    spec:
      serviceAccountName: worker
      containers:
        - name: worker
          image: worker:1.2.3
          ports:
            - containerPort: 8080
`,
      findings: [
        {
          at: "4:9-4:15",
          problem: "stageSkipped",
          message:
            'Deployment "worker" is in production, and "staging" has nothing like it: it goes live untested.',
        },
      ],
      fixed: null,
    },
    {
      name: "another port",
      path: "overlays/production/web.yaml",
      files: {
        "overlays/staging/web.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: web:1.2.3
          ports:
            - containerPort: 8080
`,
      },
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: web:1.2.3
          ports:
            - containerPort: 8443
`,
      findings: [
        {
          at: "4:9-4:12",
          problem: "differs",
          message: 'Deployment "web" has other ports in production than in "staging".',
        },
      ],
      fixed: null,
    },
    {
      name: "another account than in the nearest stage",
      path: "environments/prod/web.yaml",
      files: {
        "environments/dev/web.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      serviceAccountName: admin
      containers:
        - name: web
          image: web:1.2.3
          ports:
            - containerPort: 8080
`,
        "environments/test/web.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: web:1.2.3
          ports:
            - containerPort: 8080
`,
      },
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      serviceAccountName: admin
      containers:
        - name: web
          image: web:1.2.3
          ports:
            - containerPort: 8080
`,
      findings: [{ at: "4:9-4:12", problem: "differs" }],
      fixed: null,
    },
  ],
};
