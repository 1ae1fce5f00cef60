FROM golang:1.25 AS build
WORKDIR /app
COPY . .
RUN mkdir -p /var/spool/mail-queue
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    CGO_ENABLED=0 go build -o server .

FROM gcr.io/distroless/static-debian13:nonroot
WORKDIR /app
COPY --from=build /app/server /app/server
COPY --from=build /var/spool/mail-queue /var/spool/mail-queue
EXPOSE 8025
CMD ["./server", "-queue", "/var/spool/mail-queue"]
