using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>What can be said of manifests without a provider.</summary>
internal sealed class ValidationTests
{
    private static readonly Capabilities s_capabilities = new(
        [new OperationCapability(ClientOperation.Disable, Supported: false, "it has no switch")],
        [new MetadataCapability("client_name") { RequiredAtCreation = true }, new MetadataCapability("software_id") { Updatable = false }]);

    [TestCase("redirect_uris: ['https://a.example/c b']", "redirect_uris: 'https://a.example/c b' holds white space.")]
    [TestCase("redirect_uris: ['JavaScript:alert(1)']", "redirect_uris: 'JavaScript:alert(1)' leads nowhere: nobody is redirected to javascript.")]
    [TestCase("redirect_uris: ['HTTP://a.example/cb']", "redirect_uris: 'HTTP://a.example/cb' is not encrypted; only an address of the same machine may be http.")]
    [TestCase("redirect_uris: ['https:///cb']", "redirect_uris: 'https:///cb' is no address.")]
    [TestCase("redirect_uris: ['https://a/cb']", "")]
    [TestCase("token_endpoint_auth_method: client_secret_basic_auth", "token_endpoint_auth_method: no specification knows 'client_secret_basic_auth'; did you mean 'client_secret_basic'?")]
    [TestCase("response_types: [id_token code]", "")]
    [TestCase("id_token_signed_response_alg: Ed25519", "")]
    [TestCase("id_token_signed_response_alg: Ed448", "")]
    [TestCase("id_token_encrypted_response_alg: RSA-OAEP-384", "")]
    [TestCase("id_token_encrypted_response_alg: RSA-OAEP-512", "")]
    [TestCase("grant_types: ['urn:ietf:params:oauth:grant-type:saml2-bearer']", "")]
    [TestCase("application_type: Ed25519", "application_type: no specification knows 'Ed25519'; known are web, native.")]
    public async Task What_is_probably_not_meant_is_a_warning(string line, string warning) => Assert.That(
        string.Join('\n', (await ValidateAsync($"client_name: A\n{line}\n")).Warnings.Select(w => $"{w.Property}: {w.Message}")), Is.EqualTo(warning));

    [Test]
    public async Task The_same_response_type_twice_is_none_that_a_specification_knows() => Assert.That(
        (await ValidateAsync("client_name: A\nresponse_types: [code code]\n")).Warnings.Single().Message,
        Does.StartWith("no specification knows 'code code'; known are code, token, "));

    [Test]
    public async Task A_second_manifest_of_a_client_names_the_place_of_the_first() => Assert.That(
        (await ValidateAsync("client_id: a\n---\nclient_id: b\n---\nclient_id: a\n")).Problems.Select(p => $"{p.Location}: {p.Message}"),
        Is.EqualTo(new[] { "clients.yaml:5:1: another manifest is about the same client a (clients.yaml:1:1); keep one of them." }));

    [Test]
    public async Task Ids_that_differ_in_case_mean_one_client_if_they_do_to_the_backend([Values] bool withoutCase)
    {
        var capabilities = new Capabilities([], []) { ClientIdComparer = withoutCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal };

        ManifestValidation validation = await ValidateAsync("client_id: a\n---\nclient_id: A\n", capabilities);

        Assert.That(validation.Problems, Has.Count.EqualTo(withoutCase ? 1 : 0));
    }

    [Test]
    public async Task Without_a_backend_ids_that_differ_in_case_mean_two_clients() =>
        Assert.That((await ValidateAsync("client_id: a\n---\nclient_id: A\n")).Problems, Is.Empty);

    [TestCase("enabled: false", "clients.yaml:2:1: client A: enabled: cannot be changed: it has no switch")]
    [TestCase("enabled: true", "")]
    [TestCase("logo_uri: https://a.example/", "clients.yaml:2:1: client A: logo_uri: cannot be changed")]
    [TestCase("software_id: x", "")]
    public async Task What_the_backend_can_do_neither_to_a_new_client_nor_to_one_that_is_there_is_a_problem(string line, string problem) => Assert.That(
        string.Join('\n', (await ValidateAsync($"client_name: A\n{line}\n", s_capabilities)).Problems), Is.EqualTo(problem));

    [Test]
    public async Task A_client_of_an_id_is_there_so_that_it_may_lack_what_a_new_one_needs()
    {
        ManifestValidation validation = await ValidateAsync("client_id: a\nsoftware_id: x\n", s_capabilities);

        Assert.That((validation.Problems.Count, validation.Warnings.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task What_a_new_client_lacks_is_a_warning() => Assert.That(
        (await ValidateAsync("client_name: A\n", new Demanding())).Warnings.Single().Message,
        Is.EqualTo("needs a second address, if the client is not there yet."));

    private static async Task<ManifestValidation> ValidateAsync(string text, Capabilities? capabilities = null) =>
        ManifestValidation.Of(await Manifest.ReadAsync(text), capabilities);

    private sealed class Demanding() : Capabilities([], [new MetadataCapability("client_name")])
    {
        public override IReadOnlyList<FieldError> CheckCreation(ClientMetadata metadata) => [new FieldError("redirect_uris", "needs a second address.")];
    }
}
