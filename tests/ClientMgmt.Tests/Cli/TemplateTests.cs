using ClientMgmt.Cli.Options;

namespace ClientMgmt.Tests.Cli;

/// <summary>A new client begins with what the standards ask of its kind.</summary>
[TestFixture]
internal sealed class TemplateTests : ToolFixture
{
    private static IEnumerable<string> Names => ClientTemplate.All.Select(t => t.Name);

    [TestCase("spa", "none", "authorization_code", "True")]
    [TestCase("web", "client_secret_basic", "authorization_code refresh_token", "True")]
    [TestCase("native", "none", "authorization_code refresh_token", "True")]
    [TestCase("device", "none", "urn:ietf:params:oauth:grant-type:device_code refresh_token", "False")]
    [TestCase("service", "client_secret_basic", "client_credentials", "False")]
    [TestCase("ciba", "client_secret_basic", "urn:openid:params:grant-type:ciba", "False")]
    public async Task A_client_of_a_kind_has_its_metadata(string template, string method, string grants, string pkce)
    {
        ToolResult created = await CreateAsync(Backend.AuthleteV3, template);

        Assert.That(
            (created.ExitCode, created["token_endpoint_auth_method"], string.Join(' ', created.Json["grant_types"]!.AsArray()), $"{(bool?)created.Json["extensions"]!["pkceRequired"]}"),
            Is.EqualTo((0, method, grants, pkce)), created.Error);
    }

    [Test]
    public async Task Every_kind_can_be_created_at_Authlete([ValueSource(nameof(Names))] string template, [Values(Backend.AuthleteV2, Backend.AuthleteV3)] Backend backend)
    {
        ToolResult created = await CreateAsync(backend, template);

        Assert.That((created.ExitCode, created.Error), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task Flags_and_files_win_over_the_template()
    {
        Tool.Write("client.yaml", "application_type: native\n");

        ToolResult created = await CreateAsync(
            Backend.AuthleteV3, "web", "--token-endpoint-auth-method", "private_key_jwt", "--jwks-uri", "https://a.example.com/jwks", "-f", "client.yaml");

        Assert.That((created["token_endpoint_auth_method"], created["application_type"]), Is.EqualTo(("private_key_jwt", "native")), created.Error);
    }

    [Test]
    public async Task What_a_provider_has_no_place_for_is_left_out_and_told()
    {
        ToolResult created = await CreateAsync(
            Backend.DocSpace, "web", "--allowed-origin", "https://a.example.com", "--scope", "openid", "--logo-uri", Support.SampleMetadata.Logo,
            "--client-uri", "https://a.example.com/", "--tos-uri", "https://a.example.com/tos", "--policy-uri", "https://a.example.com/policy",
            "--post-logout-redirect-uri", "https://a.example.com/bye");

        Assert.That(created.ExitCode, Is.Zero, created.Error);
        Assert.That(created.Error, Does.Contain("--template web: application_type ").And.Contain("; it is left out."));
    }

    [TestCase("service")]
    [TestCase("device")]
    [TestCase("ciba")]
    public async Task A_kind_that_a_provider_cannot_have_is_refused_before_anything_is_sent(string template)
    {
        ToolResult created = await CreateAsync(Backend.DocSpace, template);

        Assert.That((created.ExitCode, Tool.Sandbox.Requests.Count), Is.EqualTo((3, 0)), created.Error);
        Assert.That(created.Told, Does.StartWith($"clientmgmt: --template {template}: DocSpace cannot have such a client: "));
    }

    [Test]
    public async Task Help_tells_what_each_template_sets_and_why()
    {
        string help = (await Tool.RunAsync("client", "create", "--help")).Output;

        Assert.That(
            ClientTemplate.All.SelectMany(t => t.Values).Where(v => !help.Contains($"{v.Property} = {v.Text}\n", StringComparison.Ordinal) || !help.Contains(v.Source, StringComparison.Ordinal)),
            Is.Empty);
    }

    [Test]
    public void Every_value_names_its_standard() => Assert.That(
        ClientTemplate.All.SelectMany(t => t.Values).Select(v => v.Source), Is.All.Match(@"^(RFC \d{4}|OpenID Connect Registration 1\.0|CIBA Core 1\.0|draft-ietf-oauth-browser-based-apps) section"));

    [Test]
    public async Task An_unknown_kind_is_refused_with_those_that_are_known()
    {
        ToolResult created = await CreateAsync(Backend.AuthleteV3, "mobile");

        Assert.That(created.ExitCode, Is.EqualTo(3));
        Assert.That(created.Told, Does.Contain("spa").And.Contain("ciba"));
    }

    private Task<ToolResult> CreateAsync(Backend backend, string template, params string[] options) => RunJsonAsync(
        backend, ["client", "create", "--template", template, "--client-name", "Orders", "--redirect-uri", "https://a.example.com/cb", .. options]);
}
