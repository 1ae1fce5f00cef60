FROM python:3.12
WORKDIR /app
COPY pyproject.toml poetry.lock ./
RUN --mount=type=cache,target=/root/.cache/pypoetry \
    pip install poetry==2.1.4 && poetry config virtualenvs.in-project true && poetry install --no-root
COPY . .
CMD poetry run alembic upgrade head && poetry run gunicorn shop:app
