using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Benchmarks.Calls;
using ClientMgmt.Benchmarks.Contestants;
using ClientMgmt.Benchmarks.Contestants.Authlete;
using ClientMgmt.Benchmarks.Contestants.DocSpace;
using ClientMgmt.Benchmarks.Servers;
using NUnit.Framework;

namespace ClientMgmt.Benchmarks.Tests;

/// <summary>All contestants do the same work.</summary>
public sealed class ContestantTests
{
    private static IEnumerable<string> Vendors => Vendor.Listed.Select(v => v.Name);

    [TestCaseSource(nameof(Vendors))]
    public async Task All_create_the_same_client(string name)
    {
        Vendor vendor = Vendor.Listed.Single(v => v.Name == name);
        using var server = new InMemoryServer(vendor.Body().ToJsonString());
        using var recorder = new Recorder(new HttpMessageInvoker(server, disposeHandler: false));
        foreach (IContestant contestant in vendor.Contestants(CallBenchmark.Address, recorder))
        {
            await contestant.CreateAsync();
        }

        Assert.That(recorder.Sent, Has.Count.EqualTo(4).And.All.Matches<JsonNode>(sent => JsonNode.DeepEquals(sent, recorder.Sent[0])));
    }

    [Test]
    public Task Both_readers_read_the_same_ten_fields_of_Authlete() =>
        AssertSameAsync(Vendor.Authlete, new NewtonsoftAuthlete(new HttpClient()), new SourceGeneratedAuthlete(new HttpClient()));

    [Test]
    public Task Both_readers_read_the_same_ten_fields_of_DocSpace() =>
        AssertSameAsync(Vendor.DocSpace, new NewtonsoftDocSpace(new HttpClient()), new SourceGeneratedDocSpace(new HttpClient()));

    private static async Task AssertSameAsync<TClient>(Vendor vendor, params PlainContestant<TClient>[] contestants)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(vendor.Body());
        var read = new List<JsonObject>();
        foreach (PlainContestant<TClient> contestant in contestants)
        {
            await using (contestant)
            {
                read.Add(JsonSerializer.SerializeToNode(await contestant.ReadClientAsync(new MemoryStream(body)))!.AsObject());
            }
        }

        Assert.That(read[0], Has.Count.EqualTo(10).And.None.Matches<KeyValuePair<string, JsonNode?>>(field => field.Value is null));
        Assert.That(JsonNode.DeepEquals(read[0], read[1]), Is.True);
    }

    // No DelegatingHandler: the library puts its own into one, which it cannot once others have used it.
    private sealed class Recorder(HttpMessageInvoker server) : HttpMessageHandler
    {
        public List<JsonNode> Sent { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is not null)
            {
                Sent.Add(JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken))!);
            }

            return await server.SendAsync(request, cancellationToken);
        }
    }
}
