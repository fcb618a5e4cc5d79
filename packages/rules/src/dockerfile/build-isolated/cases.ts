import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "a plain step", text: "FROM alpine:3.20\nRUN --network=none --security=sandbox make\n" },
    {
      name: "mounts of the build",
      text: "FROM alpine:3.20\nRUN --mount=type=cache,target=/root/.cache --mount=type=ssh make\n",
    },
    {
      name: "a socket of the program itself",
      text: "FROM alpine:3.20\nVOLUME /run/web.sock\nENV SOCKET=/run/mydocker.socket\n",
    },
  ],
  fail: [
    {
      name: "flags of RUN",
      text: "FROM alpine:3.20\nRUN --security=insecure mount -t proc proc /proc\nRUN --network=host \\\n  --mount=type=cache,target=/c make\n",
      findings: [
        {
          at: "2:5-2:24",
          problem: "insecure",
          message: '"--security=insecure" runs this step with all capabilities and without confinement.',
        },
        {
          at: "3:5-3:19",
          problem: "hostNetwork",
          message: '"--network=host" gives this step the network of the machine that builds.',
        },
      ],
      fixed: null,
    },
    {
      name: "the socket of the runtime",
      text: `FROM docker:27 AS build
RUN --mount=type=bind,source=/var/run/docker.sock,target=/s docker build .
RUN docker -H unix:///var/run/docker.sock ps && DOCKER_HOST=unix:///run/podman/podman.sock podman ps
ENV DOCKER_HOST=unix:///var/run/docker.sock
VOLUME ["/run/containerd/containerd.sock"]
`,
      findings: [
        {
          at: "2:30-2:50",
          problem: "socket",
          message:
            'Socket "/var/run/docker.sock" of the container runtime gives whoever reaches it root on the machine.',
        },
        { at: "3:15-3:42", problem: "socket" },
        { at: "3:61-3:91", problem: "socket" },
        { at: "4:17-4:44", problem: "socket" },
        { at: "5:9-5:42", problem: "socket" },
      ],
      fixed: null,
    },
  ],
};
