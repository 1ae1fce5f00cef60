FROM node:22
RUN groupadd shop && useradd -u 1000 -g shop shop
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci
COPY . .
USER shop
CMD ["node", "server.js"]
