namespace ClientMgmt.Tests.DynamicRegistration;

/// <summary>A store that fails, which is told like all else that goes wrong.</summary>
public sealed class StoreFailureTests
{
    [Test]
    public async Task A_store_that_cannot_be_read_is_told_with_its_own_words()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        host.Store.BeforeFind = _ => throw new IOException("the database is away");

        var error = Assert.ThrowsAsync<RegistrationStoreException>(() => host.Clients.GetAsync(id))!;

        Assert.That(error.Message, Does.Contain("the store of registrations failed: the database is away"));
        Assert.That(error.InnerException, Is.InstanceOf<IOException>());
    }

    [Test]
    public async Task A_store_that_takes_no_mark_stops_a_deletion()
    {
        using var host = new RegistrationHost();
        string id = await host.CreateAsync();
        host.Store.BeforeSave = _ => throw new IOException("the disk is full");

        var error = Assert.ThrowsAsync<RegistrationStoreException>(() => host.Clients.DeleteAsync(id))!;

        Assert.That(error.Message, Does.Contain("so that nothing was changed: the disk is full"));
        Assert.That(host.Server.Ids, Does.Contain(id));
    }

    [Test]
    public async Task A_list_goes_on_behind_a_key_that_cannot_be_read_and_says_at_its_end_which_it_is()
    {
        using var host = new RegistrationHost();
        string[] ids = [await host.CreateAsync(), await host.CreateAsync(), await host.CreateAsync()];
        host.Store.BeforeFind = id => _ = id != ids[1] ? true : throw new InvalidDataException("the file is damaged");
        var listed = new List<string>();

        var error = Assert.ThrowsAsync<RegistrationStoreException>(async () =>
        {
            await foreach (OAuthClient client in host.Clients.ListAsync())
            {
                listed.Add(client.ClientId);
            }
        })!;

        Assert.That(listed, Is.EqualTo((string[])[ids[0], ids[2]]));
        Assert.That(error.Message, Does.Contain(ids[1]).And.Contain("the file is damaged"));
    }
}
