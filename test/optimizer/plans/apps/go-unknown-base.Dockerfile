FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    CGO_ENABLED=0 go build -o /firewall .

# It brings iptables, which the program runs.
FROM registry.k8s.io/build-image/distroless-iptables:v0.8.2
WORKDIR /
COPY --from=build /firewall /firewall
CMD ["/firewall"]
