import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "an installation with an access log",
      text: `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: mesh
  namespace: istio-system
spec:
  profile: default
  meshConfig:
    accessLogFile: /dev/stdout
`,
    },
    {
      name: "an installation with a provider of logs",
      text: `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: mesh
  namespace: istio-system
spec:
  profile: default
  meshConfig:
    defaultProviders:
      accessLogging: [otel]
`,
    },
    {
      name: "a Telemetry for the whole mesh turns it on",
      files: {
        "telemetry.yaml": `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata:
  name: mesh-default
  namespace: istio-system
spec:
  accessLogging:
    - providers: [{name: envoy}]
`,
      },
      text: `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: mesh
  namespace: istio-system
spec:
  profile: default
`,
    },
    {
      name: "a workspace that does not configure the mesh",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
`,
    },
    {
      name: "metrics are scraped from the proxies themselves",
      files: {
        "monitor.yaml": `apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata:
  name: proxies
  namespace: istio-system
spec:
  selector: {}
`,
      },
      text: `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: mesh
  namespace: istio-system
spec:
  profile: default
  meshConfig:
    accessLogFile: /dev/stdout
    enablePrometheusMerge: false
`,
    },
  ],
  fail: [
    {
      name: "no log at all",
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
          at: "4:9-4:13",
          problem: "noAccessLog",
          message:
            'IstioOperator "mesh" configures a mesh that keeps no access log, and no Telemetry of "istio-system" turns it on.',
        },
      ],
      fixed: `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: mesh
  namespace: istio-system
spec:
  profile: default
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata:
  name: mesh-default
  namespace: istio-system
spec:
  accessLogging:
    - providers:
        - name: envoy
`,
    },
    {
      name: "a Telemetry that turns the log off",
      files: {
        "telemetry.yaml": `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata:
  name: mesh-default
  namespace: istio-system
spec:
  accessLogging:
    - disabled: true
`,
      },
      text: `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: mesh
  namespace: istio-system
spec:
  profile: default
`,
      findings: [{ at: "4:9-4:13", problem: "noAccessLog" }],
      fixed: `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: mesh
  namespace: istio-system
spec:
  profile: default
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata:
  name: mesh-default
  namespace: istio-system
spec:
  accessLogging:
    - providers:
        - name: envoy
`,
    },
    {
      name: "a Telemetry for one namespace only",
      files: {
        "telemetry.yaml": `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata:
  name: shop
  namespace: shop
spec:
  accessLogging:
    - providers: [{name: envoy}]
`,
      },
      text: `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: mesh
  namespace: istio-system
spec:
  profile: default
`,
      findings: [{ at: "4:9-4:13", problem: "noAccessLog" }],
      fixed: `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: mesh
  namespace: istio-system
spec:
  profile: default
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata:
  name: mesh-default
  namespace: istio-system
spec:
  accessLogging:
    - providers:
        - name: envoy
`,
    },
    {
      name: "no metrics",
      text: `apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata:
  name: mesh
  namespace: istio-system
spec:
  profile: default
  meshConfig:
    accessLogFile: /dev/stdout
    enablePrometheusMerge: false
`,
      findings: [
        {
          at: "4:9-4:13",
          problem: "noMetrics",
          message:
            'IstioOperator "mesh" turns off the merging of metrics, and nothing in the workspace scrapes the proxies.',
        },
      ],
      fixed: null,
    },
  ],
};
