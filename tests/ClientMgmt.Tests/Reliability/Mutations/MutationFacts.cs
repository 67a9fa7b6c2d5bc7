using System.Text;

namespace ClientMgmt.Tests.Reliability;

/// <summary>What a result says, each fact by a name, so that results can be compared one by one.</summary>
internal static class MutationFacts
{
    public static IReadOnlyDictionary<string, object?> OfClient(object? result)
    {
        var client = (OAuthClient)result!;
        var facts = new Dictionary<string, object?>
        {
            ["id"] = client.ClientId,
            ["secret"] = client.ClientSecret?.Reveal(),
            ["enabled"] = client.Enabled,
            ["created"] = client.CreatedAt,
            ["modified"] = client.ModifiedAt,
        };
        foreach (string name in client.Metadata.Names)
        {
            facts[name] = client.Metadata.Value(name);
        }

        foreach ((string name, System.Text.Json.JsonElement value) in client.Metadata.Extensions)
        {
            facts["extension " + name] = value;
        }

        // Printing and comparing must work with whatever was read.
        Assert.That((client.ToString().Length > 0, client.Metadata.Equals(client.Metadata with { })), Is.EqualTo((true, true)));
        return facts.ToDictionary(f => f.Key, f => (object?)(f.Value is null ? null : Text(f.Value)));
    }

    public static IReadOnlyDictionary<string, object?> OfList(object? result) => ((IEnumerable<object>)result!).DistinctBy(Id).ToDictionary(
        Id,
        item => (object?)Text(item switch
        {
            OAuthClient client => OfClient(client),
            AuthorizedClient { Client: { } client } grant => (grant.Scope, grant.ModifiedAt, Text(OfClient(client))),
            _ => item,
        }));

    public static IReadOnlyDictionary<string, object?> OfGrants(object? result)
    {
        var grants = (GrantedScopes)result!;
        return new Dictionary<string, object?>
        {
            ["latest"] = grants.Latest is null ? null : Text(grants.Latest),
            ["merged"] = grants.Merged is null ? null : Text(grants.Merged),
            ["modified"] = grants.ModifiedAt,
        };
    }

    public static IReadOnlyDictionary<string, object?> OfScopes(object? result) =>
        new Dictionary<string, object?> { ["scopes"] = result is IReadOnlyList<string> scopes ? Text(scopes) : null };

    public static IReadOnlyDictionary<string, object?> OfSecret(object? result) =>
        new Dictionary<string, object?> { ["secret"] = ((Secret)result!).Reveal() };

    public static IReadOnlyDictionary<string, object?> OfNothing(object? result) => new Dictionary<string, object?>();

    public static IReadOnlyDictionary<string, object?> OfCatalogue(object? result) =>
        new Dictionary<string, object?> { ["scopes"] = Text(((IReadOnlyList<OAuthScope>)result!).Select(s => s.Name).ToList()) };

    private static string Id(object item) => item switch
    {
        OAuthClient client => client.ClientId,
        AuthorizedClient grant => grant.ClientId,
        _ => ((OAuthScope)item).Name,
    };

    private static string Text(object value) => value switch
    {
        IReadOnlyDictionary<string, object?> facts =>
            string.Join("; ", facts.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}")),
        IReadOnlyDictionary<string, string> texts => string.Join("; ", texts.Select(t => $"{t.Key}={t.Value}")),
        IReadOnlyList<string> list => $"[{string.Join("|", list)}]",
        
        // A value stays as it came, members of one name included; what counts is what it says.
        System.Text.Json.JsonElement json => MutationJson.Text(MutationJson.Parse(Encoding.UTF8.GetBytes(json.GetRawText()))),
        _ => value.ToString()!,
    };
}
