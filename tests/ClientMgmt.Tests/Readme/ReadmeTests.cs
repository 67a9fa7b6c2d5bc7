using System.Text;
using System.Text.RegularExpressions;
using ClientMgmt.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Readme;

/// <summary>README says what the code says.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string s_readme = Repository.ReadAllText("README.md");

    private static IEnumerable<string> Examples => CodeBlocks().Matches(s_readme).Select(m => m.Groups[1].Value);

    [Test]
    public void The_table_of_operations_is_what_the_capabilities_say()
    {
        string table = Section().Match(s_readme).Groups[1].Value.Trim();

        Assert.That(table, Is.EqualTo(Table().Trim()), Table());
    }

    // The examples are in Examples.cs, which is compiled and run.
    [TestCaseSource(nameof(Examples))]
    public void An_example_is_compiled(string example) => Assert.That(
        Squeeze(Repository.ReadAllText("tests", "ClientMgmt.Tests", "Readme", "Examples.cs")), Does.Contain(Squeeze(example)));

    [Test]
    public void The_example_of_configuration_has_no_mistakes()
    {
        string json = JsonBlock().Match(s_readme).Groups[1].Value.Replace("…", "1");
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .Add(new JsonStreamConfigurationSource { Stream = new MemoryStream(Encoding.UTF8.GetBytes(json)) }).Build();
        var services = new ServiceCollection();
        services.AddClientManagement(configuration.GetSection("ClientManagement"));
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.That(
            provider.GetRequiredService<IClientManagementFactory>().Providers, Is.EquivalentTo(new[] { "main", "legacy", "office" }));
    }

    [Test]
    public void The_table_of_settings_names_them_all() => Assert.That(
        typeof(ProviderOptions).GetProperties().Select(p => p.Name).Append(nameof(ClientManagementOptions.MaxResponseBytes))
            .Where(name => !s_readme.Contains($"`{name}`", StringComparison.Ordinal) && name != nameof(ProviderOptions.CredentialCallback)),
        Is.Empty);

    private static string Table()
    {
        Capabilities[] backends = [.. Enum.GetValues<Backend>().Select(Of)];
        var text = new StringBuilder($"| operation | {string.Join(" | ", Enum.GetNames<Backend>())} |\n|---|---|---|---|\n");
        foreach (ClientOperation operation in Enum.GetValues<ClientOperation>())
        {
            IEnumerable<string> cells = backends.Select(b => Cell(b.Operations[operation]));
            text.Append($"| `{operation}Async` | {string.Join(" | ", cells)} |\n");
        }

        return text.ToString();
    }

    private static string Cell(OperationCapability operation) =>
        $"{(operation.Supported ? "yes" : "no")}{(operation.Remark is { } remark ? $": {remark.TrimEnd('.')}" : "")}";

    private static Capabilities Of(Backend backend)
    {
        var services = new ServiceCollection();
        services.AddClientManagement(options => options.Providers["x"] = new ProviderOptions
        {
            Backend = backend,
            BaseAddress = new Uri("https://api.example.com/"),
            ServiceId = backend == Backend.AuthleteV3 ? "1" : null,
            CredentialCallback = _ => throw new InvalidOperationException("No request is sent."),
        });
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IClientManagement>().Capabilities;
    }

    private static string Squeeze(string text) => WhiteSpace().Replace(text, " ");

    [GeneratedRegex(@"<!-- capabilities -->(.*)<!-- /capabilities -->", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlocks();

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
