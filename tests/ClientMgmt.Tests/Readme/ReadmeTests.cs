using System.Diagnostics.Metrics;
using System.Text;
using System.Text.RegularExpressions;
using ClientMgmt.Registration;
using ClientMgmt.Telemetry;
using ClientMgmt.Tests.Conventions;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Readme;

/// <summary>README says what the code says.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string s_readme = Repository.ReadAllText("README.md");

    // Programs and tests that are compiled and run, here and, as those of a user, by InstallTests.
    private static readonly string s_compiled = Squeeze(string.Concat(new[] { "Readme", "Packages/Consumers" }
        .SelectMany(folder => Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "tests", "ClientMgmt.Tests", folder), "*.cs", SearchOption.AllDirectories))
        .Select(File.ReadAllText)));

    private static IEnumerable<TestCaseData> Examples => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src"), "README.md", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any())
        .Append(Path.Combine(Repository.Root, "README.md"))
        .SelectMany(file => CodeBlocks().Matches(File.ReadAllText(file)).Select((m, i) => new TestCaseData(m.Groups[1].Value)
            .SetArgDisplayNames(Path.GetRelativePath(Repository.Root, file), $"{i + 1}")));

    private static IEnumerable<(string Setting, string Default)> ResilienceRows => Part("resilience").Split('\n').Skip(2)
        .Select(row => row.Split('|', StringSplitOptions.TrimEntries)).Select(cells => (cells[1].Trim('`'), cells[2]));

    [Test]
    public void The_table_of_operations_is_what_the_capabilities_say()
    {
        string table = Part("capabilities");

        Assert.That(table, Is.EqualTo(Table().Trim()), Table());
    }

    [TestCaseSource(nameof(Examples))]
    public void An_example_is_compiled(string example) => Assert.That(s_compiled, Does.Contain(Squeeze(example)));

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
            provider.GetRequiredService<IClientManagementFactory>().Providers, Is.EquivalentTo(new[] { "main", "legacy", "office", "open" }));
    }

    [Test]
    public void The_table_of_settings_names_them_all() => Assert.That(
        typeof(ProviderOptions).GetProperties().Select(p => p.Name).Append(nameof(ClientManagementOptions.MaxResponseBytes))
            .Where(name => !s_readme.Contains($"`{name}`", StringComparison.Ordinal) && name != nameof(ProviderOptions.CredentialCallback)),
        Is.Empty);

    [Test]
    public void The_table_of_resilience_has_every_setting_in_the_order_of_the_code() => Assert.That(
        ResilienceRows.Select(r => r.Setting), Is.EqualTo(typeof(ResilienceOptions).GetProperties().Select(p => p.Name)));

    [Test]
    public void The_table_of_resilience_states_the_defaults_as_a_configuration_would()
    {
        IEnumerable<KeyValuePair<string, string?>> settings = ResilienceRows.Where(r => r.Default.StartsWith('`'))
            .Select(r => KeyValuePair.Create($"x:Providers:main:Resilience:{r.Setting}", (string?)r.Default.Trim('`')));
        var read = new ClientManagementOptions();

        new ConfigurationReader(new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("x")).Configure(read);

        Assert.That(read.BindingErrors, Is.Empty);
        Assert.That(read.Providers["main"].Resilience, Is.EqualTo(new ResilienceOptions()).UsingPropertiesComparer());
        Assert.That(
            ResilienceRows.Where(r => !r.Default.StartsWith('`')).Select(r => r.Setting),
            Is.EqualTo(new[] { nameof(ResilienceOptions.RequestsPerMinute) }));
    }

    [Test]
    public void The_table_of_metrics_has_every_instrument_with_its_unit()
    {
        using ServiceProvider services =
            new ServiceCollection().AddMetrics().AddLogging().AddSingleton<Instruments>().BuildServiceProvider();
        var instruments = new List<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => Add(instrument) };
        void Add(Instrument i)
        {
            if (i.Meter.Scope == services.GetRequiredService<IMeterFactory>())
            {
                instruments.Add($"| `{i.Name}` | `{i.Unit}` | {char.ToLowerInvariant(i.Description![0])}{i.Description[1..^1]} |");
            }
        }

        services.GetRequiredService<Instruments>();
        listener.Start();

        Assert.That(Part("metrics").Split('\n').Skip(2).Order(), Is.EqualTo(instruments.Order()));
    }

    [Test]
    public void The_table_of_events_has_every_log_message() => Assert.That(
        Part("events").Split('\n').Skip(2).Select(row => row.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (int.Parse(cells[1]), cells[2].Trim('`'), cells[3])),
        Is.EqualTo(LogTests.Events.OrderBy(e => e.Id).Select(e => (e.Id, e.Name, e.Level.ToString()))));

    private static string Table()
    {
        Capabilities[] backends = [.. Enum.GetValues<Backend>().Select(b => BackendCapabilities.Of(new ProviderOptions { Backend = b }))];
        var text = new StringBuilder($"| operation | {string.Join(" | ", Enum.GetNames<Backend>())} |\n|---|---|---|---|---|\n");
        foreach (ClientOperation operation in Enum.GetValues<ClientOperation>())
        {
            IEnumerable<string> cells = backends.Select(b => Cell(b.Operations[operation]));
            text.Append($"| `{ContractMethods.PathOf(operation)}` | {string.Join(" | ", cells)} |\n");
        }

        return text.ToString();
    }

    private static string Cell(OperationCapability operation) =>
        $"{(operation.Supported ? "yes" : "no")}{(operation.Remark is { } remark ? $": {remark.TrimEnd('.')}" : "")}";

    private static string Part(string name) =>
        Regex.Match(s_readme, $"<!-- {name} -->(.*)<!-- /{name} -->", RegexOptions.Singleline).Groups[1].Value.Trim();

    private static string Squeeze(string text) => WhiteSpace().Replace(text, " ");

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlocks();

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
