using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClientMgmt.Tests.Model;

/// <summary>An endpoint that takes registrations as RFC 7591 has them, with nothing configured.</summary>
public sealed class WebApplicationTests
{
    private WebApplication _application = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _application = builder.Build();
        _application.Urls.Add("http://127.0.0.1:0");
        _application.MapPost("/register", (ClientMetadata metadata) => Results.Json(
            new OAuthClient
            {
                ClientId = "1",
                ClientSecret = new Secret("s3cr3t"),
                ClientSecretExpiresAt = DateTimeOffset.MaxValue,
                Metadata = metadata,
            },
            statusCode: StatusCodes.Status201Created));
        await _application.StartAsync();
        string address = _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        _client = new HttpClient { BaseAddress = new Uri(address) };
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _application.DisposeAsync();
    }

    [Test]
    public async Task A_registration_comes_back_as_a_client()
    {
        (HttpStatusCode status, string body) = await PostAsync(
            """{"client_name":"Orders","client_name#ja":"注文","redirect_uris":["https://a.example/cb"],"pkceRequired":true}""");

        Assert.That((status, Serializers.SystemTextJson.Read<OAuthClient>(body)), Is.EqualTo((HttpStatusCode.Created, new OAuthClient
        {
            ClientId = "1",
            ClientSecretExpiresAt = DateTimeOffset.MaxValue,
            Metadata = new ClientMetadata
            {
                ClientName = "Orders",
                ClientNames = new Dictionary<string, string> { ["ja"] = "注文" },
                RedirectUris = ["https://a.example/cb"],
            }.WithExtension("pkceRequired", true),
        })));
        Assert.That(body, Does.StartWith("""{"client_id":"1","client_secret":"[redacted]","client_secret_expires_at":0,"client_name":"Orders",""")
            .And.Not.Contain("null"));
    }

    [Test]
    public async Task A_registration_of_a_wrong_type_is_a_bad_request() => Assert.That(
        (await PostAsync("""{"redirect_uris":["https://a.example/cb",1]}""")).Status, Is.EqualTo(HttpStatusCode.BadRequest));

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _client.PostAsync(new Uri("/register", UriKind.Relative), content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
