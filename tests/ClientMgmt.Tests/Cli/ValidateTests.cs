namespace ClientMgmt.Tests.Cli;

/// <summary>Manifests checked without credentials or requests, and the same warnings of a plan.</summary>
[TestFixture]
internal sealed class ValidateTests : ToolFixture
{
    private const string Fine = "client_name: Orders\nredirect_uris: [https://a.example/cb, http://localhost:8080/cb, http://127.0.0.1/cb, com.example.app:/cb]\n";

    private static readonly (string Line, string Warning)[] s_doubtful =
    [
        ("grant_types: [authorization_cod]", "grant_types: no specification knows 'authorization_cod'; did you mean 'authorization_code'?"),
        ("grant_types: [urn:ietf:params:oauth:grant-type:device-code]", "grant_types: no specification knows 'urn:ietf:params:oauth:grant-type:device-code'; did you mean 'urn:ietf:params:oauth:grant-type:device_code'?"),
        ("response_types: [codes]", "response_types: no specification knows 'codes'; did you mean 'code'?"),
        ("token_endpoint_auth_method: client_secret_basics", "token_endpoint_auth_method: no specification knows 'client_secret_basics'; did you mean 'client_secret_basic'?"),
        ("id_token_signed_response_alg: RS265", "id_token_signed_response_alg: no specification knows 'RS265'; did you mean 'RS256'?"),
        ("subject_type: pairwize", "subject_type: no specification knows 'pairwize'; did you mean 'pairwise'?"),
        ("application_type: browser", "application_type: no specification knows 'browser'; known are web, native."),
        ("redirect_uris: [\"javascript:alert(1)\"]", "redirect_uris: 'javascript:alert(1)' leads nowhere: nobody is redirected to javascript."),
        ("redirect_uris: [\"data:text/html,x\"]", "redirect_uris: 'data:text/html,x' leads nowhere: nobody is redirected to data."),
        ("redirect_uris: [\"https://a.example/cb#x\"]", "redirect_uris: 'https://a.example/cb#x' has a fragment, which no redirect URI may have."),
        ("redirect_uris: [http://a.example/cb]", "redirect_uris: 'http://a.example/cb' is not encrypted; only an address of the same machine may be http."),
        ("redirect_uris: [/cb]", "redirect_uris: '/cb' is not absolute; write it with its scheme, such as https."),
        ("redirect_uris: [\"https:///cb\"]", "redirect_uris: 'https:///cb' is no address."),
        ("post_logout_redirect_uris: [a.example/out]", "post_logout_redirect_uris: 'a.example/out' is not absolute; write it with its scheme, such as https."),
    ];

    private static readonly string[] s_fine =
    [
        "grant_types: [authorization_code, urn:ietf:params:oauth:grant-type:saml2-bearer, \"https://a.example/grants/own\", urn:ietf:params:oauth:grant-type:uma-ticket]",
        "response_types: [id_token code, none]",
        "id_token_signed_response_alg: Ed25519",
        "digest_algorithm: sha-512",
        "subject_type: null",
    ];

    [TestCaseSource(nameof(s_fine))]
    public async Task What_some_specification_knows_is_fine_without_a_configuration_or_a_request(string line)
    {
        File.Delete(Tool.Path("clientmgmt.json"));
        Tool.Variables.Clear();
        Tool.Write("m.yaml", $"{Fine}{line}\n");

        ToolResult result = await Tool.RunAsync("validate", "-f", "m.yaml", "--strict");

        Assert.That((result.ExitCode, result.Output, result.Error), Is.EqualTo((0, "1 checked: 0 errors, 0 warnings.\n", "")));
        Assert.That(Tool.Sandbox.Requests, Is.Empty);
    }

    [TestCaseSource(nameof(s_doubtful))]
    public async Task What_is_probably_not_meant_is_a_warning_with_its_place_and_an_error_if_strict((string Line, string Warning) doubtful)
    {
        Tool.Write("m.yaml", $"client_name: Orders\n{doubtful.Line}\n");
        string expected = $"m.yaml:2:1: client Orders: {doubtful.Warning}\n";

        ToolResult result = await Tool.RunAsync("validate", "-f", "m.yaml");
        ToolResult strict = await Tool.RunAsync("validate", "-f", "m.yaml", "--strict");

        Assert.That((result.ExitCode, result.Output), Is.EqualTo((0, "1 checked: 0 errors, 1 warning.\n")));
        Assert.That(result.Error, Does.StartWith("clientmgmt: warning: ").And.EndWith(expected));
        Assert.That((strict.ExitCode, strict.Output), Is.EqualTo((1, "1 checked: 1 error, 0 warnings.\n")));
        Assert.That(strict.Error, Does.StartWith("clientmgmt: /").And.EndWith(expected));
    }

