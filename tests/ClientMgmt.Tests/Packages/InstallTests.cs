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

    [Test]
    public async Task A_console_program_lists_the_clients_of_a_sandbox()
    {
        var consumer = new Consumer("Console");
        consumer.Write("Program.cs", Consumer.Source("Console", "Program.cs"));
        consumer.Write("Console.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                {Settings}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ClientMgmt" Version="{PackageFeed.Version}" />
                <PackageReference Include="ClientMgmt.Sandbox" Version="{PackageFeed.Version}" />
              </ItemGroup>
            </Project>
            """);

        string output = await consumer.DotNetAsync("run");

        Assert.That(output.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(3).And.All.Match(@"^\d+ \w+"));
    }

    [Test]
    public async Task A_web_application_serves_the_clients_of_two_providers()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync();
        sandbox.Authlete.Seed(SandboxDefaults.ServiceId, 2);
        sandbox.Authlete.Seed(SandboxDefaults.ServiceApiKey, 3);
        var consumer = new Consumer("Web");
        consumer.Configure(sandbox.Settings.Select(s => KeyValuePair.Create(Renamed(s.Key), s.Value)));
        consumer.Configure([new("ClientManagement:Provider", "main")]);
        consumer.Write("Program.cs", Consumer.Source("Web", "Program.cs"));
        consumer.Write("Web.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                {Settings}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ClientMgmt" Version="{PackageFeed.Version}" />
              </ItemGroup>
            </Project>
            """);
        await consumer.DotNetAsync("build", "-o", "out");

        using Process web = consumer.Start(consumer.Path("out/Web.dll"), "--urls", "http://127.0.0.1:0");
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
    public async Task A_test_uses_the_sandbox()
    {
        var consumer = new Consumer("Tests");
        consumer.Write("OrdersTests.cs", Consumer.Source("Tests", "OrdersTests.cs"));
        consumer.Write("Tests.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                {Settings}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ClientMgmt.Sandbox" Version="{PackageFeed.Version}" />
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="{PackageFeed.VersionOf("Microsoft.NET.Test.Sdk")}" />
                <PackageReference Include="NUnit" Version="{PackageFeed.VersionOf("NUnit")}" />
                <PackageReference Include="NUnit3TestAdapter" Version="{PackageFeed.VersionOf("NUnit3TestAdapter")}" />
              </ItemGroup>
            </Project>
            """);

        Assert.That(await consumer.DotNetAsync("test"), Does.Match(@"Failed: +0, Passed: +2, Skipped: +0"));
    }

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
