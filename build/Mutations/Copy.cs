using System.Diagnostics;
using Mutations.Writing;
using Microsoft.CodeAnalysis.CSharp;

namespace Mutations;

/// <summary>A copy of the working tree, in which the mutants are.</summary>
/// <param name="root">The root of the repository.</param>
/// <param name="folder">Where the copy is.</param>
internal sealed class Copy(string root, string folder)
{
    private const string Library = "src/ClientMgmt";
    private const string Tests = "tests/ClientMgmt.Tests";

    public string TestProject => Path.Combine(folder, Tests);

    public string Program => Path.Combine(TestProject, "bin/Release/net10.0/ClientMgmt.Tests.dll");

    /// <summary>Copies what is or could be committed.</summary>
    public void Fill()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (string file in Run("git", root, "ls-files", "-co", "--exclude-standard", "-z").Output.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            string target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (File.Exists(Path.Combine(root, file)))
            {
                File.Copy(Path.Combine(root, file), target);
            }
        }

        foreach (string name in typeof(Copy).Assembly.GetManifestResourceNames())
        {
            using Stream source = typeof(Copy).Assembly.GetManifestResourceStream(name)!;
            using FileStream target = File.Create(Path.Combine(folder, name == "M.cs" ? Library : Tests, name));
            source.CopyTo(target);
        }
    }

    /// <summary>Writes all mutants into the copy, except those that do not compile.</summary>
    public List<Mutant> Mutate(IReadOnlySet<int> broken)
    {
        var mutants = new List<Mutant>();
        foreach (string file in Directory.EnumerateFiles(Path.Combine(root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(root, f)).Where(f => Scope.PartOf(f) is not null && !f.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(root, file)));
            File.WriteAllText(Path.Combine(folder, file), new Mutator(file, mutants, broken).Visit(tree.GetRoot())!.ToFullString());
        }

        return mutants;
    }

    /// <summary>Builds the copy.</summary>
    /// <returns>The errors of the compiler.</returns>
    public IReadOnlyList<BuildError> Build(string project)
    {
        (int exitCode, string output) = Run(
            "dotnet", folder, "build", project, "-c", "Release", "--nologo", "-v", "q", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false",
            "-p:GenerateProgramFile=false", "-p:GenerateDocumentationFile=false", "-p:NuGetAudit=false", "-p:WarningLevel=0");
        List<BuildError> errors = [.. output.Split('\n').Select(BuildError.Parse).OfType<BuildError>().Distinct()];
        return exitCode == 0 || errors.Count > 0 ? errors : throw new InvalidOperationException(output);
    }

    private static (int ExitCode, string Output) Run(string program, string directory, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
