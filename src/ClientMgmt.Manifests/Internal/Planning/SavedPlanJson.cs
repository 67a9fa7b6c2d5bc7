using System.Collections.Immutable;
using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>All that is needed to do what a plan says, and no secret.</summary>
internal static class SavedPlanJson
{
    public static void Write(Utf8JsonWriter writer, ManifestPlan plan)
    {
        writer.WriteStartObject();
        writer.WriteString("provider", plan.Provider);
        writer.WriteString("origin", plan.Origin);
        writer.WriteArray("changes", plan.Changes, Write);
        writer.WriteEndObject();
    }

    public static ManifestPlan Read(JsonElement plan) => new(
        plan.GetProperty("provider").GetString()!, plan.GetProperty("changes").EnumerateArray().Select(ReadChange))
    {
        Origin = plan.GetProperty("origin").GetString(),
    };

    // Of a client that is changed, nothing else is compared or written than what the plan alters.
    private static void Write(Utf8JsonWriter writer, ClientChange change)
    {
        writer.WriteString("action", change.Kind.ToString());
        writer.WriteString("client_id", change.ClientId);
        writer.WriteString("client_name", change.ClientName);
        if (change.Kind == ChangeKind.Unchanged)
        {
            return;
        }

        bool isChange = change.Kind == ChangeKind.Change;
        writer.WriteProperties(change.Properties);
        WriteMetadata(writer, "before", SavedMetadata.Of(isChange ? Only(change, change.Before) : change.Before));
        WriteMetadata(writer, "after", isChange ? Only(change, change.After) : change.After);
        WriteManifest(writer, change.Manifest);
        writer.WritePropertyName("enabled");
        JsonSerializer.Serialize(writer, change.Client?.Enabled);
        writer.WritePropertyName("modified_at");
        JsonSerializer.Serialize(writer, change.Client?.ModifiedAt);
        writer.WriteString("secret_digest", change.Client?.ClientSecret is { } secret ? SecretDigest.Of(secret) : change.SecretDigest);
    }

    private static ClientChange ReadChange(JsonElement change)
    {
        ChangeKind kind = Enum.Parse<ChangeKind>(change.GetProperty("action").GetString()!);
        var read = new ClientChange
        {
            Kind = kind,
            ClientId = change.GetProperty("client_id").GetString(),
            ClientName = change.GetProperty("client_name").GetString(),
        };
        if (kind == ChangeKind.Unchanged)
        {
            return read;
        }

        var before = change.GetProperty("before").Deserialize<ClientMetadata>()!;
        return read with
        {
            IsSaved = true,
            Properties = [.. change.GetProperty("properties").EnumerateArray().Select(ReadProperty)],
            Before = before,
            After = change.GetProperty("after").Deserialize<ClientMetadata>()!,
            Manifest = ReadManifest(change.GetProperty("manifest")),
            SecretDigest = change.GetProperty("secret_digest").GetString(),
            Client = kind != ChangeKind.Delete ? null : new OAuthClient
            {
                ClientId = read.ClientId!,
                Enabled = change.GetProperty("enabled").Deserialize<bool?>(),
                ModifiedAt = change.GetProperty("modified_at").Deserialize<DateTimeOffset?>(),
                Metadata = before,
            },
        };
    }

    private static PropertyChange ReadProperty(JsonElement property) => new(
        property.GetProperty("name").GetString()!, ReadValue(property.GetProperty("old")), ReadValue(property.GetProperty("new")))
    {
        IsExtension = property.GetProperty("extension").GetBoolean(),
    };

    private static JsonElement? ReadValue(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.Clone();

    private static ClientMetadata Only(ClientChange change, ClientMetadata metadata) => Drift.Set(new ClientMetadata(), metadata, change.ChangedMetadata);

    private static void WriteMetadata(Utf8JsonWriter writer, string name, ClientMetadata metadata)
    {
        writer.WritePropertyName(name);
        JsonSerializer.Serialize(writer, metadata);
    }

    private static void WriteManifest(Utf8JsonWriter writer, ClientManifest? manifest)
    {
        if (manifest is null)
        {
            writer.WriteNull("manifest");
            return;
        }

        writer.WriteStartObject("manifest");
        writer.WriteString("client_id", manifest.ClientId);
        writer.WritePropertyName("enabled");
        JsonSerializer.Serialize(writer, manifest.Enabled);
        WriteValues(writer, "values", manifest.Values);
        WriteValues(writer, "extensions", manifest.Extensions);
        writer.WriteEndObject();
    }

    private static ClientManifest? ReadManifest(JsonElement manifest) => manifest.ValueKind == JsonValueKind.Null ? null : new ClientManifest
    {
        ClientId = manifest.GetProperty("client_id").GetString(),
        Enabled = manifest.GetProperty("enabled").Deserialize<bool?>(),
        Values = ReadValues(manifest.GetProperty("values")),
        Extensions = ReadValues(manifest.GetProperty("extensions")),
    };

    private static void WriteValues(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, JsonElement> values)
    {
        writer.WriteStartObject(name);
        foreach ((string key, JsonElement value) in values.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            writer.WriteValue(key, value);
        }

        writer.WriteEndObject();
    }

    private static ImmutableDictionary<string, JsonElement> ReadValues(JsonElement values) =>
        values.EnumerateObject().ToImmutableDictionary(v => v.Name, v => v.Value.Clone(), StringComparer.Ordinal);
}
