using System.Diagnostics.Metrics;
using System.Text;
using ClientMgmt.Registration;
using ClientMgmt.Telemetry;
using ClientMgmt.Tests.Conventions;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Readme;

/// <summary>The tables on the page of the library say what the code says.</summary>
public sealed class ReadmeTests
{
    // Without one, dynamic registration knows no metadata that tell scopes.
    private static readonly Uri s_issuer = new("https://as.example.com/");

    private static readonly string s_readme = Documents.Read(Documents.Library);

    private static IEnumerable<(string Setting, string Default)> ResilienceRows => Part("resilience").Split('\n').Skip(2)
        .Select(row => row.Split('|', StringSplitOptions.TrimEntries)).Select(cells => (cells[1].Trim('`'), cells[2]));

    [Test]
    public void The_table_of_operations_is_what_the_capabilities_say()
    {
        string table = Part("capabilities");

        Assert.That(table, Is.EqualTo(Table().Trim()), Table());
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
        Capabilities[] backends = [.. Enum.GetValues<Backend>().Select(b => BackendCapabilities.Of(new ProviderOptions { Backend = b, Issuer = s_issuer }))];
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

    private static string Part(string name) => Documents.Part(Documents.Library, name);
}
