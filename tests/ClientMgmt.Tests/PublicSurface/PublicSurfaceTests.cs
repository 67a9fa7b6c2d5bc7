using System.Reflection;
using ClientMgmt.EntityFrameworkCore;
using ClientMgmt.Manifests;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.PublicSurface;

/// <summary>What a program can use of each library is what was reviewed: PublicApi.txt beside its project file.</summary>
public sealed class PublicSurfaceTests
{
    private const string Accept = "CLIENTMGMT_ACCEPT_API";

    private static IEnumerable<TestCaseData> Libraries =>
        new[] { typeof(IClientManagement), typeof(EntityFrameworkRegistrationStore<>), typeof(ManifestPlan), typeof(SandboxServer) }
            .Select(type => new TestCaseData(type.Assembly).SetArgDisplayNames(type.Assembly.GetName().Name!));

    [TestCaseSource(nameof(Libraries))]
    public void Is_the_one_that_was_reviewed(Assembly library)
    {
        string project = library.GetName().Name!;
        string file = Path.Combine(Repository.Root, "src", project, "PublicApi.txt");
        string[] surface = [.. SurfaceWriter.Write(library)];
        if (Environment.GetEnvironmentVariable(Accept) == "1")
            File.WriteAllText(file, string.Join('\n', surface) + "\n");

        string[] reviewed = File.Exists(file) ? File.ReadAllLines(file) : [];

        string[] changes = [.. reviewed.Except(surface).Select(l => $"- {l}"), .. surface.Except(reviewed).Select(l => $"+ {l}")];
        Assert.That(surface, Is.EqualTo(reviewed), $"""
            The public surface of {project} is not what src/{project}/PublicApi.txt says:
            {string.Join('\n', changes)}
            If that is intended, run this, look at the change of the file, and commit it:
            {Accept}=1 dotnet test tests/ClientMgmt.Tests --filter PublicSurfaceTests
            """);
    }

    [Test]
    public void The_tool_has_none() => Assert.That(typeof(ClientMgmt.Cli.Errors.ExitCode).Assembly.GetExportedTypes(), Is.Empty);
}
