FROM node:22 AS build
WORKDIR /app
COPY package-lock.json package.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm install
COPY . .
RUN npm run build

FROM gcr.io/distroless/nodejs22-debian13:nonroot
ENV HOSTNAME=0.0.0.0
WORKDIR /app
COPY --from=build --chown=65532:65532 /app/.next/standalone ./
COPY --from=build --chown=65532:65532 /app/.next/static ./.next/static
COPY --from=build /app/public ./public
EXPOSE 3000
CMD ["server.js"]
