import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "safe ones",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    sysctls:
      - {name: net.ipv4.tcp_syncookies, value: '1'}
      - {name: net.ipv4.tcp_rmem, value: '4096 87380 16777216'}
  containers:
    - {name: web, image: a}
`,
    },
    {
      name: "no sysctls",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a}
`,
    },
  ],
  fail: [
    {
      name: "an unsafe one",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    sysctls:
      - name: net.core.somaxconn
        value: '1024'
      - name: kernel.shm_rmid_forced
        value: '1'
  containers:
    - {name: web, image: a}
`,
      findings: [
        {
          at: "8:15-8:33",
          problem: "unsafe",
          message: 'The pod of Pod "web" sets the unsafe kernel parameter net.core.somaxconn.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    sysctls:
      - name: kernel.shm_rmid_forced
        value: '1'
  containers:
    - {name: web, image: a}
`,
    },
    {
      name: "one that became safe later",
      kubernetesMinor: 28,
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext: {sysctls: [{name: net.ipv4.tcp_fin_timeout, value: '10'}]}
  containers:
    - {name: web, image: a}
`,
      findings: [{ at: "6:38-6:62", problem: "unsafe" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext: {sysctls: []}
  containers:
    - {name: web, image: a}
`,
    },
    {
      name: "safe ones that the configuration forbids",
      options: { forbidden: ["kernel.*", "net.ipv4.tcp_syncookies"] },
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    sysctls:
      - {name: kernel.shm_rmid_forced, value: "1"}
      - {name: net.ipv4.tcp_syncookies, value: "1"}
      - {name: net.ipv4.ip_local_port_range, value: "1024 65535"}
  containers:
    - {name: web, image: a}
`,
      findings: [
        {
          at: "8:16-8:38",
          problem: "forbidden",
          message:
            'The pod of Pod "web" sets the kernel parameter kernel.shm_rmid_forced, which the configuration forbids.',
        },
        { at: "9:16-9:39", problem: "forbidden" },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    sysctls:
      - {name: net.ipv4.ip_local_port_range, value: "1024 65535"}
  containers:
    - {name: web, image: a}
`,
    },
  ],
};
