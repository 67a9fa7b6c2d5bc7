using System.Reflection;
using System.Text.Json;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Contract;

/// <summary>What holds for every provider, over real HTTP, however its backend behaves where behaviour differs.</summary>
[TestFixtureSource(typeof(ProviderCases), nameof(ProviderCases.All))]
public sealed class ContractTests(ProviderCase provider) : ProviderFixture(provider)
{
    [Test]
    public async Task Create_stores_every_value_that_was_asked_for()
    {
        ClientMetadata asked = SampleMetadata.For(Clients.Capabilities);

        OAuthClient created = await Clients.CreateAsync(asked);

        Assert.That(Differences(asked, created.Metadata).Except(Case.NeverShown), Is.Empty);
    }

    [Test]
    public async Task Create_returns_an_id_and_a_secret_and_an_enabled_client()
    {
        OAuthClient created = await Host.CreateAsync();

        Assert.That((created.ClientId.Length > 0, created.ClientSecret is not null, created.Enabled != false), Is.EqualTo((true, true, true)));
    }

    [Test]
    public async Task Get_reads_what_create_returned()
    {
        OAuthClient created = await Host.CreateAsync();

        OAuthClient read = await Clients.GetAsync(created.ClientId);

        Assert.That((read.ClientId, read.ClientSecret, read.Metadata), Is.EqualTo((created.ClientId, created.ClientSecret, created.Metadata)));
    }

    [Test]
    public async Task List_tells_every_client_once_over_many_pages()
    {
        await NeedAsync(ClientOperation.List);
        var created = new List<string>();
        for (int i = 0; i < 11; i++)
        {
            created.Add((await Host.CreateAsync($"Listed {i}")).ClientId);
        }

        List<string> listed = await Clients.ListAsync(new ClientListOptions { PageSize = 4 }).Select(c => c.ClientId).ToListAsync();

        Assert.That(listed, Is.Unique.And.SupersetOf(created));
    }

    [Test]
    public async Task List_holds_no_secret_that_is_not_the_real_one()
    {
        await NeedAsync(ClientOperation.List);
        OAuthClient created = await Host.CreateAsync();

        OAuthClient listed = await Clients.ListAsync().SingleAsync(c => c.ClientId == created.ClientId);

        Assert.That(listed.ClientSecret, Is.Null.Or.EqualTo(created.ClientSecret));
    }

    [Test]
    public async Task Update_changes_the_named_property_and_no_other()
    {
        OAuthClient created = await Host.CreateAsync();

        OAuthClient updated = await Clients.UpdateAsync(created.ClientId, c => c with { ClientName = "Renamed" });

        Assert.That(updated.Metadata, Is.EqualTo(created.Metadata with { ClientName = "Renamed" }));
    }

    [Test]
    public async Task Update_alters_one_property_of_the_stored_document()
    {
        OAuthClient created = await Host.CreateAsync();
        string before = Lines(Host.Stored(created.ClientId));

        await Clients.UpdateAsync(created.ClientId, c => c with { ClientName = "Renamed" });

        Assert.That(Lines(Host.Stored(created.ClientId)), Is.EqualTo(before.Replace("Portable client", "Renamed")));
    }

    [Test]
    public async Task Update_that_alters_nothing_sends_nothing()
    {
        OAuthClient created = await Host.CreateAsync();
        Host.Sandbox.ClearRequests();

        await Clients.UpdateAsync(created.ClientId, c => c with { ClientName = c.ClientName });

        Assert.That(Host.Writes, Is.Empty);
    }

    [Test]
    public async Task Update_takes_lists_that_are_sets_as_sets()
    {
        OAuthClient created = await Host.CreateAsync();
        Host.Sandbox.ClearRequests();

        await Clients.UpdateAsync(created.ClientId, c => c with { RedirectUris = [.. c.RedirectUris!.Reverse()] });

        Assert.That(Host.Writes, Is.Empty);
    }

    [Test]
    public async Task Update_clears_what_is_set_to_null()
    {
        OAuthClient created = await Host.CreateAsync();
        string name = SampleMetadata.AnyText(Clients.Capabilities);

        OAuthClient updated = await Clients.UpdateAsync(created.ClientId, c => c.WithValue(name, default));

        Assert.That((created.Metadata.GetValue(name).HasValue, updated.Metadata.GetValue(name)), Is.EqualTo((true, (JsonElement?)null)));
    }

