/** The language families that recipes exist for. */
export type Ecosystem = 'python' | 'node' | 'go' | 'rust' | 'java' | 'dotnet' | 'ruby' | 'php' | 'elixir' | 'c' | 'static';
