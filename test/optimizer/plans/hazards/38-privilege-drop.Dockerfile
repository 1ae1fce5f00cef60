FROM python:3.12
WORKDIR /app
COPY requirements.txt .
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install -r requirements.txt
COPY . .
ENTRYPOINT ["./start.sh"]
CMD ["gunicorn", "app:app"]