    [Test]
    public async Task Update_stores_redirect_uris_or_says_that_it_cannot()
    {
        OAuthClient created = await Host.CreateAsync();
        string[] wanted = ["https://client.example.com/other"];
        bool refused = false;

        try
        {
            await Clients.UpdateAsync(created.ClientId, c => c with { RedirectUris = wanted });
        }
        catch (ClientManagementException e) when (e is OperationNotSupportedException or MetadataNotStoredException)
        {
            refused = e.Error.FieldErrors.Single().Name == "redirect_uris";
        }

        IReadOnlyList<string> stored = (await Clients.GetAsync(created.ClientId)).Metadata.RedirectUris!;
        Assert.That(stored, Is.EquivalentTo(refused ? created.Metadata.RedirectUris! : wanted));
    }

    [Test]
    public async Task Disable_and_enable_can_be_read_back()
    {
        await NeedAsync(ClientOperation.Disable, ClientOperation.Enable);
        OAuthClient created = await Host.CreateAsync();

        await Clients.DisableAsync(created.ClientId);
        bool? disabled = (await Clients.GetAsync(created.ClientId)).Enabled;
        await Clients.EnableAsync(created.ClientId);
        bool? enabled = (await Clients.GetAsync(created.ClientId)).Enabled;

        Assert.That((disabled, enabled ?? true), Is.EqualTo(((bool?)false, true)));
    }

    [Test]
    public async Task Disabling_survives_an_update()
    {
        await NeedAsync(ClientOperation.Disable);
        OAuthClient created = await Host.CreateAsync();
        await Clients.DisableAsync(created.ClientId);

        await Clients.UpdateAsync(created.ClientId, c => c with { ClientName = "Still disabled" });

        Assert.That((await Clients.GetAsync(created.ClientId)).Enabled, Is.False);
    }

