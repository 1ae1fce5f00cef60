FROM python:3.12 AS build
WORKDIR /app
RUN python3 -m venv /venv
ENV PATH=/venv/bin:$PATH
RUN pip install --no-cache-dir --upgrade pip setuptools
COPY requirements.txt .
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install -r requirements.txt

FROM python:3.12-slim
RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --create-home app
WORKDIR /app
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH
COPY . .
USER 10001:10001
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
