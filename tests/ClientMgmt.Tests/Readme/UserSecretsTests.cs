using ClientMgmt.Tests.Packages;
using ClientMgmt.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Tests.Readme;

/// <summary>The commands that keep a credential among the user secrets, typed as HOWTO has them.</summary>
[Platform("Linux")]
public sealed class UserSecretsTests
{
    [Test]
    public async Task They_give_the_credential_to_the_provider()
    {
        using var temporary = new TemporaryFolder();
        string folder = temporary.Path;
        File.WriteAllText(Path.Combine(folder, "Orders.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
            </Project>
            """);
        foreach (string command in Documents.Part("src/ClientMgmt/HOWTO.md", "user-secrets").Split('\n', StringSplitOptions.TrimEntries))
        {
            string[] words = [.. command.Split(' ').Select(w => w.Trim('"'))];
            await Command.RunAsync(Command.DotNet, words[1..], folder, new Dictionary<string, string?> { ["HOME"] = folder });
        }

        string file = Directory.EnumerateFiles(Path.Combine(folder, ".microsoft", "usersecrets"), "secrets.json", SearchOption.AllDirectories).Single();
        var services = new ServiceCollection();
        services.AddClientManagement(new ConfigurationBuilder().AddJsonFile(file).Build().GetSection("ClientManagement"));
        await using ServiceProvider provider = services.BuildServiceProvider();
        ClientManagementOptions options = provider.GetRequiredService<IOptions<ClientManagementOptions>>().Value;
        Assert.That(options.Providers["main"].AccessToken?.Reveal(), Is.EqualTo("eyJ0eXAiOiJKV1Qi"));
    }
}
