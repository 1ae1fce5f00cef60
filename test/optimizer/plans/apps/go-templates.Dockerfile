FROM golang:1.26 AS build
WORKDIR /app
COPY . ./
RUN --mount=type=cache,target=/go/pkg/mod \
    --mount=type=cache,target=/root/.cache/go-build \
    CGO_ENABLED=0 go build -o /app/server

FROM gcr.io/distroless/static-debian13:nonroot
ENV PORT=8080
WORKDIR /app
COPY --from=build /app/server /app/server
COPY static ./static/
COPY templates ./templates/
CMD ["/app/server"]
