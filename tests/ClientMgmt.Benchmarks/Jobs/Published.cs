using System.Runtime.InteropServices;
using ClientMgmt.Benchmarks.Servers;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Benchmarks.Jobs;

/// <summary>Programs as they are published for this machine, with code that is compiled beforehand (ReadyToRun); from a copy of the checkout.</summary>
internal sealed class Published : IDisposable
{
    private static readonly string[] s_parts = ["build", "specs", "src", "tests/ClientMgmt.Benchmarks", "tests/ClientMgmt.Tests/Support"];

    private readonly TemporaryFolder _root = new();

    public Published() => FileTree.CopyCheckout(s_parts, _root.Path);

    /// <summary>Publishes a project.</summary>
    /// <returns>The assembly to run.</returns>
    public async Task<string> PublishAsync(string project)
    {
        string name = Path.GetFileName(project), folder = Path.Combine(_root.Path, "published", name);
        await Child.RunAsync(
            _root.Path, "publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--no-self-contained", "-o", folder,
            "-p:PublishReadyToRun=true", "-p:RunAnalyzers=false", "--nologo");
        return Path.Combine(folder, name + ".dll");
    }

    /// <summary>Publishes a console program that does nothing.</summary>
    /// <returns>The assembly to run.</returns>
    public Task<string> PublishEmptyAsync()
    {
        string folder = Path.Combine(_root.Path, "tests", "Empty");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "return;");
        File.WriteAllText(
            Path.Combine(folder, "Empty.csproj"),
            """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup></Project>""");
        return PublishAsync("tests/Empty");
    }

    public void Dispose() => _root.Dispose();
}
