using System.Collections.Immutable;
using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>From a document to a manifest: which keys there may be, and once.</summary>
internal sealed class ManifestBuilder
{
    private readonly ProblemList _problems;
    private readonly ReaderOptions _options;
    private readonly List<string> _ignored = [];
    private readonly ManifestValues _values;
    private readonly ImmutableDictionary<string, JsonElement>.Builder _standard = Dictionary<JsonElement>();
    private readonly ImmutableDictionary<string, JsonElement>.Builder _extensions = Dictionary<JsonElement>();
    private readonly ImmutableDictionary<string, ManifestLocation>.Builder _places = Dictionary<ManifestLocation>();
    private readonly List<(ScalarNode Key, string Property, string Tag, string Text)> _translations = [];
    private string? _clientId;
    private bool? _enabled;

    private ManifestBuilder(ProblemList problems, ReaderOptions options) =>
        (_problems, _options, _values) = (problems, options, new ManifestValues(problems, options.Variables));

    /// <summary>Null if it is not a client at all; else what could be understood of it.</summary>
    public static ClientManifest? Build(Node client, string file, ReaderOptions options, List<ManifestProblem> problems)
    {
        var list = new ProblemList(file, problems);
        if (client is not MapNode map)
        {
            list.Add(client, "A client is an object with keys such as client_name; a document is one client, or a list of clients.");
            return null;
        }

        return new ManifestBuilder(list, options).Build(map, file);
    }

    private ClientManifest Build(MapNode map, string file)
    {
        foreach ((ScalarNode key, Node value) in _values.Distinct(map))
        {
            _places[key.Value] = key.In(file);
            ReadMember(key, value, file);
        }

        AddTranslations(file);
        bool hasName = _standard.TryGetValue(ManifestKeys.ClientName, out JsonElement name)
            && name.ValueKind == JsonValueKind.String && name.GetString() is not "";
        if (_options.RequireClient && !hasName && !_places.ContainsKey(ManifestKeys.ClientId)
            && (!_places.ContainsKey(ManifestKeys.ClientName) || _standard.ContainsKey(ManifestKeys.ClientName)))
        {
            _problems.Add(map, "It is not said which client is meant: give client_id, or client_name for a new one or one that is named so.");
        }

        return new ClientManifest
        {
            ClientId = _clientId,
            Enabled = _enabled,
            Values = _standard.ToImmutable(),
            Extensions = _extensions.ToImmutable(),
            IgnoredKeys = [.. _ignored],
            Location = map.In(file),
            Places = _places.ToImmutable(),
        };
    }

    private void ReadMember(ScalarNode key, Node value, string file)
    {
        switch (key.Value)
        {
            case var name when _options.IgnoredKeys.Contains(name):
                _ignored.Add(name);
                break;
            case ManifestKeys.Schema:
                _ = _values.Text(key.Value, value);
                break;
            case ManifestKeys.ClientId:
                _clientId = _values.Id(key.Value, value);
                break;
            case ManifestKeys.Enabled:
                _enabled = _values.Flag(key.Value, value)?.GetBoolean();
                break;
            case ManifestKeys.Extensions:
                ReadExtensions(value, file);
                break;
            case var name when ClientMetadata.StandardNames.Contains(name):
                if (_values.Standard(name, value) is { } known)
                {
                    _standard[name] = known;
                }

                break;
            case var name when TaggedNames.TrySplit(name, out string property, out string tag):
                if (_values.Text(name, value) is { } text)
                {
                    _translations.Add((key, property, tag, text));
                }

                break;
            case var name:
                _problems.Add(key, Unknown(name));
                break;
        }
    }

    // Two ways to write the same property, which may stand beside each other.
    private void AddTranslations(string file)
    {
        foreach (var group in _translations.GroupBy(t => t.Property, StringComparer.Ordinal))
        {
            var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
            if (_standard.TryGetValue(group.Key, out JsonElement whole) && whole.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty member in whole.EnumerateObject())
                {
                    texts[member.Name] = member.Value.GetString()!;
                }
            }

            foreach ((ScalarNode key, _, string tag, string text) in group)
            {
                if (!texts.TryAdd(tag, text))
                {
                    _problems.Add(key, $"'{tag}' is in {group.Key} too.");
                }
            }

            _standard[group.Key] = JsonSerializer.SerializeToElement(texts);
            _places[group.Key] = _places.GetValueOrDefault(group.Key) ?? group.First().Key.In(file);
        }
    }

    private void ReadExtensions(Node value, string file)
    {
        if (value is not MapNode map)
        {
            if (value is not ScalarNode scalar || PlainScalar.Of(scalar) != PlainScalar.Meaning.Null)
            {
                _problems.Add(value, "extensions must be an object of the vendor's properties.");
            }

            return;
        }

        foreach ((ScalarNode key, Node member) in _values.Distinct(map))
        {
            if (ManifestKeys.Secrets.Contains(key.Value))
            {
                _problems.Add(key, Unknown(key.Value));
            }
            else if (ManifestKeys.IsTaken(key.Value))
            {
                _problems.Add(key, $"'{key.Value}' is not a vendor's property here; write it outside of extensions, or leave a vendor's property of this name out.");
            }
            else if (string.IsNullOrWhiteSpace(key.Value))
            {
                _problems.Add(key, "The name of a property must not be empty.");
            }
            else
            {
                _extensions[key.Value] = _values.Any(member);
                _places[key.Value] = key.In(file);
            }
        }
    }

    private static string Unknown(string key) => ManifestKeys.Secrets.Contains(key)
        ? $"'{key}' does not belong in a manifest: files hold no secrets. Set it with set-secret, or have one made by rotate-secret."
        : ManifestKeys.Nearest(key) is { } nearest ? $"'{key}' is unknown; did you mean '{nearest}'? A vendor's property goes under extensions."
        : $"'{key}' is unknown. A vendor's property goes under extensions.";

    private static ImmutableDictionary<string, T>.Builder Dictionary<T>() =>
        ImmutableDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
}
