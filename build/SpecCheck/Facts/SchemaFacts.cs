using SpecCheck.Reading;

namespace SpecCheck.Facts;

/// <summary>Lists what a schema says, and the schemas in it.</summary>
internal sealed class SchemaFacts(SpecFile file, FactList facts)
{
    private const int MaxDepth = 100;

    private readonly HashSet<Node> _open = [];

    public void Read(Subject subject, Node node)
    {
        Schema schema = Schema.Read(file, node);
        facts.Schemas.TryAdd(subject.Key, schema);
        string baseLabel = schema.Name ?? subject.Label;
        facts.Bases.TryAdd(subject.Key, baseLabel);
        ReadSelf(subject, schema, baseLabel);
        if (!_open.Add(schema.Target))
        {
            facts.Recursions.Add(subject.Key);
            return;
        }

        if (_open.Count > MaxDepth)
        {
            throw new SpecFileException(schema.Target, $"more than {MaxDepth} schemas are nested in each other.");
        }

        var required = schema.Required.ToDictionary(r => r.Name, r => r.Node, StringComparer.Ordinal);
        foreach ((string name, Node property) in schema.Properties)
        {
            Subject child = subject.Child(name, $"{baseLabel}.{name}");
            facts.Add(child, FactName.Property, null, property);
            facts.Add(child, FactName.Required, required.ContainsKey(name), required.GetValueOrDefault(name) ?? property);
            Read(child, property);
        }

        if (schema.Items is { } items)
        {
            Read(subject.Child("[]", $"{subject.Label}[]"), items);
        }

        if (schema.AdditionalProperties is MapNode values)
        {
            Read(subject.Child("{}", $"{subject.Label}{{}}"), values);
        }

        _open.Remove(schema.Target);
    }

    private void ReadSelf(Subject subject, Schema schema, string baseLabel)
    {
        facts.Add(subject, FactName.Type, schema.Type, schema.First("type") ?? schema.Node);
        facts.Add(subject, FactName.Nullable, schema.IsNullable, schema.First("nullable") ?? schema.Node);
        facts.Add(subject, FactName.ReadOnly, schema.Says("readOnly"), schema.First("readOnly") ?? schema.Node);
        facts.Add(subject, FactName.Deprecated, schema.Says("deprecated"), schema.First("deprecated") ?? schema.Node);
        if (schema.Format is { } format)
        {
            facts.Add(subject, FactName.Format, format.AsText(), format);
        }

        if (schema.AdditionalProperties is { } additional)
        {
            facts.Add(subject with { Label = baseLabel }, FactName.AdditionalProperties, additional is not TextNode { Text: "false" }, additional);
        }

        foreach (TextNode value in schema.Values)
        {
            facts.Add(subject, FactName.Value, value.Text, value);
        }

        if (subject.Direction == Direction.Request)
        {
            foreach (string limit in FactName.Limits)
            {
                if (schema.Limit(limit) is { } found)
                {
                    facts.Add(subject, limit, found.Value, found.Node);
                }
            }
        }
    }
}
