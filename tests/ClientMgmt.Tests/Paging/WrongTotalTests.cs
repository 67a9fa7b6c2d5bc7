using System.Text.Json;
using ClientMgmt.Authlete;
using ClientMgmt.Management;

namespace ClientMgmt.Tests.Paging;

/// <summary>A server that tells of clients that it never lists.</summary>
public sealed class WrongTotalTests
{
    [Test]
    public void A_list_that_brings_nothing_new_for_very_long_ends_in_an_error() => Assert.That(
        async () => await ListAsync(total: int.MaxValue), Throws.TypeOf<TimeoutException>());

    [Test]
    public async Task A_token_that_sees_nothing_of_many_clients_is_told_so() =>
        Assert.That(await ListAsync(total: 90_000), Is.Empty);

    private static async Task<List<JsonElement>> ListAsync(int total)
    {
        Task<AuthleteWindow> empty = Task.FromResult(new AuthleteWindow([], total));
        return await ReadAhead.ReadAsync(
            _ => new AuthleteWindows<JsonElement>(100, 0, (_, _, _) => empty, c => c, () => new TimeoutException()),
            8,
            CancellationToken.None)
            .ToListAsync();
    }
}
