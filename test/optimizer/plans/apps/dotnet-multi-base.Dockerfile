FROM mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled-extra AS base
USER app
WORKDIR /app
EXPOSE 8080

FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
ARG BUILD_CONFIGURATION=Release
WORKDIR /src
COPY ["src/Shop/Shop.csproj", "src/Shop/"]
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet restore "src/Shop/Shop.csproj"
COPY . .
WORKDIR "/src/src/Shop"
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet build "Shop.csproj" -c $BUILD_CONFIGURATION -o /app/build

FROM build AS publish
ARG BUILD_CONFIGURATION=Release
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet publish "Shop.csproj" -c $BUILD_CONFIGURATION -o /app/publish /p:UseAppHost=false

FROM base AS final
WORKDIR /app
COPY --from=publish /app/publish .
ENTRYPOINT ["dotnet", "Shop.dll"]
