namespace ClientMgmt.Tests.Wire;

/// <summary>Ids and subjects that would turn a request into another one never reach the wire.</summary>
public sealed class RefusedArgumentTests
{
    [TestCaseSource(typeof(WireOperations), nameof(WireOperations.WithId))]
    public async Task A_dangerous_id_is_refused_before_any_request(WireOperation row)
    {
        foreach (string id in Ids(row.Backend))
        {
            using WireHost host = row.Prepare(WireHost.For(row.Backend));

            Exception? error = await row.CatchAsync(host, id);

            Assert.That((error is ArgumentException, host.Requests.Count), Is.EqualTo((true, 0)), $"'{id}'");
        }
    }

    [TestCase(Backend.AuthleteV2, "", typeof(ArgumentException))]
    [TestCase(Backend.AuthleteV3, " ", typeof(ArgumentException))]
    [TestCase(Backend.DocSpace, "me", typeof(OperationNotSupportedException))]
    public void A_developer_that_no_list_can_have_is_refused_before_any_request(Backend backend, string developer, Type expected)
    {
        using WireHost host = WireHost.For(backend);

        Assert.That(async () => await host.Clients.ListAsync(new() { Developer = developer }).ToListAsync(), Throws.InstanceOf(expected));
        Assert.That(host.Requests, Is.Empty);
    }

    private static IEnumerable<WireOperation> WithSubject() =>
        WireOperations.All.Where(o => o.Exchanges.Any(e => e.Request.Contains("{subject}", StringComparison.Ordinal)));

    [TestCaseSource(nameof(WithSubject))]
    public async Task A_null_subject_is_refused_where_one_is_needed(WireOperation row)
    {
        using WireHost host = row.Prepare(WireHost.For(row.Backend));
        IClientManagement clients = host.Clients;

        Assert.That(
            async () => await (row.Operation switch
            {
                ClientOperation.ListAuthorizedClients => WireOperations.DrainAsync(clients.Grants.ListAuthorizedClientsAsync(null)),
                ClientOperation.UpdateAuthorization => clients.Grants.UpdateAuthorizationAsync("17", null!, []),
                ClientOperation.RevokeAuthorization => clients.Grants.RevokeAuthorizationAsync("17", null),
                ClientOperation.GetGrantedScopes => clients.Grants.GetGrantedScopesAsync("17", null),
                _ => clients.Grants.DeleteGrantedScopesAsync("17", null!),
            }),
            Throws.InstanceOf<ArgumentException>());
    }

    private static IEnumerable<string> Ids(Backend backend)
    {
        string[] all = ["", " ", "\t\n", "\u00a0", "\u3000", ".", ".."];
        return all.Concat(backend switch
        {
            Backend.DocSpace => ["tenant", "info", "consents", "Tenant", "TENANT"],
            Backend.DynamicRegistration => [],
            _ => ["list"],
        });
    }
}