    [Test]
    public async Task Rotating_returns_the_secret_that_is_stored_from_then_on()
    {
        await NeedAsync(ClientOperation.RotateSecret);
        OAuthClient created = await Host.CreateAsync();

        Secret rotated = await Clients.RotateSecretAsync(created.ClientId);

        Secret? stored = (await Clients.GetAsync(created.ClientId)).ClientSecret;
        Assert.That((rotated.Equals(stored), rotated.Equals(created.ClientSecret)), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task Delete_removes_the_client()
    {
        OAuthClient created = await Host.CreateAsync();

        await Clients.DeleteAsync(created.ClientId);

        Assert.That(() => Clients.GetAsync(created.ClientId), Throws.TypeOf<ClientNotFoundException>());
    }

    [TestCase(ClientOperation.Get)]
    [TestCase(ClientOperation.Update)]
    [TestCase(ClientOperation.Delete)]
    [TestCase(ClientOperation.Enable)]
    [TestCase(ClientOperation.Disable)]
    [TestCase(ClientOperation.RotateSecret)]
    [TestCase(ClientOperation.GetRequestableScopes)]
    public async Task An_unknown_client_is_not_found(ClientOperation operation)
    {
        await NeedAsync(operation);

        Assert.That(await Calls.CatchAsync(Clients, operation, Case.UnknownId), Is.TypeOf<ClientNotFoundException>());
    }

    [Test]
    public async Task A_grant_is_listed_until_it_is_revoked()
    {
        await NeedAsync(ClientOperation.ListAuthorizedClients, ClientOperation.RevokeAuthorization);
        OAuthClient created = await Host.CreateAsync();
        string? subject = Host.Grant(created.ClientId, "openid");

        List<string> granted = await Clients.Grants.ListAuthorizedClientsAsync(subject).Select(c => c.ClientId).ToListAsync();
        await Clients.Grants.RevokeAuthorizationAsync(created.ClientId, subject);
        List<string> left = await Clients.Grants.ListAuthorizedClientsAsync(subject).Select(c => c.ClientId).ToListAsync();

        Assert.That((granted.Contains(created.ClientId), left.Contains(created.ClientId)), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task Requestable_scopes_are_what_the_metadata_says()
    {
        OAuthClient created = await Host.CreateAsync();

        IReadOnlyList<string>? scopes = await Clients.Scopes.GetRequestableScopesAsync(created.ClientId);

        Assert.That(scopes, Is.EquivalentTo(created.Metadata.Scope!.Split(' ')));
    }

    [Test]
    public void Metadata_that_the_backend_cannot_store_is_refused_by_name_before_any_request()
    {
        string[] names =
        [
            "clientSecret", "client_secret",
            .. Clients.Capabilities.Metadata.Values.Where(m => !m.SettableAtCreation).Select(m => m.Name),
        ];
        Host.Sandbox.ClearRequests();

        OperationNotSupportedException refusal = Assert.ThrowsAsync<OperationNotSupportedException>(() => Clients.CreateAsync(
            names.Aggregate(SampleMetadata.For(Clients.Capabilities), (metadata, name) => metadata.WithExtension(name, "x"))))!;

        Assert.That(
            (refusal.Error.FieldErrors.Select(f => f.Name).Order(), Host.Sandbox.Requests.Count),
            Is.EqualTo((names.Where(n => !Clients.Capabilities.CanSetAtCreation(n)).Order(), 0)));
    }

    [Test]
    public async Task What_the_capabilities_do_not_promise_is_refused_before_any_request()
    {
        Host.Sandbox.ClearRequests();

        List<string> wrong = await FindAsync(
            operation => !Clients.Capabilities.Supports(operation),
            ["1"],
            error => error is OperationNotSupportedException);

        Assert.That((wrong, Host.Sandbox.Requests), Is.EqualTo((Array.Empty<string>(), Array.Empty<SandboxRequest>())));
    }

    [Test]
    public async Task Ids_that_would_reach_another_path_are_refused_before_any_request()
    {
        Host.Sandbox.ClearRequests();

        List<string> wrong = await FindAsync(
            operation => Clients.Capabilities.Supports(operation) && Calls.TakesClientId(operation),
            ["", " ", "\t", ".", "..", .. Case.ReservedIds],
            error => error is ArgumentException);

        Assert.That((wrong, Host.Sandbox.Requests), Is.EqualTo((Array.Empty<string>(), Array.Empty<SandboxRequest>())));
    }

    [Test]
    public async Task A_cancelled_token_ends_every_call_before_any_request()
    {
        var cancelled = new CancellationToken(canceled: true);
        Host.Sandbox.ClearRequests();

        List<string> wrong = await FindAsync(
            Clients.Capabilities.Supports,
            ["1"],
            error => error is OperationCanceledException e && e.CancellationToken == cancelled,
            cancelled);

        Assert.That((wrong, Host.Sandbox.Requests), Is.EqualTo((Array.Empty<string>(), Array.Empty<SandboxRequest>())));
    }

    private async Task<List<string>> FindAsync(
        Func<ClientOperation, bool> applies,
        string[] ids,
        Func<Exception?, bool> isRight,
        CancellationToken cancellationToken = default)
    {
        var wrong = new List<string>();
        foreach (ClientOperation operation in Enum.GetValues<ClientOperation>().Where(applies))
        {
            foreach (string id in ids)
            {
                Exception? error = await Calls.CatchAsync(Clients, operation, id, cancellationToken);
                if (!isRight(error))
                {
                    wrong.Add($"{operation}({id}): {error?.GetType().Name ?? "no error"}");
                }
            }
        }

        return wrong;
    }

    private static List<string> Differences(ClientMetadata asked, ClientMetadata stored) =>
    [
        .. typeof(ClientMetadata).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.Name != nameof(ClientMetadata.Extensions) && p.GetValue(asked) is not null)
            .Where(p => !Only(p, asked).Equals(Only(p, stored)))
            .Select(p => JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name)),
    ];

    // Metadata with one property only, so that lists compare as the record compares them.
    private static ClientMetadata Only(System.Reflection.PropertyInfo property, ClientMetadata metadata)
    {
        var only = new ClientMetadata();
        object? value = property.GetValue(metadata);
        property.SetValue(only, property.Name == nameof(ClientMetadata.ResponseTypes) && value is IReadOnlyList<string> types
            ? types.Select(t => string.Join(' ', t.Split(' ').Order())).ToArray()
            : value);
        return only;
    }

    // One line a property, without those that the server changes by itself.
    private string Lines(System.Text.Json.Nodes.JsonObject stored)
    {
        string[] moving = ["modifiedAt", "modified_on", "modified_by"];
        return string.Join('\n', stored.Where(p => !moving.Contains(p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => $"{p.Key}: {(Case.ReordersLists && p.Value is System.Text.Json.Nodes.JsonArray list
                ? string.Join(',', list.Select(item => item!.ToJsonString()).Order(StringComparer.Ordinal))
                : p.Value?.ToJsonString())}"));
    }
}
