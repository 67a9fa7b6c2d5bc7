using System.Diagnostics;
using System.Text.RegularExpressions;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Packages;

/// <summary>What a user does with the packages: install each into something new, and run it.</summary>
public sealed class InstallTests
{
    private const string Settings = """
        <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
        """;

    private Consumer _consumer = null!;

    [OneTimeSetUp]
    public async Task BuildAsync()
    {
        _consumer = new Consumer("Programs");
        Add("Console", "Program.cs", "Microsoft.NET.Sdk", "<OutputType>Exe</OutputType>", "ClientMgmt", "ClientMgmt.Sandbox");
        Add("Web", "Program.cs", "Microsoft.NET.Sdk.Web", "", "ClientMgmt");
        Add("Tests", "OrdersTests.cs", "Microsoft.NET.Sdk", "", "ClientMgmt.Sandbox", "Microsoft.NET.Test.Sdk", "NUnit", "NUnit3TestAdapter");
        _consumer.Write("Programs.slnx", """
            <Solution>
              <Project Path="Console/Console.csproj" />
              <Project Path="Web/Web.csproj" />
              <Project Path="Tests/Tests.csproj" />
            </Solution>
            """);
        await _consumer.DotNetAsync("build");
    }

    [Test]
    public async Task A_console_program_lists_the_clients_of_a_sandbox()
    {
        string output = await _consumer.DotNetAsync("run", "--no-build", "--project", "Console");

        Assert.That(output.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(3).And.All.Match(@"^\d+ \w+"));
    }

    [Test]
    public async Task A_web_application_serves_the_clients_of_two_providers()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync();
        sandbox.Authlete.Seed(SandboxDefaults.ServiceId, 2);
        sandbox.Authlete.Seed(SandboxDefaults.ServiceApiKey, 3);
        _consumer.Configure(sandbox.Settings.Select(s => KeyValuePair.Create(Renamed(s.Key), s.Value)));
        _consumer.Configure([new("ClientManagement:Provider", "main")]);

        using Process web = _consumer.Start(_consumer.Path("Web/bin/Debug/net10.0/Web.dll"), "--urls", "http://127.0.0.1:0");
        try
        {
            using var http = new HttpClient { BaseAddress = await AddressAsync(web) };

            Assert.That(
                (Names(await http.GetStringAsync("/clients")), Names(await http.GetStringAsync("/legacy"))), Is.EqualTo((2, 3)));
        }
        finally
        {
            web.Kill();
            await web.WaitForExitAsync();
        }
    }

    [Test]
    public async Task A_test_uses_the_sandbox() =>
        Assert.That(await _consumer.DotNetAsync("test", "Tests", "--no-build"), Does.Match(@"Failed: +0, Passed: +2, Skipped: +0"));

    [Test]
    public async Task The_tool_is_installed_and_lists_clients()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync();
        sandbox.Authlete.Seed(SandboxDefaults.ServiceId, 2);
        var consumer = new Consumer("Tool");
        consumer.Configure(sandbox.Settings);

        await consumer.DotNetAsync("tool", "install", "ClientMgmt.Cli", "--version", PackageFeed.Version, "--tool-path", "tools");
        string output = await consumer.RunAsync(consumer.Path("tools/clientmgmt"), "client", "list", "--output", "json");

        Assert.That(Regex.Count(output, "\"client_id\""), Is.EqualTo(2), output);
    }

    private void Add(string name, string source, string sdk, string property, params string[] packages)
    {
        _consumer.Write($"{name}/{source}", Consumer.Source(name, source));
        _consumer.Write($"{name}/{name}.csproj", $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                {property}
                {Settings}
              </PropertyGroup>
              <ItemGroup>
                {string.Concat(packages.Select(p => $"<PackageReference Include=\"{p}\" Version=\"{PackageFeed.VersionOf(p)}\" />"))}
              </ItemGroup>
            </Project>
            """);
    }

    private static string Renamed(string key) => key
        .Replace(":AuthleteV3:", ":main:", StringComparison.Ordinal).Replace(":AuthleteV2:", ":legacy:", StringComparison.Ordinal);

    private static int Names(string json) => System.Text.Json.JsonSerializer.Deserialize<string[]>(json)!.Length;

    private static async Task<Uri> AddressAsync(Process web)
    {
        var lines = new List<string>();
        while (await web.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (Regex.Match(line, "http://127[^ ]+") is { Success: true } address)
                return new Uri(address.Value);
        }

        throw new AssertionException(string.Join('\n', lines) + await web.StandardError.ReadToEndAsync());
    }
}
