namespace ClientMgmt.Tests.RealServers.Library;

/// <summary>The contract, as far as the standards have it, without a look behind the server.</summary>
internal static class Promises
{
    public const string StoresAll = "Create stores what was asked for";
    public const string Secret = "Create issues a secret";
    public const string Reads = "Get reads what create returned";
    public const string Lists = "List tells every known client once over many pages";
    public const string Updates = "Update changes the named property and no other";
    public const string Often = "Updates follow one another";
    public const string AtOnce = "Six updates at once are all made";
    public const string Idle = "An update that changes nothing leaves the secret as it is";
    public const string KeepsSecret = "Update leaves the secret as it is";
    public const string ShowsSecret = "The secret that update returns is the one that is read";
    public const string Unsets = "Update takes away what is set to null and nothing else";
    public const string UnsetsName = "Update takes away the name";
    public const string Public = "A client without a secret has none";
    public const string Scopes = "Requestable scopes are read, set and cleared";
    public const string Catalogue = "The catalogue of scopes has some";
    public const string Refuses = "A fragment in a redirect URI is refused by name";
    public const string Deletes = "Delete removes the client";
    public const string Unknown = "An unknown client is not found";

    public static IReadOnlyList<Promise> All { get; } =
    [
        new(StoresAll, async clients =>
        {
            ClientMetadata asked = RichMetadata.For(clients.Capabilities, "All");
            return Names(RichMetadata.Differences(asked, (await clients.CreateAsync(asked)).Metadata));
        }),
        new(Secret, async clients => (await CreateAsync(clients)).ClientSecret is null ? "there is none" : null),
        new(Reads, async clients =>
        {
            OAuthClient created = await CreateAsync(clients);
            return Different(created, await clients.GetAsync(created.ClientId));
        }),
        new(Lists, async clients =>
        {
            var created = new List<string>();
            for (int i = 0; i < 5; i++)
            {
                created.Add((await CreateAsync(clients)).ClientId);
            }

            List<string> listed = await clients.ListAsync(new ClientListOptions { PageSize = 2 }).Select(c => c.ClientId).ToListAsync();
            return listed.Distinct().Count() == listed.Count ? Names(created.Except(listed)) : "one is there twice";
        }),
        new(Updates, async clients =>
        {
            OAuthClient created = await CreateAsync(clients);
            OAuthClient updated = await clients.UpdateAsync(created.ClientId, c => c with { ClientName = "Renamed" });
            OAuthClient read = await clients.GetAsync(created.ClientId);
            ClientMetadata expected = created.Metadata with { ClientName = "Renamed" };
            return Names(RichMetadata.Differences(expected, updated.Metadata).Concat(RichMetadata.Differences(expected, read.Metadata)))
                ?? (updated.Metadata == expected && read.Metadata == expected ? null : "something was added");
        }),
        new(Often, async clients =>
        {
            string id = (await CreateAsync(clients)).ClientId;
            for (int i = 0; i < 5; i++)
            {
                await clients.UpdateAsync(id, c => c with { ClientName = c.ClientName + "!" });
            }

            return (await clients.GetAsync(id)).Metadata.ClientName is var name && name == "Rich!!!!!" ? null : $"it is {name}";
        }),
        new(AtOnce, async clients =>
        {
            string id = (await CreateAsync(clients)).ClientId;
            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => clients.UpdateAsync(id, c => c with { ClientName = c.ClientName + "!" })));
            return (await clients.GetAsync(id)).Metadata.ClientName is var name && name == "Rich!!!!!!" ? null : $"it is {name}";
        }),
        new(Idle, async clients =>
        {
            OAuthClient created = await CreateAsync(clients);
            await clients.UpdateAsync(created.ClientId, c => c with { ClientName = c.ClientName });
            return Different(created, await clients.GetAsync(created.ClientId));
        }),
        new(KeepsSecret, async clients =>
        {
            OAuthClient created = await CreateAsync(clients);
            OAuthClient updated = await clients.UpdateAsync(created.ClientId, c => c with { ClientName = "Renamed" });
            return Equals(created.ClientSecret, updated.ClientSecret) ? null : "it is another one";
        }),
        new(ShowsSecret, async clients =>
        {
            OAuthClient updated = await clients.UpdateAsync((await CreateAsync(clients)).ClientId, c => c with { ClientName = "Renamed" });
            return updated.ClientSecret is { } secret && secret.Equals((await clients.GetAsync(updated.ClientId)).ClientSecret) ? null : "it is another one";
        }),
        new(Unsets, async clients =>
        {
            OAuthClient created = await CreateAsync(clients);
            OAuthClient updated = await clients.UpdateAsync(created.ClientId, c => c with { Jwks = null, RequestObjectSigningAlg = null });
            ClientMetadata expected = created.Metadata with { Jwks = null, RequestObjectSigningAlg = null };
            return created.Metadata.Jwks is null ? "there was nothing to take away" : Names(RichMetadata.Differences(expected, updated.Metadata))
                ?? (updated.Metadata == expected && (await clients.GetAsync(created.ClientId)).Metadata == expected ? null : "it is there still");
        }),
        new(UnsetsName, async clients =>
        {
            OAuthClient updated = await clients.UpdateAsync((await CreateAsync(clients)).ClientId, c => c with { ClientName = null });
            return updated.Metadata.ClientName is null ? null : "it is there still";
        }),
        new(Public, async clients =>
        {
            ClientMetadata asked = RichMetadata.For(clients.Capabilities, "Rich") with { TokenEndpointAuthMethod = ClientAuthenticationMethods.None };
            OAuthClient created = await clients.CreateAsync(asked);
            return created.ClientSecret is null && created.Metadata.TokenEndpointAuthMethod == ClientAuthenticationMethods.None ? null : "it has one";
        }),
        new(Scopes, async clients =>
        {
            string id = (await CreateAsync(clients)).ClientId;
            string before = string.Join(' ', (await clients.Scopes.GetRequestableScopesAsync(id) ?? []).Order());
            await clients.Scopes.SetRequestableScopesAsync(id, ["openid", "email"]);
            string set = string.Join(' ', (await clients.Scopes.GetRequestableScopesAsync(id) ?? []).Order());
            await clients.Scopes.ClearRequestableScopesAsync(id);
            return (before, set, await clients.Scopes.GetRequestableScopesAsync(id)) is ("openid profile", "email openid", null) ? null : $"{before}, then {set}";
        }),
        new(Catalogue, async clients => (await clients.Scopes.ListScopesAsync()).Any(s => s.Name == "openid") ? null : "openid is not there"),
        new(Refuses, async clients =>
        {
            try
            {
                await clients.CreateAsync(RichMetadata.For(clients.Capabilities, "Rich") with { RedirectUris = ["https://client.example.com/#cb"] });
                return "it is taken";
            }
            catch (InvalidClientMetadataException e)
            {
                return e.Error.FieldErrors.Any(f => f.Name == "redirect_uris") ? null : $"without the name: {e.Message}";
            }
        }),
        new(Deletes, async clients =>
        {
            string id = (await CreateAsync(clients)).ClientId;
            await clients.DeleteAsync(id);
            return await NotFoundAsync(clients, id)
                ?? (await clients.ListAsync().AnyAsync(c => c.ClientId == id) ? "it is listed still" : null);
        }),
        new(Unknown, clients => NotFoundAsync(clients, "nobody")),
    ];

    private static Task<OAuthClient> CreateAsync(IClientManagement clients) => clients.CreateAsync(RichMetadata.For(clients.Capabilities, "Rich"));

    private static async Task<string?> NotFoundAsync(IClientManagement clients, string id)
    {
        try
        {
            await clients.GetAsync(id);
            return "it is there";
        }
        catch (ClientNotFoundException)
        {
            return null;
        }
    }

    private static string? Different(OAuthClient one, OAuthClient other) =>
        one.ClientId != other.ClientId ? "the id is another one"
        : !Equals(one.ClientSecret, other.ClientSecret) ? "the secret is another one"
        : one.Metadata != other.Metadata ? Names(RichMetadata.Differences(one.Metadata, other.Metadata)) ?? "something was added"
        : null;

    private static string? Names(IEnumerable<string> names) => names.Distinct().ToArray() is { Length: > 0 } some ? string.Join(", ", some) : null;
}
