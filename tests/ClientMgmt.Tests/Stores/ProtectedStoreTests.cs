using System.Security.Cryptography;
using ClientMgmt.DynamicRegistration;
using Microsoft.AspNetCore.DataProtection;

namespace ClientMgmt.Tests.Stores;

/// <summary>A store may keep keys that are worthless to whoever reads it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ProtectedStoreTests
{
    private const string Server = "https://as.example";
    private const string Key = "the key to the client";

    private readonly MemoryRegistrationStore _inner = new();
    private readonly EphemeralDataProtectionProvider _protection = new();

    private ProtectedRegistrationStore Store => new(_inner, _protection);

    [Test]
    public async Task What_the_inner_store_keeps_is_not_the_key()
    {
        await Store.SaveAsync(Server, Of("17"));

        Assert.That((await _inner.FindAsync(Server, "17"))!.AccessToken.Reveal(), Does.Not.Contain(Key));
        Assert.That(await Store.FindAsync(Server, "17"), Is.EqualTo(Of("17")));
    }

    [TestCase(Server, "18")]
    [TestCase("https://other.example", "17")]
    public async Task A_key_is_worthless_under_another_client_or_server(string server, string id)
    {
        await Store.SaveAsync(Server, Of("17"));
        ClientRegistration moved = (await _inner.FindAsync(Server, "17"))! with { ClientId = id };

        await _inner.SaveAsync(server, moved);

        Assert.That(async () => await Store.FindAsync(server, id), Throws.InstanceOf<CryptographicException>());
    }

    [Test]
    public async Task Lists_locks_and_removals_are_those_of_the_inner_store()
    {
        await Store.SaveAsync(Server, Of("17"));
        IReadOnlyList<RegistrationEntry> listed = await Store.ListAsync(Server);
        await using (await Store.LockAsync(Server, "17"))
        {
            await Store.RemoveAsync(Server, "17");
        }

        Assert.That(listed.Select(e => e.ClientId), Is.EqualTo(new[] { "17" }));
        Assert.That(await _inner.FindAsync(Server, "17"), Is.Null);
    }

    private static ClientRegistration Of(string id) => new()
    {
        ClientId = id,
        ClientUri = new Uri("https://as.example/register/x"),
        AccessToken = new Secret(Key),
        SavedAt = DateTimeOffset.UnixEpoch,
    };
}
