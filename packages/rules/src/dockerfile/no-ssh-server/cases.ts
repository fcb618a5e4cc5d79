import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "the client alone", text: "FROM alpine:3.20\nRUN apk add --no-cache openssh-client git\n" },
    {
      name: "the client of Debian",
      text: "FROM debian:12\nRUN apt-get update && apt-get install -y openssh-client\n",
    },
    {
      name: "a server in a stage that is only copied from",
      text: "FROM alpine:3.20 AS test\nRUN apk add openssh-server\nFROM alpine:3.20\nEXPOSE 8080\n",
    },
    { name: "a port that holds 22 among its digits", text: "FROM alpine:3.20\nEXPOSE 2222 8022/tcp\n" },
    { name: "known hosts for the client", text: "FROM alpine:3.20\nCOPY ssh_config /etc/ssh/ssh_config\n" },
    { name: "a server that is removed", text: "FROM debian:12\nRUN apt-get purge -y openssh-server\n" },
  ],
  fail: [
    {
      name: "installed, configured, exposed and started",
      text: `FROM debian:12
RUN apt-get update \\
 && apt-get install -y --no-install-recommends \\
    openssh-server=1:9.2p1-2
COPY sshd_config /etc/ssh/
EXPOSE 8080 22/tcp
CMD ["/usr/sbin/sshd", "-D"]
`,
      findings: [
        {
          at: "4:5-4:29",
          problem: "installed",
          message: 'Package "openssh-server" brings an SSH server into the image.',
        },
        { at: "5:6-5:17", problem: "configured", message: 'File "sshd_config" configures an SSH server.' },
        { at: "6:13-6:19", problem: "exposed", message: "Port 22 is exposed, the port of SSH." },
        { at: "7:6-7:22", problem: "started", message: 'Command starts the SSH server "sshd".' },
      ],
      fixed: null,
    },
    {
      name: "the package of Alpine holds both",
      text: "FROM alpine:3.20\nRUN apk add --no-cache openssh dropbear\nENTRYPOINT rc-service sshd start && exec top\n",
      findings: [
        { at: "2:24-2:31", problem: "installed" },
        { at: "2:32-2:40", problem: "installed" },
        { at: "3:23-3:27", problem: "started" },
      ],
      fixed: null,
    },
    {
      name: "a range of ports, and a port out of a variable",
      text: "FROM alpine:3.20\nENV SSH_PORT=22\nEXPOSE 20-25\nEXPOSE $SSH_PORT\n",
      findings: [
        { at: "3:8-3:13", problem: "exposed" },
        { at: "4:8-4:17", problem: "exposed" },
      ],
      fixed: null,
    },
    {
      name: "in a stage that the last one builds on, by sudo, in a heredoc",
      text: "FROM fedora:40 AS base\nRUN <<EOF\nsudo dnf -y install openssh-server\nsudo systemctl enable sshd.service\nEOF\nFROM base\n",
      findings: [
        { at: "3:21-3:35", problem: "installed" },
        { at: "4:23-4:35", problem: "started" },
      ],
      fixed: null,
    },
  ],
};
