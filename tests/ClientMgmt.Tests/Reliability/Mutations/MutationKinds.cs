using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using ClientMgmt.Tests.Wire;
using static ClientMgmt.Tests.Reliability.MutationFacts;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Every kind of answer that the library reads.</summary>
internal static class MutationKinds
{
    private const string Renamed = "Renamed by the test";

    public static IReadOnlyList<MutationKind> All { get; } =
    [
        .. Authlete(Backend.AuthleteV2), .. Authlete(Backend.AuthleteV3), .. DocSpace(), .. Registration(),
        .. WireHost.Backends.SelectMany(Errors),
    ];

    private static IEnumerable<MutationKind> Authlete(Backend backend)
    {
        string full = Documents.Full(backend);
        string list = $$"""{"totalCount":3,"start":0,"end":100,"clients":[{{Client(backend, 17)}},{{Client(backend, 18)}},{{Client(backend, 19)}}]}""";
        const string Scopes = """{"resultCode":"A000000","resultMessage":"done","requestableScopes":["openid","profile"]}""";
        const string Done = """{"resultCode":"A000000","resultMessage":"[A000000] done"}""";

        MutationKind Kind(
            string name, string document, Func<IClientManagement, Task<object?>> run, Func<object?, IReadOnlyDictionary<string, object?>> facts) =>
            new(name, backend, document, run, facts);
        MutationKind Nothing(string name, Func<IClientManagement, Task> run) => Kind(
            name, Done, async c =>
            {
                await run(c);
                return null;
            },
            OfNothing);

        return
        [
            Kind("client", full, async c => await c.GetAsync("17"), OfClient) with { Id = "clientId" },
            Kind("created client", full, c => StoredAsync(c.CreateAsync(new ClientMetadata { ClientName = "x" })), OfClient) with
            {
                Status = backend == Backend.AuthleteV2 ? 200 : 201,
                Id = "clientId",
            },
            Kind("updated client", full, UpdateAsync, OfClient) with { Answers = [full, null, "{}"], Id = "clientId" },
            Kind("client to update", full, UpdateAsync, OfNothing) with
            {
                Answers = [null, full],
                Id = "clientId",
                CheckSent = MutationSent.IsWholeClient(Renamed),
            },
            Kind("list", list, async c => await c.ListAsync().ToListAsync(), OfList) with { List = "clients", Id = "clientId" },
            Kind("authorized list", list, async c => await c.Grants.ListAuthorizedClientsAsync("ann").ToListAsync(), OfList) with
            {
                List = "clients",
                Id = "clientId",
            },
            Kind(
                "grants",
                """{"serviceApiKey":1,"clientId":17,"subject":"ann","latestGrantedScopes":["a","b"],"mergedGrantedScopes":["a"],"modifiedAt":1700000000000}""",
                async c => await c.Grants.GetGrantedScopesAsync("17", "ann"), OfGrants),
            Kind("requestable scopes", Scopes, async c => await c.Scopes.GetRequestableScopesAsync("17"), OfScopes),
            Kind(
                "set requestable scopes", Scopes,
                async c => await c.Scopes.SetRequestableScopesAsync("17", ["openid", "profile"]), OfScopes) with
            {
                Answers = [null, full],
            },
            Kind("rotated secret", """{"newClientSecret":"new","oldClientSecret":"old"}""", async c => await c.RotateSecretAsync("17"), OfSecret) with
            {
                Answers = [null, full],
            },
            Nothing("set secret", c => c.SetSecretAsync("17", new Secret("chosen"))),
            Nothing("lock", c => c.DisableAsync("17")),
            Nothing("updated authorization", c => c.Grants.UpdateAuthorizationAsync("17", "ann", ["a"])),
            Nothing("revoked authorization", c => c.Grants.RevokeAuthorizationAsync("17", "ann")),
            Nothing("deleted grants", c => c.Grants.DeleteGrantedScopesAsync("17", "ann")),
        ];
    }

