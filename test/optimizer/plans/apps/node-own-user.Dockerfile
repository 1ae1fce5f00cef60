FROM node:22 AS build

WORKDIR /home/node/app

COPY package*.json ./

RUN --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev

FROM gcr.io/distroless/nodejs22-debian13:nonroot

WORKDIR /home/node/app

USER 65532:65532

COPY --from=build /home/node/app/node_modules /home/node/app/node_modules

COPY --chown=65532:65532 . .

EXPOSE 3000

CMD ["server.js"]
