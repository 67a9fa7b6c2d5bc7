using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Benchmarks.Bodies;
using ClientMgmt.Benchmarks.Contestants.Authlete;
using ClientMgmt.Benchmarks.Contestants.DocSpace;
using ClientMgmt.Benchmarks.Contestants.Registration;
using ClientMgmt.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Benchmarks.Contestants;

/// <summary>A backend, a client of it and all who can talk to it.</summary>
internal sealed record Vendor(
    Backend Backend, string ClientId, Func<JsonObject> Body, IReadOnlyList<Func<HttpClient, IContestant>> Plain)
{
    public static Vendor Authlete { get; } = new(
        Backend.AuthleteV3,
        "26478243745571",
        () => FullBody.Create(SpecDocument.AuthleteV3, "Client", Sent(AuthleteClient.New)),
        [http => new NewtonsoftAuthlete(http), http => new SourceGeneratedAuthlete(http), http => new GeneratedAuthlete(http)]);

    public static Vendor DocSpace { get; } = new(
        Backend.DocSpace,
        "5a7f8d1e-3c92-4b60-a1f4-0d9be27c6358",
        () => FullBody.Create(SpecDocument.DocSpace, "ClientResponse", Sent(NewPortalClient.Default)),
        [http => new NewtonsoftDocSpace(http), http => new SourceGeneratedDocSpace(http), http => new GeneratedDocSpace(http)]);

    /// <summary>A server that keeps to the standard: each client has an address of its own.</summary>
    public static Vendor Registration { get; } = new(
        Backend.DynamicRegistration,
        DocSpace.ClientId,
        () => FullBody.Create(SpecDocument.Registration, "ClientInformation", Sent(RegisteredClient.New)),
        [http => new NewtonsoftRegistration(http), http => new SourceGeneratedRegistration(http)]);

    public static IReadOnlyList<Vendor> All { get; } = [Authlete, DocSpace, Registration];

    /// <summary>Those that have lists.</summary>
    public static IReadOnlyList<Vendor> Listed { get; } = [Authlete, DocSpace];

    public string Name => Backend switch
    {
        Backend.DocSpace => "DocSpace",
        Backend.DynamicRegistration => "registration",
        _ => "Authlete",
    };

    /// <summary>The plain contestants, with the one that counts as 1.0 first, and the library last.</summary>
    public IReadOnlyList<IContestant> Contestants(Uri address, HttpMessageHandler? handler = null) =>
        [.. Enumerable.Range(0, Plain.Count + 1).Select(i => Contestant(i, address, handler))];

    /// <summary>One of them alone.</summary>
    public IContestant Contestant(int index, Uri address, HttpMessageHandler? handler = null) => index < Plain.Count
        ? Plain[index](PlainHttp(address, handler))
        : Library.Create(
            Backend, address, handler is null ? null : http => http.ConfigurePrimaryHttpMessageHandler(() => handler));

    /// <summary>Tells an HTTP client where the server is, and what lets it in.</summary>
    public void Prepare(HttpClient http, Uri address)
    {
        http.BaseAddress = address;
        http.DefaultRequestHeaders.Add(
            Backend == Backend.DocSpace ? "x-signature" : "Authorization",
            Backend == Backend.DocSpace ? Api.Token : $"Bearer {Api.Token}");
        http.DefaultRequestHeaders.UserAgent.ParseAdd("benchmark/1.0");
    }

    // The id is the server's to choose.
    private static JsonObject Sent<T>(T client)
    {
        JsonObject sent = JsonSerializer.SerializeToNode(client)!.AsObject();
        sent.Remove("clientId");
        sent.Remove("client_id");
        sent.Remove("client_secret");
        return sent;
    }

    private HttpClient PlainHttp(Uri address, HttpMessageHandler? handler)
    {
        HttpClient http = handler is null ? new HttpClient() : new HttpClient(handler, disposeHandler: false);
        Prepare(http, address);
        return http;
    }
}
