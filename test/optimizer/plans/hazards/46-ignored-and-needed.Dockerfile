FROM node:22
WORKDIR /app
COPY package.json package-lock.json server.js ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci
COPY . .
CMD ["node", "server.js"]
