/** Files that the program cannot read at run time: source that is compiled, manifests, documents, and what serves builds. */
const INERT =
  /(?:^|\/)(?:Dockerfile[\w.-]*|[\w.-]+\.Dockerfile|\.(?!env(?:\.|$))[\w.-]+|Makefile|LICEN[CS]E[\w.-]*|NOTICE|CHANGELOG[\w.-]*|README[\w.-]*|go\.(?:mod|sum|work)|Cargo\.(?:toml|lock)|rust-toolchain[\w.]*|build\.rs|pom\.xml|mvnw(?:\.cmd)?|gradlew(?:\.bat)?|[\w.-]+\.gradle(?:\.kts)?|gradle\.properties|lombok\.config|CMakeLists\.txt|meson\.build|configure(?:\.ac)?|global\.json|[nN]u[gG]et\.config|Directory\.[\w.]+|(?:docker-)?compose[\w.-]*\.ya?ml|skaffold\.yaml|cloudbuild\.yaml|renovate\.json)$|\.(?:md|rst|adoc|go|rs|java|kt|kts|scala|groovy|cs|fs|vb|csproj|fsproj|vbproj|sln|slnx|c|cc|cpp|cxx|h|hpp|hh|cmake|proto|ex|exs)$|(?:^|\/)(?:\.github|\.git|docs?|tests?|testdata|\.vscode|\.idea|target|\.mvn|gradle\/wrapper|src\/(?:main|test)\/(?:java|kotlin|resources|scala)|Properties)\//;

/** True for a file of the context that a program does not read as it runs; `.env` is one that it may. */
export function isInert(file: string): boolean {
  return INERT.test(file);
}
