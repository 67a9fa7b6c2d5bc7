using System.CommandLine;
using ClientMgmt.Cli.Errors;

namespace ClientMgmt.Cli.Options;

/// <summary>The kind of client that a new one is to be.</summary>
internal sealed class TemplateInput
{
    private readonly Option<string?> _name = new("--template")
    {
        Description = "Begins with what the standards ask of a kind of client: spa, web, native, device, service or ciba. Flags and --file win over it.",
        HelpName = "KIND",
    };

    public TemplateInput() => _name.AcceptOnlyFromAmong([.. ClientTemplate.All.Select(t => t.Name)]);

    public static (string Title, string Text) Note => (
        "Templates",
        string.Join('\n', ClientTemplate.All.SelectMany(t => (string[])
        [
            $"{t.Name}: {t.Description}",
            .. t.Values.Select(v => $"  {v.Property} = {v.Text}\n      {v.Source}"),
        ]))
        + "\nWhat a provider has no place for is left out, and told; without what makes a client of its kind, nothing is created.");

    public void AddTo(Command command) => command.Add(_name);

    /// <summary>Puts the template below what was named.</summary>
    /// <exception cref="UsageException">The provider cannot have a client of this kind.</exception>
    public IReadOnlyList<PropertyChange> Below(Session session, IReadOnlyList<PropertyChange> named)
    {
        if (session.Get(_name) is not { } name)
        {
            return named;
        }

        Capabilities capabilities = session.Clients.Capabilities;
        ClientTemplate template = ClientTemplate.All.First(t => t.Name == name);
        TemplateValue[] values = [.. template.Values.Where(v => named.All(n => n.Property != v.Property) && (IsStandard(v) || IsKnown(v.Property, capabilities)))];
        FieldError[] refused = [.. Refused(values, named, capabilities).Where(e => values.Any(v => v.Property == e.Name))];
        if (refused.FirstOrDefault(e => values.Any(v => v.Property == e.Name && v.IsEssential)) is { } missing)
        {
            throw new UsageException($"--template {name}: {session.Clients.Provider} cannot have such a client: {missing.Name} {missing.Message}.");
        }

        foreach (FieldError left in refused)
        {
            session.View.Note($"--template {name}: {left.Name} {left.Message}; it is left out.");
        }

        return [.. values.Where(v => refused.All(e => e.Name != v.Property)).Select(v => Change(v, name)), .. named];

        static PropertyChange Change(TemplateValue value, string template) => new(value.Property, value.Value, $"--template {template}");
    }

    private static bool IsKnown(string property, Capabilities capabilities) =>
        capabilities.Metadata.ContainsKey(property) && capabilities.CanSetAtCreation(property);

    private static bool IsStandard(TemplateValue value) => ClientMetadata.StandardNames.Contains(value.Property);

    private static IReadOnlyList<FieldError> Refused(IEnumerable<TemplateValue> values, IEnumerable<PropertyChange> named, Capabilities capabilities)
    {
        ClientMetadata metadata = named.Aggregate(
            values.Aggregate(new ClientMetadata(), (m, v) => m.WithValue(v.Property, v.Value)), (m, change) => change.ApplyTo(m));
        return capabilities.CheckCreation(metadata);
    }
}
