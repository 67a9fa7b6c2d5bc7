using System.Diagnostics;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Specs;

/// <summary>The generated code is a function of the specifications, and of nothing else.</summary>
public sealed class GenerationTests
{
    private static readonly string[] s_files =
        ["Directory.Build.props", "Directory.Packages.props", "global.json", "nswag.json", "src/ClientMgmt/ClientMgmt.csproj"];

    private readonly string _folder = Directory.CreateTempSubdirectory("clientmgmt-").FullName;

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Neither_path_nor_culture_time_zone_nor_line_endings_change_it()
    {
        string plain = Copy("plain", text => text);
        string other = Copy(Path.Combine("another place", "ünder here"), text => text.ReplaceLineEndings("\r\n"));

        await GenerateAsync(plain, "C", "UTC");
        await GenerateAsync(other, "tr_TR.UTF-8", "Asia/Tokyo");

        Assert.That(Generated(plain).Keys, Has.Count.EqualTo(3));
        Assert.That(Generated(other), Is.EqualTo(Generated(plain)));
    }

    private static Dictionary<string, byte[]> Generated(string root) =>
        Directory.EnumerateFiles(Path.Combine(root, "src"), "*.g.cs", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes);

    private static async Task GenerateAsync(string root, string culture, string zone)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", "-t:NSwagCollect;NSwagGenerate", "-nologo", "-v:minimal", "-nodeReuse:false"])
        {
            WorkingDirectory = Path.Combine(root, "src", "ClientMgmt"),
            RedirectStandardOutput = true,
            Environment = { ["LANG"] = culture, ["LC_ALL"] = culture, ["TZ"] = zone },
        };
        using Process build = Process.Start(start)!;
        string output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        Assert.That(build.ExitCode, Is.Zero, output);
    }

    private string Copy(string name, Func<string, string> change)
    {
        string root = Path.Combine(_folder, name);
        foreach (string file in s_files.Concat(Files("specs", "*.yaml")))
        {
            Write(root, file, path => File.WriteAllText(path, change(Repository.ReadAllText(file))));
        }

        // With the generator in its obj/, if it is there: then nothing is downloaded.
        foreach (string file in Files("build", "NSwag.targets").Concat(Files(Path.Combine("build", "nswag"), "*")))
        {
            Write(root, file, path => File.Copy(Path.Combine(Repository.Root, file), path));
        }

        return root;
    }

    private static void Write(string root, string file, Action<string> write)
    {
        string path = Path.Combine(root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        write(path);
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Root, f));
}