    [TestCaseSource(nameof(s_doubtful))]
    public async Task A_plan_tells_the_same_warnings((string Line, string Warning) doubtful)
    {
        Tool.Write("m.yaml", $"client_name: Orders\n{doubtful.Line}\n");
        ToolResult validate = await Tool.RunAsync("validate", "-f", "m.yaml", "--output", "json");

        ToolResult plan = await RunJsonAsync(Backend.AuthleteV3, "plan", "-f", "m.yaml");

        Assert.That(plan.Error, Does.StartWith(validate.Error));
        Assert.That(plan.Json["warnings"]!.ToJsonString(), Is.EqualTo(validate.Json["warnings"]!.ToJsonString()));
        Assert.That(validate.Json["warnings"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [TestCase("logo_url: x\n", "m.yaml:1:1: It is not said which client is meant")]
    [TestCase("client_name: A\n---\nclient_name: A\n", "m.yaml:1:1: client A: another manifest has this client_name too")]
    [TestCase("client_id: 1\n---\nclient_id: 1\n", "m.yaml:3:1: client 1: another manifest is about the same client 1 (")]
    [TestCase("client_name: A\nclient_uri: ${HOST}\n", "m.yaml:2:13: There is no variable 'HOST'.")]
    public async Task What_no_plan_can_carry_out_is_an_error(string manifests, string error)
    {
        Tool.Write("m.yaml", manifests);

        ToolResult result = await Tool.RunAsync("validate", "-f", "m.yaml");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain(error));
    }

    [TestCase("--backend", "DocSpace")]
    [TestCase("--backend", "docspace")]
    [TestCase("--provider", "docs")]
    public async Task What_the_backend_cannot_store_is_an_error_and_what_a_new_client_lacks_a_warning(string option, string value)
    {
        Tool.Write("clientmgmt.json", """{"ClientManagement":{"Providers":{"docs":{"Backend":"DocSpace"}}}}""");
        Tool.Variables.Clear();
        Tool.Write("m.yaml", Fine + "jwks_uri: https://a.example/jwks\n");

        ToolResult result = await Tool.RunAsync("validate", "-f", "m.yaml", option, value);

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        Assert.That(result.ErrorLines, Has.Exactly(1).Contains("m.yaml:3:1: client Orders: jwks_uri: "));
        Assert.That(result.ErrorLines, Has.Some.Contains("clientmgmt: warning: ").And.Some.EndsWith(": logo_uri: is required to create a client, if the client is not there yet."));
        Assert.That(Tool.Sandbox.Requests, Is.Empty);
    }

    [Test]
    public async Task What_is_exported_is_fine_for_its_backend([ValueSource(typeof(Tool), nameof(Tool.Backends))] Backend provider, [Values] bool withoutIds)
    {
        Seed(provider, 2);
        await RunAsync(provider, ["export", "--out", "all.yaml", .. withoutIds ? (string[])["--without-ids"] : []]);
        Tool.Sandbox.ClearRequests();

        ToolResult byBackend = await Tool.RunAsync("validate", "-f", "all.yaml", "--backend", provider.ToString());
        ToolResult byProvider = await RunAsync(provider, "validate", "-f", "all.yaml");

        Assert.That((byBackend.ExitCode, byProvider.ExitCode, Tool.Sandbox.Requests.Count), Is.EqualTo((0, 0, 0)), byBackend.Error + byProvider.Error);
        Assert.That(byProvider.Output, Does.StartWith("2 checked: 0 errors, "));
    }

    [TestCase("--backend must be one of AuthleteV2, AuthleteV3, DocSpace, DynamicRegistration. See 'clientmgmt validate --help'.", "--backend", "Other")]
    [TestCase("--backend and --provider are for the same; leave one out.", "--backend", "DocSpace", "--provider", "DocSpace")]
    [TestCase("Option '--file' is required. See 'clientmgmt validate --help'.")]
    public async Task Wrong_usage_is_told(string error, params string[] args)
    {
        Tool.Write("m.yaml", Fine);
        ToolResult result = await Tool.RunAsync(["validate", .. args.Length == 0 ? [] : (string[])["-f", "m.yaml"], .. args]);

        Assert.That((result.ExitCode, result.Error), Is.EqualTo((3, $"clientmgmt: {error}\n")));
    }
}
