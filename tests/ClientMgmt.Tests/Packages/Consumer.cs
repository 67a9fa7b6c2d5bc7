using System.Diagnostics;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Packages;

/// <summary>A folder of a user: outside the repository, with the feed as the only source and nothing restored before.</summary>
internal sealed class Consumer
{
    private readonly string _folder;
    private readonly Dictionary<string, string?> _variables;

    public Consumer(string name)
    {
        _folder = PackageFeed.NewFolder(name);
        _variables = new() { ["NUGET_PACKAGES"] = System.IO.Path.Combine(_folder, "cache") };
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="feed" value="{PackageFeed.Feed}" />
              </packageSources>
              <auditSources>
                <clear />
              </auditSources>
              <fallbackPackageFolders>
                <clear />
              </fallbackPackageFolders>
            </configuration>
            """);
    }

    /// <summary>Reads a source file of Consumers, which is compiled there alone.</summary>
    public static string Source(params string[] path) =>
        Repository.ReadAllText(["tests", "ClientMgmt.Tests", "Packages", "Consumers", .. path]);

    /// <summary>Sets the environment variables that stand for the settings of a sandbox.</summary>
    public void Configure(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        foreach ((string key, string? value) in settings)
        {
            _variables[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }
    }

    public string Path(string file) => System.IO.Path.Combine(_folder, file);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(file))!);
        File.WriteAllText(Path(file), text);
    }

    public Task<string> DotNetAsync(params string[] args) => RunAsync(Command.DotNet, args);

    public Task<string> RunAsync(string program, params string[] args) => Command.RunAsync(program, args, _folder, _variables);

    public Process Start(params string[] args) => Command.Start(Command.DotNet, args, _folder, _variables);
}
