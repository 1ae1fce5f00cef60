FROM python:3.12-slim-bookworm AS build

# Needed to build psycopg2.
RUN apt-get update \
    && apt-get install -y --no-install-recommends gcc libc6-dev libpq-dev curl \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /app
RUN python3 -m venv /venv
ENV PATH=/venv/bin:$PATH
COPY requirements.txt .
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install -r requirements.txt

FROM python:3.12-slim-bookworm
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --create-home app

# Needed to build psycopg2.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpq5 curl \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /app
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH
COPY . .

HEALTHCHECK CMD curl -f http://localhost:8000/ || exit 1
USER 10001:10001
CMD ["gunicorn", "app:app"]
