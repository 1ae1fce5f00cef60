FROM python:3.10-slim-buster

RUN apt update -y && apt install awscli -y
RUN apt-get install -y git
WORKDIR /app

COPY requirements.txt ./

RUN pip install --upgrade pip
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install --default-timeout=100 -r requirements.txt

COPY . /app

# Expose port 8080
EXPOSE 8080

# Run the Flask app with the updated command to bind to 0.0.0.0
CMD ["python", "app.py", "--host", "0.0.0.0", "--port", "8080"]
