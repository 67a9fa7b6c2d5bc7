using System.Globalization;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>
/// Makes the document that a create or an update stores. An update is a full replacement: what the request leaves out
/// goes to its default. Only what the server itself owns is carried over.
/// </summary>
internal sealed class ClientWriter(ServiceState service, long id)
{
    // At most one of them; an empty text counts.
    private static readonly string[] s_certificateSubjects =
        ["tlsClientAuthSubjectDn", "tlsClientAuthSanDns", "tlsClientAuthSanUri", "tlsClientAuthSanIp", "tlsClientAuthSanEmail"];

    public JsonObject Create(JsonObject sent, JsonObject initial) => Write(sent, initial, lockable: false);

    public JsonObject Update(JsonObject sent, JsonObject stored) =>
        Write(sent, stored, lockable: service.Behavior.LockedChangedByUpdate && !service.IsV3);

    private JsonObject Write(JsonObject sent, JsonObject stored, bool lockable)
    {
        string[] subjects = [.. s_certificateSubjects.Where(name => sent[name] is not null)];
        if (subjects.Length > 1 && !subjects.All(name => JsonNode.DeepEquals(sent[name], stored[name])))
            throw new Refusal(Errors.CertificateSubjects(service.Behavior));
        var result = new JsonObject();
        foreach (Property property in ClientProperties.Client(service.Options.Version))
            Set(result, property, Value(property, sent, stored, lockable));
        CopyUnknown(result, sent, stored, ClientProperties.Client(service.Options.Version));
        Derive(result);
        return result;
    }

    private JsonNode? Value(Property property, JsonObject sent, JsonObject stored, bool lockable)
    {
        if (property.IsServers(service.Options.Version) && !(lockable && property.Name == "locked"))
            return stored[property.Name]?.DeepClone();
        JsonNode? value = sent[property.Name];
        if (value is JsonArray { Count: 0 } && service.Behavior.EmptyArraysBecomeNull)
            value = null;
        if (value is null)
            return Default(property, isEmpty: sent[property.Name] is JsonArray);

        // What the server itself has answered it also takes back, whatever it is.
        if (JsonNode.DeepEquals(value, stored[property.Name]))
            return value.DeepClone();
        if (!ValueRules.Accepts(service, property, value))
            throw new Refusal(ListFails(property, value) ? Errors.Failed(service.Behavior) : Errors.Property(service.Behavior, property.Name));
        return property.Kind switch
        {
            PropertyKind.Extension => Extension((JsonObject)value, stored[property.Name] as JsonObject),
            _ when property.Name == "customMetadata" => CustomMetadata.Filter(service, value),
            _ when property.Name == "jwks" && service.IsV3 => JsonText.Normalize(value.AsText()!),
            _ => value.DeepClone(),
        };
    }

    private JsonObject Extension(JsonObject sent, JsonObject? stored)
    {
        var result = new JsonObject();
        foreach (Property property in ClientProperties.Extension(service.Options.Version))
        {
            JsonNode? value = sent[property.Name];
            if (value is not null && !JsonNode.DeepEquals(value, stored?[property.Name]) && !ValueRules.Accepts(service, property, value))
                throw new Refusal(Errors.Property(service.Behavior, "extension." + property.Name));
            Set(result, property, value?.DeepClone());
        }

        CopyUnknown(result, sent, stored, ClientProperties.Extension(service.Options.Version));
        return result;
    }

    private void CopyUnknown(JsonObject result, JsonObject sent, JsonObject? stored, IEnumerable<Property> known)
    {
        var names = known.Select(p => p.Name).ToHashSet();
        foreach ((string name, JsonNode? value) in sent)
        {
            if (!names.Contains(name) && (service.KeepsUnknown || stored?.ContainsKey(name) == true))
                result[name] = value?.DeepClone();
        }
    }

    private void Set(JsonObject result, Property property, JsonNode? value) => Unset.Write(result, property, value, service.Behavior.Unset);

    // A list of known words with another one in it.
    private bool ListFails(Property property, JsonNode value) => service.IsV3 && service.Behavior.UnknownListValueFails
        && property is { Kind: PropertyKind.TextList, Values: not null } && value is JsonArray list && list.All(item => item.AsText() is not null);

    // A new client is PUBLIC with the method NONE; in v3 the alias is the client_id and cannot be emptied.
    private JsonNode? Default(Property property, bool isEmpty) => property.Name switch
    {
        "clientType" => "PUBLIC",
        "tokenAuthMethod" => "NONE",
        "idTokenSignAlg" => "RS256",
        "subjectType" => "PUBLIC",
        "responseModes" when !isEmpty => KnownValues.ResponseModes.ToJsonArray(),
        "clientIdAlias" when service.IsV3 => id.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private void Derive(JsonObject client)
    {
        if (service.IsV3)
            client["clientIdAliasEnabled"] = true;
        Property sector = ClientProperties.Client(service.Options.Version).First(p => p.Name == "derivedSectorIdentifier");
        Set(client, sector, SectorIdentifier(client));
        CheckAlias(client);
    }

    // The host that all redirect URIs share.
    private static string? SectorIdentifier(JsonObject client)
    {
        string?[] sources = client["sectorIdentifierUri"].AsText() is { } identifier ? [identifier]
            : client["redirectUris"] is JsonArray uris ? [.. uris.Select(uri => uri.AsText())]
            : [];
        string[] hosts = [.. sources.Select(s => Uri.TryCreate(s, UriKind.Absolute, out Uri? uri) ? uri.Host : "").Distinct()];
        return hosts is [{ Length: > 0 } host] ? host : null;
    }

    private void CheckAlias(JsonObject client)
    {
        if (client["clientIdAlias"].AsText() is not { Length: > 0 } alias || alias == id.ToString(CultureInfo.InvariantCulture))
            return;
        bool web = alias.StartsWith("http://", StringComparison.Ordinal) || alias.StartsWith("https://", StringComparison.Ordinal);
        if (web && service.Behavior.HttpAliasProhibited)
            throw new Refusal(Errors.Property(service.Behavior, "clientIdAlias"));
        if (service.Behavior.DuplicateAlias != AuthleteDuplicateAlias.Accepted && service.AliasOwner(alias, id) is not null)
            throw new Refusal(Errors.AliasTaken(service.Behavior));
    }
}
