FROM python:3.12 AS build

ENV POETRY_VERSION=1.8.4

RUN pip install "poetry==$POETRY_VERSION"

WORKDIR /code
RUN poetry config virtualenvs.create false
RUN python3 -m venv /venv
ENV VIRTUAL_ENV=/venv PATH=/venv/bin:$PATH
COPY pyproject.toml poetry.lock ./
RUN --mount=type=cache,target=/root/.cache/pypoetry \
    poetry install --no-root --only main --no-interaction

FROM python:3.12-slim
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --create-home app

ENV PYTHONUNBUFFERED=1

WORKDIR /code
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH
COPY . .

USER 10001:10001

CMD ["uvicorn", "shop.main:app", "--host", "0.0.0.0"]
