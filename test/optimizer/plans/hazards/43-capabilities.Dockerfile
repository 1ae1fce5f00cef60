FROM golang:1.26
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    go build -o /usr/local/bin/api . && setcap cap_net_bind_service=+ep /usr/local/bin/api
CMD ["/usr/local/bin/api"]
