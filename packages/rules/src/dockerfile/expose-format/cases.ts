import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "ports, ranges and protocols", text: "FROM alpine:3.20\nEXPOSE 80 90-91/UDP 5000/sctp\n" },
    { name: "a variable that is not known", text: "FROM alpine:3.20\nARG PORT\nEXPOSE $PORT\n" },
  ],
  fail: [
    {
      name: "ports of the host",
      text: "FROM scratch\nEXPOSE 127.0.0.1:80:80 [::1]:8080:8080/udp 5000:5000 8000\n",
      findings: [
        {
          at: "2:8-2:23",
          problem: "mapping",
          message:
            'EXPOSE "127.0.0.1:80:80" maps a port of the host, which only the command that runs the image can do.',
        },
        { at: "2:24-2:43", problem: "mapping" },
        { at: "2:44-2:53", problem: "mapping" },
      ],
      fixed: "FROM scratch\nEXPOSE 80 8080/udp 5000 8000\n",
      safety: "safe",
    },
    {
      name: "a name, a protocol that does not exist, and a mapping out of a variable",
      text: "FROM alpine:3.20\nENV MAP=80:80\nEXPOSE http 80/http $MAP\n",
      findings: [
        { at: "3:8-3:12", problem: "noPort", message: 'EXPOSE "http" names no port.' },
        {
          at: "3:13-3:20",
          problem: "protocol",
          message: 'Protocol "http" is not known: write tcp, udp or sctp.',
        },
        { at: "3:21-3:25", problem: "mapping" },
      ],
      fixed: null,
    },
  ],
};
