FROM golang:1.25
WORKDIR /app
COPY src .
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    go build -o notes .
CMD ["./notes"]
