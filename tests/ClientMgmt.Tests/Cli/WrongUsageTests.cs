namespace ClientMgmt.Tests.Cli;

/// <summary>Every kind of wrong input: one line that says what to do, exit code 3, and nothing sent.</summary>
[TestFixture]
internal sealed class WrongUsageTests : ToolFixture
{
    private static IEnumerable<TestCaseData> WrongLines()
    {
        yield return Wrong("'nonsense' is not known here. See 'clientmgmt --help'.", "nonsense");
        yield return Wrong("See 'clientmgmt client get --help'.", "client", "get");
        yield return Wrong("'--bogus' is not known here.", "client", "get", "--bogus");
        yield return Wrong("'lst' is not known here; did you mean 'list'?", "client", "lst");
        yield return Wrong("'--redirect-uris' is not known here; did you mean '--redirect-uri'?", "client", "update", "1", "--redirect-uris=hunter2");
        yield return Wrong("'--providr' is not known here; did you mean '--provider'?", "client", "get", "1", "--providr");
        yield return Wrong("a value of jwks is [redacted]; get it with --show-secrets", "client", "update", "1", "--jwks", """{"keys":[{"d":"[redacted]"}]}""");
        yield return Wrong("'--bogus' is not known here.", "client", "list", "--bogus=hunter2");
        yield return Wrong("--output must be one of table, json, yaml, jsonl, markdown.", "client", "list", "--output", "xml");
        yield return Wrong("--timeout must be a time such as 30s", "client", "list", "--timeout", "soon");
        yield return Wrong("--timeout must be a time such as 30s", "client", "list", "--timeout", "0s");
        yield return Wrong("--page-size must be a whole number", "client", "list", "--page-size", "0");
        yield return Wrong("name at least one property", "client", "update", "1");
        yield return Wrong("name at least one property", "client", "create");
        yield return Wrong("write NAME=VALUE", "client", "update", "1", "--set", "client_name");
        yield return Wrong("'require_auth_time' must be true or false.", "client", "update", "1", "--set", "require_auth_time=maybe");
        yield return Wrong("'redirect_uris' must be a list of texts.", "client", "update", "1", "--set", "redirect_uris=[1]");
        yield return Wrong("the property is named client_name.", "client", "update", "1", "--set", "client-name=x");
        yield return Wrong("the property is named redirect_uris.", "client", "update", "1", "--unset", "redirect_uri");
        yield return Wrong("client_secret is no property", "client", "update", "1", "--set", "client_secret=hunter2");
        yield return Wrong("client_name is named more than once", "client", "update", "1", "--client-name", "a", "--unset", "client_name");
        yield return Wrong("--default-max-age must be a whole number.", "client", "update", "1", "--default-max-age", "long");
        yield return Wrong("--jwks must be JSON.", "client", "update", "1", "--jwks", "{");
        yield return Wrong("none.json: cannot be read: there is no such file.", "client", "create", "--file", "none.json");
        yield return Wrong("syntax.json:2:3: This is not valid JSON:", "client", "create", "--file", "syntax.json");
        yield return Wrong("unknown.json:3:3: 'client_nam' is unknown; did you mean 'client_name'?", "client", "create", "--file", "unknown.json");
        yield return Wrong("type.json:2:18: client_name must be a text", "client", "create", "--file", "type.json");
        yield return Wrong("key.yaml:2:1: 'client_nam' is unknown; did you mean 'client_name'?", "client", "create", "--file", "key.yaml");
        yield return Wrong("syntax.yaml:2:", "client", "create", "--file", "syntax.yaml");
        yield return Wrong("type.yaml:1:14: client_name must be a text", "client", "create", "--file", "type.yaml");
        yield return Wrong("two.yaml holds 2 clients; leave one, or use 'apply'.", "client", "create", "--file", "two.yaml");
        yield return Wrong("other.json is about client 4712, and not about 1", "client", "update", "1", "--file", "other.json");
        yield return Wrong("confirm the deletion with --yes", "client", "delete", "1");
        yield return Wrong("there is no provider 'nope'; clientmgmt.json has AuthleteV2, AuthleteV3, DocSpace, DynamicRegistration.", "client", "list", "--provider", "nope");
        yield return Wrong("say where the secret is", "client", "set-secret", "1");
        yield return Wrong("environment variable UNSET is not set", "client", "set-secret", "1", "--secret-env", "UNSET");
        yield return Wrong("use only one of", "client", "set-secret", "1", "--secret-env", "A", "--secret-file", "b");
        yield return Wrong("the secret is empty", "client", "set-secret", "1", "--secret-file", "-");
        yield return Wrong("a secret is never given on the command line", "client", "set-secret", "1", "--secret", "hunter2");
        yield return Wrong("a secret is never given on the command line", "client", "set-secret", "1", "--secret=hunter2");
        yield return Wrong("a secret is never given on the command line", "client", "set-secret", "1", "hunter2");
        yield return Wrong("a secret is never given on the command line", "client", "create", "--client-secret", "hunter2");
        yield return Wrong("a secret is never given on the command line", "client", "set-secret", "1", "--secret-file", "-", "hunter2");
        yield return Wrong("--subject: the value is empty.", "grant", "revoke", "1", "--subject=", "--verbose");
        yield return Wrong("--secret-out: the value is empty.", "client", "rotate-secret", "1", "--secret-out=", "--force");
        yield return Wrong("--config: the value is empty.", "client", "list", "--config=");
        yield return Wrong("--redirect-uri: the value is empty.", "client", "update", "1", "--redirect-uri=");
        yield return Wrong("--verbose takes no value.", "client", "list", "--verbose=");
        yield return Wrong("'Orders' is not expected here.", "client", "create", "Orders");
        yield return Wrong("'b' is not expected here: --grant-type takes one value, and is repeated for another: --grant-type b.", "client", "create", "--grant-type", "a", "b");
        yield return Wrong("'b.yaml' is not expected here: --file takes one value, and is repeated for another: --file b.yaml.", "plan", "-f", "a.yaml", "b.yaml");
        yield return Wrong("'b' is not expected here: --client-name takes one value.", "client", "create", "--client-name", "a", "b");
        yield return Wrong("'-abc' is not known here. What begins with - and is no option follows --.", "client", "get", "-abc");
        yield return Wrong("the secret: A secret has 1 to 86 characters", "client", "set-secret", "1", "--secret-file", "bad.secret", "--provider", "AuthleteV3");
        yield return Wrong("--force belongs to --secret-out", "client", "rotate-secret", "1", "--force");
        yield return Wrong("ID: ", "client", "get", "../x");
        yield return Wrong("scopes: A scope is a text without spaces", "scope", "set", "1", "a b");
        yield return Wrong("See 'clientmgmt grant set-scopes --help'.", "grant", "set-scopes", "1", "--subject", "ann");
        yield return Wrong("See 'clientmgmt completion --help'.", "completion", "tcsh");
        yield return Wrong("See 'clientmgmt plan --help'.", "plan");
        yield return Wrong("none.yaml: cannot be read: there is no such file.", "plan", "-f", "none.yaml");
        yield return Wrong("--file: the value is empty.", "plan", "-f", "");
        yield return Wrong("--file: the value is empty.", "client", "create", "--file", "");
        yield return Wrong("--out: the value is empty.", "export", "--out", "");
        yield return Wrong("key.yaml:2:1: 'client_nam' is unknown; did you mean 'client_name'?", "plan", "-f", "key.yaml");
        yield return Wrong("--max-deletes must be a whole number", "plan", "-f", "key.yaml", "--max-deletes", "-1");
        yield return Wrong("--max-deletes belongs to --prune", "plan", "-f", "key.yaml", "--max-deletes", "1");
        yield return Wrong("confirm the changes with --yes", "apply", "-f", "good.yaml");
        yield return Wrong("--secret-out: good.yaml is there already", "apply", "-f", "good.yaml", "--yes", "--secret-out", "good.yaml");
        yield return Wrong("See 'clientmgmt copy --help'.", "copy", "--from", "DocSpace", "--all");
        yield return Wrong("either their IDs or --all", "copy", "--from", "DocSpace", "--to", "AuthleteV3");
        yield return Wrong("either their IDs or --all", "copy", "--from", "DocSpace", "--to", "AuthleteV3", "1", "--all");
        yield return Wrong("--to: there is no provider 'nope'", "copy", "--from", "DocSpace", "--to", "nope", "--all", "--yes");
        yield return Wrong("name two providers", "copy", "--from", "DocSpace", "--to", "docspace", "--all", "--yes");
        yield return Wrong("confirm the copy with --yes", "copy", "--from", "DocSpace", "--to", "AuthleteV3", "--all");
        yield return Wrong("good.yaml is no mapping file", "copy", "--from", "DocSpace", "--to", "AuthleteV3", "--all", "--yes", "--mapping", "good.yaml");
        yield return Wrong("none/m.json cannot be written", "copy", "--from", "DocSpace", "--to", "AuthleteV3", "--all", "--yes", "--mapping", "none/m.json");
        yield return Wrong("--default: write NAME=VALUE", "copy", "--from", "DocSpace", "--to", "AuthleteV3", "--all", "--default", "scope");
    }

