FROM node:22 AS build
WORKDIR /app
COPY package*.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev

FROM gcr.io/distroless/nodejs22-debian13:nonroot
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY . .
USER 65532:65532
HEALTHCHECK CMD ["/nodejs/bin/node", "health.js"]
ENTRYPOINT ["/nodejs/bin/node"]
CMD ["server.js"]
