namespace ClientMgmt.Tests.Wire;

/// <summary>The exact request of every operation.</summary>
public sealed class RequestTests
{
    [TestCaseSource(typeof(WireOperations), nameof(WireOperations.All))]
    public async Task An_operation_sends_its_documented_requests_and_no_other(WireOperation row)
    {
        using WireHost host = row.Prepare(WireHost.For(row.Backend));

        await row.RunAsync(host.Clients, WireOperation.Id);

        Assert.That(host.Requests.Select(r => r.Line), Is.EqualTo(row.Lines(WireOperation.Id)));
    }

    [TestCaseSource(typeof(WireOperations), nameof(WireOperations.WithId))]
    public async Task An_id_with_special_characters_is_one_encoded_segment(WireOperation row)
    {
        // What is no number may be an alias on Authlete, whose id is looked up before a change of one client.
        string lookUp = $"GET {AuthleteOperations.Root(row.Backend)}/get/{WireOperation.EncodedAwkwardId}";
        bool isLookedUp = row.Backend is Backend.AuthleteV2 or Backend.AuthleteV3 && row.Exchanges.Any(e => e.IsWrite) && row.Operation != ClientOperation.UpdateAuthorization;
        using WireHost host = row.Prepare(WireHost.For(row.Backend), WireOperation.EncodedAwkwardId);
        if (isLookedUp)
        {
            host.On(lookUp, WireAnswer.Ok(AuthleteOperations.Client));
        }

        await row.RunAsync(host.Clients, WireOperation.AwkwardId);

        IEnumerable<string> lines = row.Lines(WireOperation.EncodedAwkwardId);
        Assert.That(host.Requests.Select(r => r.Line), Is.EqualTo(isLookedUp ? lines.Prepend(lookUp) : lines));
    }

    [TestCaseSource(typeof(WireOperations), nameof(WireOperations.WithBody))]
    public async Task A_body_is_exactly_the_documented_json(WireOperation row)
    {
        using WireHost host = row.Prepare(WireHost.For(row.Backend));

        await row.RunAsync(host.Clients, WireOperation.Id);

        Assert.That(Json.Sorted(host.Requests[row.Decisive].Body!), Is.EqualTo(Json.Sorted(row.Main.Body!)));
    }

    [TestCaseSource(typeof(WireOperations), nameof(WireOperations.WithBody))]
    public async Task A_body_is_declared_as_json(WireOperation row)
    {
        using WireHost host = row.Prepare(WireHost.For(row.Backend));

        await row.RunAsync(host.Clients, WireOperation.Id);

        Assert.That(host.Requests[row.Decisive].Header("Content-Type"), Is.EqualTo("application/json"));
    }

    [TestCaseSource(nameof(WithoutBody))]
    public async Task A_request_that_needs_no_body_has_none(WireOperation row)
    {
        using WireHost host = row.Prepare(WireHost.For(row.Backend));

        await row.RunAsync(host.Clients, WireOperation.Id);

        Assert.That(host.Requests[row.Decisive].Body, Is.Null.Or.Empty);
    }

    // A request without content may be sent several times by .NET's handlers, a change as well.
    [TestCase(ClientOperation.Get, null)]
    [TestCase(ClientOperation.Delete, "")]
    [TestCase(ClientOperation.RotateSecret, "")]
    public async Task A_change_without_a_body_has_content_that_is_empty_and_of_no_type(ClientOperation operation, string? content)
    {
        WireOperation row = WireOperations.Of(Backend.AuthleteV3, operation);
        using WireHost host = row.Prepare(WireHost.For(row.Backend));

        await row.RunAsync(host.Clients, WireOperation.Id);

        Assert.That((host.Requests[^1].Body, host.Requests[^1].Header("Content-Type")), Is.EqualTo((content, (string?)null)));
    }

    [TestCaseSource(nameof(Some))]
    public async Task An_answer_is_asked_for_as_json(WireOperation row)
    {
        using WireHost host = row.Prepare(WireHost.For(row.Backend));

        await row.RunAsync(host.Clients, WireOperation.Id);

        Assert.That(host.Requests[row.Decisive].Header("Accept"), Is.EqualTo("application/json"));
    }

    [TestCaseSource(nameof(Some))]
    public async Task Every_request_has_a_user_agent_that_docspace_can_parse(WireOperation row)
    {
        string[] fragments = ["msie", "opera", "opr", "chrome", "firefox", "safari"];
        using WireHost host = row.Prepare(WireHost.For(row.Backend));

        await row.RunAsync(host.Clients, WireOperation.Id);

        Assert.That(host.Requests.Select(r => r.Header("User-Agent")), Has.All.Matches<string?>(agent =>
            agent is { Length: > 0 } && !fragments.Any(f => agent.Contains(f, StringComparison.OrdinalIgnoreCase))));
    }

    [TestCaseSource(typeof(WireOperations), nameof(WireOperations.All))]
    public async Task Every_request_carries_the_credential_of_its_backend_and_no_other(WireOperation row)
    {
        using WireHost host = row.Prepare(WireHost.For(row.Backend));

        await row.RunAsync(host.Clients, WireOperation.Id);

        Assert.That(host.Requests.Select(Credential), Has.All.EqualTo(Expected(row)));
    }

    // All go the same way.
    private static IEnumerable<WireOperation> Some() => WireOperations.All.Where(o => o.Operation is ClientOperation.Get or ClientOperation.Create);

    private static IEnumerable<WireOperation> WithoutBody() => WireOperations.All.Where(o => o.Main.Body is null);

    private static (string?, string?, string?) Credential(WireRequest request) =>
        (request.Header("Authorization"), request.Header("x-signature"), request.Header("Cookie"));

    private static (string?, string?, string?) Expected(WireOperation row) => row switch
    {
        // 100100100:service-api-secret-0001
        { Backend: Backend.AuthleteV2 } => ("Basic MTAwMTAwMTAwOnNlcnZpY2UtYXBpLXNlY3JldC0wMDAx", null, null),
        { Backend: Backend.AuthleteV3 } => ("Bearer access-token-0001", null, null),
        { Backend: Backend.DynamicRegistration, Operation: not ClientOperation.ListScopes } => ("Bearer management-token-0001", null, null),
        { Backend: Backend.DynamicRegistration } or { Operation: ClientOperation.GetPublicInfo } => (null, null, null),
        _ => (null, "ready-signature-0001", null),
    };
}
