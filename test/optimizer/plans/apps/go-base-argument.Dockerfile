ARG ALPINE=3.22
FROM golang:1.25-alpine AS builder
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    CGO_ENABLED=0 go build -o /app .

FROM alpine:${ALPINE}
COPY --from=builder /app /app
CMD ["/app"]
