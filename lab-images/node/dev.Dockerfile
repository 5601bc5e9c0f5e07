# BASE is `scratch`, where rootfs.tar is the whole system, or an image of the registry, where it is what the contract adds.
ARG BASE=scratch
FROM ${BASE}
ADD rootfs.tar /
ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt \
    NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
# A number, so that an orchestrator can see that it is not root.
USER 65532
WORKDIR /app
ENTRYPOINT ["/usr/bin/node"]