    private static IEnumerable<MutationKind> DocSpace()
    {
        string full = Json.With(Documents.Full(Backend.DocSpace), "created_on", "\"2026-01-02T03:04:05.123456Z\"");
        full = Json.With(full, "modified_on", "\"2026-01-03T03:04:05Z\"");
        string renamed = Json.With(full, "name", $"\"{Renamed}\"");
        string[] clients = ["17", "18", "19"];
        string page = $$"""{"data":[{{string.Join(',', clients.Select(DocSpaceClient))}}],"limit":30,"last_client_id":null,"last_created_on":null}""";
        string consents = $$"""
            {"data":[{{string.Join(',', clients.Select(id => $$"""{"registered_client_id":"{{id}}","scopes":"openid files:read","modified_at":"2026-01-02T03:04:05Z","client":{{DocSpaceClient(id)}}}"""))}}],"limit":30,"last_modified_on":null}
            """;
        const string Scopes = """[{"name":"openid","group":"openid","type":"openid"},{"name":"files:read","group":"files","type":"read"}]""";
        const string Claims = """{"iat":1700000000,"exp":1700000300,"user_id":"x"}""";

        MutationKind Kind(
            string name, string document, Func<IClientManagement, Task<object?>> run, Func<object?, IReadOnlyDictionary<string, object?>> facts) =>
            new(name, Backend.DocSpace, document, run, facts);

        return
        [
            Kind("client", full, async c => await c.GetAsync("17"), OfClient) with { Id = "client_id" },
            Kind("created client", full, c => StoredAsync(c.CreateAsync(DocSpaceOperations.Metadata)), OfClient) with
            {
                Status = 201,
                Id = "client_id",
            },
            Kind("client to update", full, UpdateAsync, OfNothing) with
            {
                Answers = [null, "", renamed],
                Id = "client_id",
                CheckSent = MutationSent.IsPartOfClient(Renamed),
            },
            Kind("updated client", renamed, UpdateAsync, OfClient) with { Answers = [full, "", null] },
            Kind("info", full, async c => await c.ConsentViews.GetInfoAsync("17"), OfClient) with { Id = "client_id" },
            Kind("public info", full, async c => await c.ConsentViews.GetPublicInfoAsync("17"), OfClient) with { Id = "client_id" },
            Kind("page", page, async c => await c.ListAsync().ToListAsync(), OfList) with { List = "data", Id = "client_id" },
            Kind("info page", page, async c => await c.ConsentViews.ListInfoAsync().ToListAsync(), OfList) with { List = "data", Id = "client_id" },
            Kind("consents", consents, async c => await c.Grants.ListAuthorizedClientsAsync(null).ToListAsync(), OfList) with
            {
                List = "data",
                Id = "registered_client_id",
            },
            Kind("scopes", Scopes, async c => await c.Scopes.ListScopesAsync(), OfList) with { List = "", Id = "name" },
            Kind("rotated secret", """{"client_secret":"new"}""", async c => await c.RotateSecretAsync("17"), OfSecret) with
            {
                Answers = [null, full],
            },
            Kind("signature", """{"response":"abc","count":1,"links":[{"href":"x","action":"GET"}],"status":0,"statusCode":200}""", GetAsync, OfNothing) with
            {
                Answers = [null, full],
                Exchanges = true,
                Id = "response",
                CheckSent = MutationSent.CarriesSignature,
            },
            Kind("claims of a signature", Claims, GetAsync, OfNothing) with
            {
                Answers = [null, full],
                Exchanges = true,
                Wrap = claims => JsonSerializer.SerializeToUtf8Bytes(new { response = $"a.{Base64Url.EncodeToString(claims)}.b" }),
            },
        ];
    }

    // The answer to a deletion is not read: any success is one.
    private static IEnumerable<MutationKind> Registration()
    {
        string full = Json.With(Documents.Full(Backend.DynamicRegistration), "updated_at", "\"2026-01-03T03:04:05Z\"");
        string renamed = Json.With(full, "client_name", $"\"{Renamed}\"");
        var metadata = new ClientMetadata { ClientName = "x" };

        MutationKind Kind(
            string name, string document, Func<IClientManagement, Task<object?>> run, Func<object?, IReadOnlyDictionary<string, object?>> facts) =>
            new(name, Backend.DynamicRegistration, document, run, facts);

        return
        [
            Kind("client", full, GetAsync, OfClient) with { Id = "client_id", OnlyId = "\"17\"" },
            Kind("created client that is not read back", full, c => StoredAsync(c.CreateAsync(metadata)), OfClient) with
            {
                Status = 201,
                Id = "client_id",
            },
            Kind("created client, read back", full, c => StoredAsync(c.CreateAsync(metadata)), OfClient) with
            {
                // What the first answer says counts where the second one says nothing: so it is another time.
                Answers = [Json.With(full, "client_id_issued_at", "1600000000"), null],
                IsOptional = true,
            },
            Kind("client to update", full, UpdateAsync, OfNothing) with
            {
                Answers = [null, "", renamed],
                Id = "client_id",
                OnlyId = "\"17\"",
                CheckSent = MutationSent.IsClientButForWhatIsIssued(full, Renamed),
            },
            Kind("answer to an update", renamed, UpdateAsync, OfClient) with
            {
                Answers = [full, null, Json.With(renamed, "client_secret", "\"before the update\"")],
                IsOptional = true,
            },
            Kind("updated client", renamed, UpdateAsync, OfClient) with { Answers = [full, "", null] },
            Kind("requestable scopes", full, async c => await c.Scopes.GetRequestableScopesAsync("17"), OfScopes),
            Kind("metadata of the server", RegistrationOperations.Metadata, async c => await c.Scopes.ListScopesAsync(), OfCatalogue) with
            {
                Exchanges = true,
            },
        ];
    }

    // The body of an error is told as far as it can be read; the error itself is the same whatever it holds.
    private static IEnumerable<MutationKind> Errors(Backend backend)
    {
        string body = backend switch
        {
            Backend.DocSpace => """{"type":"about:blank","title":"Bad Request","status":400,"detail":"no","reason":"no","errors":[{"field":"name","message":"short","code":"Size"}]}""",
            Backend.DynamicRegistration => """{"error":"invalid_client_metadata","error_description":"client_name is too short"}""",
            _ => """{"resultCode":"A001201","resultMessage":"[A001201] no"}""",
        };
        return new[] { 400, 401, 403, 404, 409, 429, 500 }.Select(status =>
            new MutationKind($"error {status}", backend, body, GetAsync, OfNothing) { Status = status, Answers = [null] });
    }

    private static async Task<object?> GetAsync(IClientManagement clients) => await clients.GetAsync("17");

    private static Task<object?> UpdateAsync(IClientManagement clients) =>
        StoredAsync(clients.UpdateAsync("17", c => c with { ClientName = Renamed }));

    // What a mutation takes away has not been stored, and all the rest is to be read.
    private static async Task<object?> StoredAsync(Task<OAuthClient> change)
    {
        try
        {
            return await change;
        }
        catch (MetadataNotStoredException e) when (!e.Error.Summary.Contains("cannot be read as a whole", StringComparison.Ordinal))
        {
            return e.Client;
        }
    }

    private static string Client(Backend backend, int id) => Json.With(AuthleteOperations.Client, Documents.IdName(backend), $"{id}");

    private static string DocSpaceClient(string id) => Json.With(DocSpaceOperations.Client, "client_id", $"\"{id}\"");
}