    [SetUp]
    public void WriteFiles()
    {
        Tool.Write("bad.secret", "a\tb");
        Tool.Write("syntax.json", "{\n  oops\n}");
        Tool.Write("unknown.json", "{\n  \"client_name\": \"x\",\n  \"client_nam\": \"x\"\n}");
        Tool.Write("type.json", "{\n  \"client_name\": 1\n}");
        Tool.Write("key.yaml", "client_name: x\nclient_nam: x\n");
        Tool.Write("syntax.yaml", "client_name: x\n  oops: [\n");
        Tool.Write("type.yaml", "client_name: 1\n");
        Tool.Write("two.yaml", "client_name: x\n---\nclient_name: y\n");
        Tool.Write("good.yaml", "client_name: x\n");
        Tool.Write("other.json", "{\"client_id\": \"4712\", \"client_name\": \"x\"}");
    }

    [TestCaseSource(nameof(WrongLines))]
    public async Task A_wrong_command_line_gives_one_line_and_sends_nothing(string[] args, string message)
    {
        ToolResult result = await Tool.RunAsync(args);

        Assert.Multiple(() =>
        {
            Assert.That((result.ExitCode, result.Output), Is.EqualTo((3, "")));
            Assert.That(result.ErrorLines, Has.Length.EqualTo(1).And.All.StartsWith("clientmgmt: "));
            Assert.That(result.Error, Does.Contain(message).And.Not.Contain("hunter2"));
            Assert.That(Tool.Sandbox.Requests, Is.Empty);
        });
    }

    private static TestCaseData Wrong(string message, params string[] args) =>
        new TestCaseData(args, message).SetArgDisplayNames(string.Join(' ', args));
}
