using System.Text.Json;
using ClientMgmt.Wire;

namespace ClientMgmt.Tests.Wire;

/// <summary>A request to an address that a server gave: whether it may be sent again, and whether its answer is waited for.</summary>
internal sealed class TargetedConnectionTests
{
    private static readonly Uri s_address = new("https://as.example.test/clients/17");

    [TestCase(true, false, true)]
    [TestCase(true, true, false)]
    [TestCase(false, false, false)]
    [TestCase(false, true, false)]
    public async Task Reading_is_safe_unless_it_changes_something(bool isSafe, bool readingChanges, bool expected)
    {
        ApiRequest sent = await SendAsync(isSafe, next => new TargetedConnection(next, s_address) { ReadingChanges = readingChanges });

        Assert.That((sent.IsSafe, sent.Address), Is.EqualTo((expected, s_address)));
    }

    [TestCase(false, true, true)]
    [TestCase(false, false, false)]
    [TestCase(true, true, false)]
    public async Task The_answer_to_a_change_that_brings_a_key_is_waited_for(bool isSafe, bool bringsKeys, bool expected)
    {
        ApiRequest sent = await SendAsync(isSafe, next => new TargetedConnection(next, s_address) { ChangesBringKeys = bringsKeys });

        Assert.That(sent.IsKeptUp, Is.EqualTo(expected));
    }

    private static async Task<ApiRequest> SendAsync(bool isSafe, Func<ApiConnection, TargetedConnection> target)
    {
        var next = new Recorder();
        await target(next).SendAsync(
            new OperationInfo(null!, ClientOperation.Get), new ApiRequest("GET", "/register") { IsSafe = isSafe }, CancellationToken.None);
        return next.Sent!;
    }

    private sealed class Recorder : ApiConnection
    {
        public ApiRequest? Sent { get; private set; }

        public override Task<T> SendAsync<T>(
            OperationInfo operation, ApiRequest request, Func<JsonElement, T> read, CancellationToken cancellationToken)
        {
            Sent = request;
            return Task.FromResult(read(default));
        }
    }
}
