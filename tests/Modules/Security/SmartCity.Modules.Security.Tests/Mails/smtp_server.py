"""A mail server for tests: takes mail on a loopback port and writes each into a file of a folder.

    smtp_server.py PORT FOLDER [CERTIFICATE KEY]

A recipient named refused… is answered 550, one named later… 451. With a certificate it offers STARTTLS. It offers
sign-in and notes every attempt at it in the file "sign-ins". It ends when its standard input does.
"""

import os
import ssl
import sys
import warnings

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult


class Keeper:
    def __init__(self, folder):
        self.folder = folder
        self.number = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused"):
            return "550 5.1.1 there is no such mailbox: " + address
        if address.startswith("later"):
            return "451 4.2.0 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.number += 1
        name = os.path.join(self.folder, "%d-%06d" % (os.getpid(), self.number))
        with open(name + ".part", "wb") as file:
            file.write(envelope.content)
        os.rename(name + ".part", name + ".eml")
        return "250 OK"


def main(port, folder, certificate=None, key=None):
    # Sign-in in the clear is offered on purpose: whoever uses it is found out.
    warnings.simplefilter("ignore")
    context = None
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)

    def sign_in(server, session, envelope, mechanism, data):
        with open(os.path.join(folder, "sign-ins"), "ab") as file:
            file.write(data.login + b":" + data.password + b"\n")
        return AuthResult(success=data.password == b"right")

    controller = Controller(
        Keeper(folder),
        hostname="127.0.0.1",
        port=int(port),
        ready_timeout=30,
        authenticator=sign_in,
        auth_require_tls=False,
        tls_context=context,
    )
    controller.start()
    print("ready", flush=True)
    sys.stdin.read()
    controller.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
