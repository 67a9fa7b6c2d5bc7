using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Cli;

/// <summary>Every command about grants and scopes, on every provider; what one lacks is a failure with the reason.</summary>
[TestFixture]
internal sealed class GrantAndScopeCommandTests : ToolFixture
{
    private const string Subject = "ann o'nym";

    [Test]
    public async Task Grants_are_listed([ValueSource(typeof(Tool), nameof(Tool.Vendors))] Backend provider)
    {
        string id = Granted(provider);

        ToolResult result = await RunJsonAsync(provider, ["grant", "list", .. Of(provider)]);

        Assert.That((result.ExitCode, result.Json[0]!["client_id"]!.ToString()), Is.EqualTo((0, id)), result.Error);
    }

    [Test]
    public async Task The_scopes_of_a_grant_are_shown([ValueSource(typeof(Tool), nameof(Tool.Vendors))] Backend provider)
    {
        string id = Granted(provider);

        ToolResult result = await RunJsonAsync(provider, ["grant", "scopes", id, .. Of(provider)]);

        Assert.That(result.Json["latest"]!.AsArray().Select(s => $"{s}"), Is.EquivalentTo(Scopes(provider)), result.Error);
    }

    [Test]
    public async Task A_revoked_grant_is_gone([ValueSource(typeof(Tool), nameof(Tool.Vendors))] Backend provider)
    {
        string id = Granted(provider);

        ToolResult revoked = await RunJsonAsync(provider, ["grant", "revoke", id, .. Of(provider)]);
        ToolResult left = await RunJsonAsync(provider, ["grant", "list", .. Of(provider)]);

        Assert.That((revoked.ExitCode, revoked["result"], left.Output), Is.EqualTo((0, "revoked", "[]\n")), revoked.Error);
    }

    [TestCase(Backend.AuthleteV2)]
    [TestCase(Backend.AuthleteV3)]
    public async Task The_scopes_of_tokens_are_set(Backend provider)
    {
        string id = Granted(provider);

        ToolResult result = await RunAsync(provider, ["grant", "set-scopes", id, "--scope", "openid", .. Of(provider)]);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(Tool.Sandbox.Authlete.TokenScopes(Service(provider), long.Parse(id), Subject)[0], Is.EqualTo(new[] { "openid" }));
    }

    [TestCase(Backend.AuthleteV2)]
    [TestCase(Backend.AuthleteV3)]
    public async Task The_record_of_scopes_is_deleted(Backend provider)
    {
        string id = Granted(provider);

        ToolResult deleted = await RunAsync(provider, ["grant", "delete-scopes", id, .. Of(provider)]);
        ToolResult left = await RunJsonAsync(provider, ["grant", "scopes", id, .. Of(provider)]);

        Assert.That((deleted.ExitCode, left["latest"]), Is.EqualTo((0, (string?)null)), deleted.Error);
    }

    [Test]
    public async Task The_scopes_that_a_client_may_request_are_set_and_shown([ValueSource(typeof(Tool), nameof(Tool.Backends))] Backend provider)
    {
        string id = Seed(provider)[0];

        ToolResult set = await RunAsync(provider, ["scope", "set", id, .. Scopes(provider)]);
        ToolResult shown = await RunJsonAsync(provider, "scope", "get", id);

        Assert.That(set.ExitCode, Is.Zero, set.Error);
        Assert.That(shown.Json["scopes"]!.AsArray().Select(s => $"{s}"), Is.EquivalentTo(Scopes(provider)));
    }

    [TestCase(Backend.AuthleteV2)]
    [TestCase(Backend.AuthleteV3)]
    public async Task Clearing_lets_a_client_request_any_scope(Backend provider)
    {
        string id = Seed(provider)[0];
        await RunAsync(provider, ["scope", "set", id, "openid"]);

        ToolResult cleared = await RunAsync(provider, "scope", "clear", id);
        ToolResult shown = await RunJsonAsync(provider, "scope", "get", id);

        Assert.That((cleared.ExitCode, shown["scopes"]), Is.EqualTo((0, (string?)null)), cleared.Error);
    }

    [Test]
    public async Task The_catalogue_of_scopes_is_listed()
    {
        ToolResult result = await RunJsonAsync(Backend.DocSpace, "scope", "list");

        Assert.That(result.Json.AsArray().Select(s => $"{s!["name"]}"), Does.Contain("files:read"));
    }

    [TestCase(Backend.AuthleteV2, "configuration", "scope", "list")]
    [TestCase(Backend.AuthleteV3, "configuration", "scope", "list")]
    [TestCase(Backend.DocSpace, "at least one scope", "scope", "clear", "ID")]
    [TestCase(Backend.DocSpace, "cannot be changed", "grant", "set-scopes", "ID", "--scope", "openid", "--subject", "ann")]
    [TestCase(Backend.DocSpace, "revoke it", "grant", "delete-scopes", "ID", "--subject", "ann")]
    [TestCase(Backend.DocSpace, "leave out --subject", "grant", "list", "--subject", "ann")]
    public async Task What_a_backend_lacks_is_a_failure_with_the_reason(Backend provider, string reason, params string[] args)
    {
        string id = Seed(provider)[0];

        ToolResult result = await RunAsync(provider, [.. args.Select(a => a == "ID" ? id : a)]);

        Assert.That((result.ExitCode, result.Output, result.ErrorLines.Length), Is.EqualTo((1, "", 1)));
        Assert.That(result.Error, Does.Contain(reason));
    }

    [TestCase("list")]
    [TestCase("revoke", "1")]
    [TestCase("scopes", "1")]
    [TestCase("delete-scopes", "1")]
    public async Task A_subject_that_is_needed_is_asked_for(params string[] args)
    {
        ToolResult result = await RunAsync(Backend.AuthleteV3, ["grant", .. args]);

        Assert.That(
            (result.ExitCode, result.Error), Is.EqualTo((3, "clientmgmt: this provider needs --subject, the end user.\n")));
    }

    private static string[] Of(Backend provider) => provider == Backend.DocSpace ? [] : ["--subject", Subject];

    private static string[] Scopes(Backend provider) => provider == Backend.DocSpace ? ["files:read", "rooms:read"] : ["openid", "profile"];

    private string Granted(Backend provider)
    {
        string id = Seed(provider)[0];
        if (provider == Backend.DocSpace)
        {
            Tool.Sandbox.DocSpace.AddConsent(SandboxDefaults.Portal, SandboxDefaults.DocSpaceAdminId, id, Scopes(provider));
        }
        else
        {
            Tool.Sandbox.Authlete.AddGrant(Service(provider), long.Parse(id), Subject, Scopes(provider));
        }

        return id;
    }
}
